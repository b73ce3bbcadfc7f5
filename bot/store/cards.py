"""Cards in the store: kept under short ids, found again after a restart, forgotten when old."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select, update

from bot.card import FORGOTTEN_AFTER, Card, Kept, new_id
from bot.store.tables import card as cards

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from sqlalchemy import ColumnElement, Row
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.request import User

_SWEPT_EVERY = 24 * 3600
"""Seconds between two looks for cards that are too old."""


class StoredCards:
    """The cards of every process that shares the store."""

    def __init__(self, engine: AsyncEngine, clock: Callable[[], float] = time.time) -> None:
        self._engine = engine
        self._clock = clock  # seconds since 1970
        self._swept = clock()

    async def keep(self, card: Card) -> str:
        if self._clock() - self._swept > _SWEPT_EVERY:
            await self.forget_old()
        key = new_id()
        row = {
            "id": key,
            "platform": card.platform,
            "owner": card.user,
            "community": card.community,
            "command": card.command,
            "turns": list(card.turns),
            "day": card.day,
            "created": int(self._clock()),
        }
        async with self._engine.begin() as connection:
            await connection.execute(insert(cards), row)
        return key

    async def find(self, key: str) -> Card | None:
        found = select(cards).where(cards.c.id == key, cards.c.created > self._oldest)
        async with self._engine.connect() as connection:
            row = (await connection.execute(found)).one_or_none()
        return _read(row) if row else None

    async def change(self, key: str, card: Card) -> None:
        changed = update(cards).where(cards.c.id == key).values(turns=list(card.turns))
        async with self._engine.begin() as connection:
            await connection.execute(changed)

    async def of(self, user: User) -> tuple[Kept, ...]:
        """A user's own, the latest first."""
        found = select(cards).where(*_of(user)).order_by(cards.c.created.desc(), cards.c.id)
        async with self._engine.connect() as connection:
            rows = await connection.execute(found)
            return tuple(Kept(_read(row), row.created) for row in rows)

    async def forget(self, user: User) -> int:
        """Forget a user's own, and say how many they were."""
        async with self._engine.begin() as connection:
            return (await connection.execute(delete(cards).where(*_of(user)))).rowcount

    async def forget_old(self) -> None:
        self._swept = self._clock()
        async with self._engine.begin() as connection:
            await connection.execute(delete(cards).where(cards.c.created <= self._oldest))

    @property
    def _oldest(self) -> int:
        return int(self._clock()) - FORGOTTEN_AFTER


def _of(user: User) -> tuple[ColumnElement[bool], ...]:
    return cards.c.platform == user.platform, cards.c.owner == user.key


def _read(row: Row[Any]) -> Card:
    return Card(row.platform, row.owner, row.community, tuple(row.turns), row.day, row.command)
