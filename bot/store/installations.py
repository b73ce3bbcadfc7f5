"""Where a community installed Spotter itself: the token it gave, until it takes it back."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select, update

from bot.store.seals import BrokenSeal, Seal
from bot.store.tables import installation as installations

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import ColumnElement
    from sqlalchemy.ext.asyncio import AsyncEngine

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Installed:
    """What a platform needs to talk in one community."""

    platform: str
    app: str  # which of our apps, as a test may have one of its own
    community: str
    token: str = field(repr=False)
    bot: str = ""
    bot_user: str = ""
    scopes: str = ""


class Installations:
    """The latest of each community, its token sealed where there is a key."""

    def __init__(
        self,
        engine: AsyncEngine,
        seal: Seal,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._engine = engine
        self._seal = seal
        self._clock = clock  # seconds since 1970

    async def save(self, installed: Installed) -> None:
        row = {
            "platform": installed.platform,
            "app": installed.app,
            "community": installed.community,
            "token": self._seal.close(installed.token),
            "bot": installed.bot,
            "bot_user": installed.bot_user,
            "scopes": installed.scopes,
            "created": int(self._clock()),
        }
        async with self._engine.begin() as connection:
            of_theirs = _of(installed.platform, installed.app, installed.community)
            await connection.execute(delete(installations).where(*of_theirs))
            await connection.execute(insert(installations), row)

    async def find(self, platform: str, app: str, community: str) -> Installed | None:
        async with self._engine.connect() as connection:
            found = select(installations).where(*_of(platform, app, community))
            row = (await connection.execute(found)).one_or_none()
        if row is None:
            return None
        try:
            token = self._seal.open(row.token)
        except BrokenSeal as broken:
            log.warning("the token of %s cannot be read: %s", community, broken)
            return None
        return Installed(platform, app, community, token, row.bot, row.bot_user, row.scopes)

    async def seal_all(self) -> None:
        """Those that were kept before there was a key."""
        async with self._engine.begin() as connection:
            for row in (await connection.execute(select(installations))).all():
                sealed = self._seal.close(row.token)
                if sealed != row.token:
                    of_it = _of(row.platform, row.app, row.community)
                    await connection.execute(
                        update(installations).where(*of_it).values(token=sealed)
                    )


def _of(platform: str, app: str, community: str) -> tuple[ColumnElement[bool], ...]:
    return (
        installations.c.platform == platform,
        installations.c.app == app,
        installations.c.community == community,
    )
