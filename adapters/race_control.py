"""Race control as a process has it: the archived schedule, and the live feed where it is on."""

from __future__ import annotations

import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.race_control import RaceControl
from knowledge.schedule.archived import ArchivedSchedule
from knowledge.sources.fetching.archive import Archive

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from adapters.sync_settings import SyncSettings
    from knowledge.sources.fetching.outcomes import Outcome
    from knowledge.sources.fetching.polite import Manners, Polite

_TIME_OUT = 10.0
"""Seconds; what comes later is old."""


class _Feed:
    """The one address of the live feed, asked by a client that keeps its pauses."""

    def __init__(self, client: Polite, url: str, most_bytes: int) -> None:
        self._client = client
        self._url = url
        self._most_bytes = most_bytes

    async def ask(self, etag: str) -> Outcome:
        return await self._client.ask(self._url, etag, self._most_bytes)


def archived_control(home: Path, *, fetches: bool) -> RaceControl:
    """For a window that looks at no live feed: the schedule that a sync has archived."""
    return RaceControl(ArchivedSchedule(Archive(home)), fetches=fetches)


@asynccontextmanager
async def controlling(
    settings: SyncSettings,
    home: Path,
    manners: Manners | None = None,
    now: Callable[[], float] = time.time,
) -> AsyncIterator[RaceControl]:
    """With a live desk where the settings say that the feed is asked; one for all platforms."""
    control = archived_control(home, fetches=settings.chosen == "all")
    if not control.fetches:
        yield control
        return
    from bot.raceday.live_desk import PACE, LiveDesk
    from knowledge.sources.fetching.feed_addresses import BASE, LIVE, MOST_BYTES
    from knowledge.sources.fetching.polite import Manners, polite

    url = f"{(settings.feed_url or BASE).rstrip('/')}/{LIVE}"
    manners = manners or Manners(gap=PACE, attempts=1, time_out=_TIME_OUT)
    async with polite(manners) as client:
        desk = LiveDesk(_Feed(client, url, MOST_BYTES), now)
        try:
            yield RaceControl(control.calendar, desk, fetches=True)
        finally:
            await desk.close()
