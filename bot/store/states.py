"""Words that only a browser which began an installation here can know, each good once."""

from __future__ import annotations

import secrets
import time
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert

from bot.store.tables import state as states

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.ext.asyncio import AsyncEngine

LIFE = 10 * 60
"""Seconds; long enough to read what Spotter asks for."""


class States:
    """The installations that are under way, in every process that shares the store."""

    def __init__(self, engine: AsyncEngine, clock: Callable[[], float] = time.time) -> None:
        self._engine = engine
        self._clock = clock  # seconds since 1970

    async def issue(self) -> str:
        """A new one; those that nobody came back with are forgotten."""
        now, word = int(self._clock()), secrets.token_urlsafe(24)
        async with self._engine.begin() as connection:
            await connection.execute(delete(states).where(states.c.expires <= now))
            await connection.execute(insert(states), {"word": word, "expires": now + LIFE})
        return word

    async def consume(self, word: str) -> bool:
        """Whether it was issued, not long ago, and never consumed; two at once get one yes."""
        known = states.c.word == word, states.c.expires > int(self._clock())
        async with self._engine.begin() as connection:
            gone = await connection.execute(delete(states).where(*known))
        return gone.rowcount == 1
