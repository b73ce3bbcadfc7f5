"""One transaction for what several parts of the store keep together."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine


@asynccontextmanager
async def joining(
    engine: AsyncEngine, within: AsyncConnection | None
) -> AsyncIterator[AsyncConnection]:
    """That of somebody who keeps something else in it too, or one of our own."""
    if within is not None:
        yield within
    else:
        async with engine.begin() as connection:
            yield connection
