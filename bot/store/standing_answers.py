"""Answers that stand in channels, in the store for some days, so that they can be corrected."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select

from bot.card import Card, Kept
from bot.channel import Destination, Posted
from bot.standing_answers import FORGOTTEN_AFTER, Standing
from bot.store.tables import standing_answer as answers

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import ColumnElement, Row
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.request import User

_SWEPT_EVERY = 24 * 3600
"""Seconds between two looks for those that are too old."""


class StoredAnswers:
    """Those of every process that shares the store."""

    def __init__(self, engine: AsyncEngine, clock: Callable[[], float] = time.time) -> None:
        self._engine = engine
        self._clock = clock  # seconds since 1970
        self._swept = clock()

    async def keep(self, standing: Standing) -> None:
        if self._clock() - self._swept > _SWEPT_EVERY:
            await self.forget_old()
        async with self._engine.begin() as connection:
            await connection.execute(delete(answers).where(*_at(standing.at)))
            await connection.execute(insert(answers), _row(standing))

    async def find(self, at: Posted) -> Standing | None:
        found = select(answers).where(*_at(at), answers.c.since > self._oldest)
        async with self._engine.connect() as connection:
            row = (await connection.execute(found)).one_or_none()
        return _read(row) if row else None

    async def recent(self, before: float, most: int) -> tuple[Standing, ...]:
        """Those of a time before, the latest first."""
        of_it = answers.c.since > self._oldest, answers.c.since < before
        found = select(answers).where(*of_it).order_by(answers.c.since.desc()).limit(most)
        async with self._engine.connect() as connection:
            return tuple(map(_read, await connection.execute(found)))

    async def of(self, user: User) -> tuple[Kept, ...]:
        found = select(answers).where(*_of(user), answers.c.since > self._oldest)
        async with self._engine.connect() as connection:
            rows = await connection.execute(found.order_by(answers.c.since.desc()))
            return tuple(Kept(_read(row).card, row.since) for row in rows)

    async def forget(self, user: User) -> int:
        async with self._engine.begin() as connection:
            return (await connection.execute(delete(answers).where(*_of(user)))).rowcount

    async def forget_old(self) -> None:
        self._swept = self._clock()
        async with self._engine.begin() as connection:
            await connection.execute(delete(answers).where(answers.c.since <= self._oldest))

    @property
    def _oldest(self) -> float:
        return self._clock() - FORGOTTEN_AFTER


def _at(at: Posted) -> tuple[ColumnElement[bool], ...]:
    to = at.to
    where = {"platform": to.platform, "channel": to.channel, "message": at.message}
    return tuple(answers.c[name] == value for name, value in where.items())


def _of(user: User) -> tuple[ColumnElement[bool], ...]:
    return answers.c.platform == user.platform, answers.c.owner == user.key


def _row(standing: Standing) -> dict[str, Any]:
    card, to = standing.card, standing.at.to
    return {
        "platform": to.platform,
        "channel": to.channel,
        "message": standing.at.message,
        "community": to.community,
        "owner": card.user,
        "command": card.command,
        "turns": list(card.turns),
        "day": card.day,
        "title": standing.title,
        "digest": standing.digest,
        "reach": standing.reach,
        "since": standing.since,
    }


def _read(row: Row[Any]) -> Standing:
    card = Card(row.platform, row.owner, row.community, tuple(row.turns), row.day, row.command)
    at = Posted(Destination(row.platform, row.community, row.channel), row.message)
    return Standing(card, at, row.title, row.digest, row.reach, row.since)
