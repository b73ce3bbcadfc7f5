"""Channels lent to another community for its recaps: offered by a code, taken up by it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select, update

from bot.channel import Destination
from bot.codes import new_code, read_code
from bot.recap.draft import Target
from bot.recap.drafts import LINKED_WITHIN
from bot.store.tables import channel_link as links

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import ColumnElement
    from sqlalchemy.ext.asyncio import AsyncEngine


class StoredLinks:
    """The links of every process that shares the store."""

    def __init__(self, engine: AsyncEngine, clock: Callable[[], float] = time.time) -> None:
        self._engine = engine
        self._clock = clock  # seconds since 1970

    async def offer(self, to: Destination, name: str) -> str:
        """A new code; those that nobody took up in time are forgotten."""
        code, now = new_code(), self._clock()
        row = {
            "code": code,
            "platform": to.platform,
            "community": to.community,
            "channel": to.channel,
            "name": name,
            "expires": now + LINKED_WITHIN,
            "to_platform": "",
            "to_community": "",
        }
        async with self._engine.begin() as connection:
            old = links.c.expires <= now, links.c.to_platform == ""
            await connection.execute(delete(links).where(*old))
            await connection.execute(insert(links), row)
        return code

    async def take_up(self, code: str, platform: str, community: str) -> Target | None:
        """Of two who take it up at once, one does."""
        waiting = (
            links.c.code == read_code(code),
            links.c.to_platform == "",
            links.c.expires > self._clock(),
        )
        taken = (
            update(links)
            .where(*waiting)
            .values(to_platform=platform, to_community=community)
            .returning(links)
        )
        async with self._engine.begin() as connection:
            row = (await connection.execute(taken)).one_or_none()
        if row is None:
            return None
        return Target(Destination(row.platform, row.community, row.channel), row.name)

    async def linked(self, platform: str, community: str) -> tuple[Target, ...]:
        ours = links.c.to_platform == platform, links.c.to_community == community
        return await self._read(*ours)

    async def lent(self, platform: str, community: str) -> tuple[Target, ...]:
        taken = links.c.to_platform != ""
        return await self._read(taken, links.c.platform == platform, links.c.community == community)

    async def end(self, to: Destination) -> None:
        there = (
            links.c.platform == to.platform,
            links.c.community == to.community,
            links.c.channel == to.channel,
        )
        async with self._engine.begin() as connection:
            await connection.execute(delete(links).where(*there))

    async def _read(self, *which: ColumnElement[bool]) -> tuple[Target, ...]:
        """Each channel once."""
        found = select(links).where(*which).order_by(links.c.platform, links.c.name, links.c.code)
        async with self._engine.connect() as connection:
            rows = (await connection.execute(found)).all()
        named = {Destination(r.platform, r.community, r.channel): r.name for r in rows}
        return tuple(Target(to, name) for to, name in named.items())
