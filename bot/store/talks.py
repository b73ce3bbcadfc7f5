"""Talks in the store: what was said last in each, for as long as a follow-up may come."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.conversations import FORGOTTEN_AFTER, Talk
from bot.store.tables import talk as talks

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.ext.asyncio import AsyncEngine


class StoredTalks:
    """The talks of every process that shares the store."""

    def __init__(self, engine: AsyncEngine, clock: Callable[[], float] = time.time) -> None:
        self._engine = engine
        self._clock = clock  # seconds since 1970
        self._swept = clock()
        is_shared = engine.dialect.name == "postgresql"
        self._into: postgresql.Insert | sqlite.Insert = (
            postgresql.insert(talks) if is_shared else sqlite.insert(talks)
        )

    async def keep(self, talk: Talk) -> None:
        """In place of what was said there before."""
        if self._clock() - self._swept > FORGOTTEN_AFTER:
            await self.forget_old()
        said = {
            "community": talk.community,
            "turns": list(talk.turns),
            "day": talk.day,
            "spoken": int(self._clock()),
        }
        of_it = {"platform": talk.platform, "conversation": talk.conversation}
        kept = self._into.values(**of_it, **said)
        latest = kept.on_conflict_do_update(index_elements=list(of_it), set_=said)
        async with self._engine.begin() as connection:
            await connection.execute(latest)

    async def find(self, platform: str, conversation: str) -> Talk | None:
        found = select(talks).where(
            talks.c.platform == platform,
            talks.c.conversation == conversation,
            talks.c.spoken > self._oldest,
        )
        async with self._engine.connect() as connection:
            row = (await connection.execute(found)).one_or_none()
        if row is None:
            return None
        return Talk(platform, conversation, row.community, tuple(row.turns), row.day)

    async def forget_old(self) -> None:
        self._swept = self._clock()
        async with self._engine.begin() as connection:
            await connection.execute(delete(talks).where(talks.c.spoken <= self._oldest))

    @property
    def _oldest(self) -> float:
        return self._clock() - FORGOTTEN_AFTER
