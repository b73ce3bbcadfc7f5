"""What players took from the nights of a community, worked out once for each that is over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bot.quiz.results import results_of
from bot.store.quiz_boards import shown
from bot.store.tables import quiz as quizzes

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.quiz.results import Result
    from bot.store.quiz_reading import NightReader

_REMEMBERED = 2_000
"""Nights; a season of many communities."""

_EARLY = 30 * 24 * 3600.0
"""Seconds that a night may have been open before its first question was asked."""


class NightResults:
    """A ruling after the end makes another step, and so another result."""

    def __init__(self, engine: AsyncEngine, reader: NightReader) -> None:
        self._engine = engine
        self._reader = reader
        self._known: dict[tuple[Any, ...], tuple[Result, ...]] = {}

    async def of(
        self, platform: str, community: str, since: float, until: float
    ) -> tuple[Result, ...]:
        found: list[Result] = []
        for version in await self._over(platform, community, since, until):
            found += await self._of_night(version)
        return tuple(
            each
            for each in found
            if (each.platform, each.community) == (platform, community)
            and since <= each.began < until
        )

    async def _over(
        self, platform: str, community: str, since: float, until: float
    ) -> list[tuple[Any, ...]]:
        which = (
            quizzes.c.id.in_(shown(platform, community)),
            quizzes.c.phase == "over",
            quizzes.c.begun >= since - _EARLY,
            quizzes.c.begun < until,
        )
        version = quizzes.c.id, quizzes.c.steps, quizzes.c.entries, quizzes.c.rewritten
        async with self._engine.connect() as connection:
            return [tuple(row) for row in await connection.execute(select(*version).where(*which))]

    async def _of_night(self, version: tuple[Any, ...]) -> tuple[Result, ...]:
        if version not in self._known:
            found = await self._reader.find(version[0])
            if len(self._known) >= _REMEMBERED:
                del self._known[next(iter(self._known))]
            self._known[version] = results_of(found.night) if found else ()
        return self._known[version]
