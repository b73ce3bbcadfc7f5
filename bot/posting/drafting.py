"""Begins a recap's draft for each community that wants one, when a race is in the records."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from bot.defaulting import SERIES
from bot.preferences import DRAFTS, Owner, resolve
from bot.quiz.sides import PLATFORMS
from bot.recap.beginning import INSPECTED_AFTER, Begun, begun, spotter
from bot.store.notices import draft_begun

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.book import Book
    from bot.recap.drafts import Template
    from bot.store.opening import Shelf
    from knowledge.races import Race

log = logging.getLogger(__name__)


class Drafting:
    """A draft has one id for each race and community, so it is begun once whoever looks."""

    def __init__(self, shelf: Shelf, book: Book, clock: Callable[[], float]) -> None:
        self._shelf = shelf
        self._book = book
        self._clock = clock  # seconds since 1970

    async def begin_all(self) -> None:
        today = datetime.fromtimestamp(self._clock(), UTC).date()
        races = tuple(_fresh(self._book, today))
        for platform in PLATFORMS if races else ():
            for community in await self._shelf.preferences.who_chose(platform, DRAFTS):
                try:
                    await self._begin(races, community, today)
                except Exception:
                    log.exception("bug in drafting recaps for %s", community)

    async def _begin(self, races: tuple[Race, ...], whose: Owner, today: date) -> None:
        chosen = resolve({"community": await self._shelf.preferences.chosen(whose)})
        template = await self._template(whose)
        by = Begun(spotter(whose.platform), whose.community, chosen.drivers, today)
        for race in races:
            if race.series in SERIES.get(chosen.drafts, ()):
                draft = await self._shelf.drafts.begin(begun(race, template, by), by.who)
                if draft.drafted_by == by.who:  # else a moderator has begun it already
                    await self._shelf.jobs.put(draft_begun(draft))

    async def _template(self, whose: Owner) -> Template:
        """With each channel's way of telling results as it is today."""
        template = await self._shelf.drafts.template(whose.platform, whose.community)
        held = [
            await self._shelf.preferences.of_channel(to.platform, to.community, to.channel)
            for to in (target.to for target in template.targets)
        ]
        both = zip(template.targets, held, strict=True)
        targets = tuple(replace(target, spoilers=each.spoilers) for target, each in both)
        return replace(template, targets=targets)


def _fresh(book: Book, today: date) -> Iterator[Race]:
    """The races whose result may be news: the records take none before it is whole."""
    since = (today - timedelta(days=INSPECTED_AFTER)).isoformat()
    for series in book.status().series:
        if series.last.date >= since:
            races = book.races(f"{series.last.season} {series.series}")
            yield from (race for race in races if since <= race.date <= today.isoformat())
