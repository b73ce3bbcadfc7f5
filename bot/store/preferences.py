"""Preferences in the store: of each person, channel and community, none seen by another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, delete, insert, or_, select

from bot.preferences import Owner, owner_of, owners, resolve
from bot.store.tables import preference as preferences

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.preferences import Chosen, Layers, Preferences, Whose
    from bot.request import Place, User


class StoredPreferences:
    """The preferences of every process that shares the store."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def chosen(self, owner: Owner) -> Chosen:
        return (await self._read({owner.whose: owner})).get(owner.whose, {})

    async def layers(self, user: User, place: Place) -> Layers:
        return await self._read(owners(user, place))

    async def of_channel(self, platform: str, community: str, channel: str) -> Preferences:
        """What holds for what is posted there unasked: no person's own."""
        whole = Owner(platform, "community", community)
        here = Owner(platform, "channel", community, channel)
        return resolve(await self._read({"community": whole, "channel": here}))

    async def choose(self, owner: Owner, changes: Chosen) -> None:
        rows = [
            {**_key(owner), "name": name, "value": value}
            for name, value in changes.items()
            if value
        ]
        before = and_(_of(owner), preferences.c.name.in_(tuple(changes)))
        async with self._engine.begin() as connection:
            await connection.execute(delete(preferences).where(before))
            if rows:
                await connection.execute(insert(preferences), rows)

    async def forget(self, user: User) -> int:
        """Forget a person's own, and say how many they were."""
        async with self._engine.begin() as connection:
            gone = await connection.execute(delete(preferences).where(_of(owner_of(user))))
            return gone.rowcount

    async def _read(self, whose: dict[Whose, Owner]) -> dict[Whose, dict[str, str | list[str]]]:
        found = select(preferences).where(or_(*map(_of, whose.values())))
        layers: dict[Whose, dict[str, str | list[str]]] = {each: {} for each in whose}
        async with self._engine.connect() as connection:
            for row in await connection.execute(found):
                layers[row.whose][row.name] = row.value
        return layers


def _key(owner: Owner) -> dict[str, str]:
    return {
        "platform": owner.platform,
        "community": owner.community,
        "whose": owner.whose,
        "owner": owner.key,
    }


def _of(owner: Owner) -> ColumnElement[bool]:
    return and_(*(preferences.c[name] == value for name, value in _key(owner).items()))
