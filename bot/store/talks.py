"""Talks in the store: what was said last in each, for as long as a follow-up may come."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError

from bot.conversations import FORGOTTEN_AFTER, Talk
from bot.store.tables import talk as talks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import ModuleType

    from sqlalchemy import Insert, Row
    from sqlalchemy.ext.asyncio import AsyncEngine

log = logging.getLogger(__name__)


_GATHERED = 0.2
"""Seconds; talks of a moment are written to a file together, which costs as much as one."""


class StoredTalks:
    """The talks of every process that shares the store.

    A file has one process at a time, which knows the talks of its own: it reads once, at its
    start, what those before it kept, and nobody waits until it has written. A talk that cannot
    be kept or found stops no answer.
    """

    def __init__(self, engine: AsyncEngine, clock: Callable[[], float] = time.time) -> None:
        self._engine = engine
        self._clock = clock  # seconds since 1970
        self._swept = clock()
        self._is_shared = engine.dialect.name == "postgresql"
        self._latest = _latest(postgresql if self._is_shared else sqlite)
        self._inherited: dict[tuple[str, str], tuple[float, Talk]] = {}
        self._unwritten: dict[tuple[str, str], dict[str, Any]] = {}
        self._writing = asyncio.Lock()
        self._gathering: asyncio.Task[None] | None = None

    async def begin(self) -> None:
        await self.forget_old()
        if not self._is_shared:
            async with self._engine.connect() as connection:
                rows = (await connection.execute(select(talks))).all()
            self._inherited = {(r.platform, r.conversation): (r.spoken, _talk(r)) for r in rows}

    async def keep(self, talk: Talk) -> None:
        """In place of what was said there before; who waits meanwhile is written together."""
        name = (talk.platform, talk.conversation)
        self._inherited.pop(name, None)
        self._unwritten[name] = {
            "platform": talk.platform,
            "conversation": talk.conversation,
            "community": talk.community,
            "turns": list(talk.turns),
            "day": talk.day,
            "spoken": int(self._clock()),
        }
        if self._is_shared:  # the next question may come to another process
            await self._write_all()
        elif self._gathering is None or self._gathering.done():
            self._gathering = asyncio.create_task(self._write_soon())

    async def end(self) -> None:
        """Write what is not written yet."""
        if self._gathering is not None:
            self._gathering.cancel()
            await asyncio.wait((self._gathering,))
        await self._write_all()

    async def _write_soon(self) -> None:
        await asyncio.sleep(_GATHERED)
        await self._write_all()

    async def _write_all(self) -> None:
        async with self._writing:
            rows, self._unwritten = list(self._unwritten.values()), {}
            try:
                await self._write(rows)
            except (SQLAlchemyError, OSError) as error:
                log.warning("what was said is not kept: %s", error)

    def forget_community(self, platform: str, community: str) -> None:
        """Those of a community that are in memory alone."""
        self._unwritten = {
            name: row
            for name, row in self._unwritten.items()
            if (row["platform"], row["community"]) != (platform, community)
        }
        self._inherited = {
            name: (spoken, talk)
            for name, (spoken, talk) in self._inherited.items()
            if (talk.platform, talk.community) != (platform, community)
        }

    async def find(self, platform: str, conversation: str) -> Talk | None:
        """What another process kept."""
        if not self._is_shared:
            spoken, talk = self._inherited.get((platform, conversation), (0, None))
            return talk if spoken > self._oldest else None
        found = select(talks).where(
            talks.c.platform == platform,
            talks.c.conversation == conversation,
            talks.c.spoken > self._oldest,
        )
        try:
            async with self._engine.connect() as connection:
                row = (await connection.execute(found)).one_or_none()
        except (SQLAlchemyError, OSError) as error:
            log.warning("what was said cannot be found: %s", error)
            return None
        return _talk(row) if row else None

    async def forget(self, platform: str, conversation: str) -> None:
        name = (platform, conversation)
        self._inherited.pop(name, None)
        self._unwritten.pop(name, None)
        of_it = talks.c.platform == platform, talks.c.conversation == conversation
        async with self._engine.begin() as connection:
            await connection.execute(delete(talks).where(*of_it))

    async def forget_old(self) -> None:
        self._swept = self._clock()
        async with self._engine.begin() as connection:
            await connection.execute(delete(talks).where(talks.c.spoken <= self._oldest))

    async def _write(self, rows: Sequence[dict[str, Any]]) -> None:
        if not rows:
            return
        if self._clock() - self._swept > FORGOTTEN_AFTER:
            await self.forget_old()
        async with self._engine.begin() as connection:
            await connection.execute(self._latest, rows)

    @property
    def _oldest(self) -> float:
        return self._clock() - FORGOTTEN_AFTER


def _latest(database: ModuleType) -> Insert:
    """An insert that takes the place of what is there; each database has its own."""
    kept = database.insert(talks)
    said = {name: kept.excluded[name] for name in ("community", "turns", "day", "spoken")}
    of_it = ["platform", "conversation"]
    latest: Insert = kept.on_conflict_do_update(index_elements=of_it, set_=said)
    return latest


def _talk(row: Row[Any]) -> Talk:
    return Talk(row.platform, row.conversation, row.community, tuple(row.turns), row.day)
