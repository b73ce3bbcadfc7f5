"""Events that were taken already: a platform sends one again where it heard nothing."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert
from sqlalchemy.exc import IntegrityError

from bot.store.tables import event as events

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.ext.asyncio import AsyncEngine

_FORGOTTEN_AFTER = 24 * 3600
"""Seconds; the longest that a platform tries again is an hour or so."""

_SWEPT_EVERY = 3600


class Seen:
    """The events of every process that shares the store."""

    def __init__(self, engine: AsyncEngine, clock: Callable[[], float] = time.time) -> None:
        self._engine = engine
        self._clock = clock  # seconds since 1970
        self._swept = clock()

    async def is_new(self, key: str) -> bool:
        """Whether this is the first time, and remember it."""
        now = self._clock()
        if now - self._swept > _SWEPT_EVERY:
            await self.forget_old()
        try:
            async with self._engine.begin() as connection:
                await connection.execute(insert(events), {"key": key, "taken": int(now)})
        except IntegrityError:
            return False
        return True

    async def forget_old(self) -> None:
        self._swept = self._clock()
        oldest = int(self._swept) - _FORGOTTEN_AFTER
        async with self._engine.begin() as connection:
            await connection.execute(delete(events).where(events.c.taken <= oldest))
