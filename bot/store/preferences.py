"""Preferences in the store: of each person, channel and community, none seen by another."""

from __future__ import annotations

import asyncio
import json
import logging
from collections import defaultdict
from contextlib import asynccontextmanager
from dataclasses import astuple
from typing import TYPE_CHECKING, TypeAlias

from sqlalchemy import and_, delete, insert, or_, select, true
from sqlalchemy.exc import SQLAlchemyError

from bot.preferences import Owner, owner_of, owners, resolve
from bot.store.tables import preference as preferences

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from sqlalchemy import ColumnElement
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.preferences import Chosen, Layers, Preferences, Whose
    from bot.radio import Radio, Receiver
    from bot.request import Place, User

log = logging.getLogger(__name__)

ABOUT = "preference"
"""What the radio says when somebody has chosen otherwise."""

_LISTENED = 3600.0
"""Seconds; then it is listened anew."""

_Told: TypeAlias = dict[str, str | list[str]]


class StoredPreferences:
    """The preferences of every process that shares the store.

    Every question asks for three owners' preferences, and few have any. So all of them are in
    memory while `kept_fresh` is open, and read again as soon as any process changes them.
    """

    def __init__(self, engine: AsyncEngine, radio: Radio) -> None:
        self._engine = engine
        self._radio = radio
        self._all: dict[Owner, _Told] | None = None  # not in memory
        self._reading = asyncio.Lock()  # else what was read first might be put in last

    @asynccontextmanager
    async def kept_fresh(self) -> AsyncIterator[None]:
        async with self._radio.tuned_in(ABOUT) as receiver:
            await self._read_all()
            listening = asyncio.create_task(self._listen(receiver))
            try:
                yield
            finally:
                listening.cancel()
                await asyncio.wait((listening,))
                self._all = None

    async def _listen(self, receiver: Receiver) -> None:
        while True:
            call = await receiver.hear(_LISTENED)
            try:
                if call is None or not call.key:
                    await self._read_all()
                else:
                    await self._read_again(Owner(*json.loads(call.key)))
            except (SQLAlchemyError, OSError) as error:
                log.warning("preferences are read from the store: %s", type(error).__name__)
                self._all = None

    async def chosen(self, owner: Owner) -> Chosen:
        return (await self._read({owner.whose: owner})).get(owner.whose, {})

    async def layers(self, user: User, place: Place) -> Layers:
        return await self._read(owners(user, place))

    async def of_channel(self, platform: str, community: str, channel: str) -> Preferences:
        """What holds for what is posted there unasked: no person's own."""
        whole = Owner(platform, "community", community)
        here = Owner(platform, "channel", community, channel)
        return resolve(await self._read({"community": whole, "channel": here}))

    async def who_chose(self, platform: str, name: str) -> tuple[Owner, ...]:
        everybody = self._all
        if everybody is None:
            named = and_(preferences.c.platform == platform, preferences.c.name == name)
            everybody = await self._look_up(named)
        return tuple(
            o for o, chosen in everybody.items() if o.platform == platform and name in chosen
        )

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
        await self._changed(owner)

    async def forget(self, user: User) -> int:
        """Forget a person's own, and say how many they were."""
        async with self._engine.begin() as connection:
            gone = await connection.execute(delete(preferences).where(_of(owner_of(user))))
        await self._changed(owner_of(user))
        return gone.rowcount

    async def read_anew(self) -> None:
        """Those of a whole community are gone."""
        if self._all is not None:
            await self._read_all()
        await self._radio.call(ABOUT)

    async def _changed(self, owner: Owner) -> None:
        if self._all is not None:
            await self._read_again(owner)
        await self._radio.call(ABOUT, json.dumps(list(astuple(owner))))

    async def _read(self, whose: dict[Whose, Owner]) -> dict[Whose, _Told]:
        if self._all is not None:
            return {each: dict(self._all.get(owner, {})) for each, owner in whose.items()}
        found = await self._look_up(or_(*map(_of, whose.values())))
        return {each: found.get(owner, {}) for each, owner in whose.items()}

    async def _read_all(self) -> None:
        async with self._reading:
            self._all = await self._look_up(true())

    async def _read_again(self, owner: Owner) -> None:
        async with self._reading:
            found = await self._look_up(_of(owner))
            if self._all is not None:
                self._all.pop(owner, None)
                self._all.update(found)

    async def _look_up(self, which: ColumnElement[bool]) -> dict[Owner, _Told]:
        found: dict[Owner, _Told] = defaultdict(dict)
        async with self._engine.connect() as connection:
            for row in await connection.execute(select(preferences).where(which)):
                owner = Owner(row.platform, row.whose, row.community, row.owner)
                found[owner][row.name] = row.value
        return dict(found)


def _key(owner: Owner) -> dict[str, str]:
    return {
        "platform": owner.platform,
        "community": owner.community,
        "whose": owner.whose,
        "owner": owner.key,
    }


def _of(owner: Owner) -> ColumnElement[bool]:
    return and_(*(preferences.c[name] == value for name, value in _key(owner).items()))
