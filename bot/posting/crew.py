"""The crew that posts recaps in the channels of one platform."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.crew import Crew
from bot.posting.delivery import Delivery
from bot.recap.copies import kind_of
from bot.store.jobs import LEASE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.book import Book
    from bot.channel import Channel
    from bot.store.opening import Shelf


@asynccontextmanager
async def posting(
    platform: str, channel: Channel, book: Book, shelf: Shelf, lease: float = LEASE
) -> AsyncIterator[None]:
    """Post what is due in a platform's channels as long as the block lasts."""
    trades = {kind_of(platform): Delivery(shelf.recap_posts, channel, book)}
    crew = Crew(shelf.jobs, shelf.radio, trades, lease=lease)
    task = asyncio.create_task(crew.work())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait((task,))
