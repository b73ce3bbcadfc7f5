"""Watches the race while a channel follows, and has each thing that happens told there once."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from bot.defaulting import SERIES
from bot.preferences import FOLLOW
from bot.race_control import at
from bot.raceday.happenings import Happening
from bot.store.jobs import Task
from knowledge.live.changes import changes

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable
    from datetime import datetime

    from bot.preferences import Owner, Preferences, PreferenceShelf
    from bot.race_control import RaceControl
    from bot.store.jobs import Jobs
    from knowledge.live.changes import Change
    from knowledge.live.snapshot import Snapshot

log = logging.getLogger(__name__)

CLOSELY, NEARBY, SELDOM = 10.0, 60.0, 300.0
"""Seconds between two looks: while a race runs, around its start, and where nobody knows when."""

_BEFORE = 900.0
"""Seconds before a start from which it is looked at."""

_STUCK = 1800.0
"""Seconds; a red flag for rain may last, but then the feed's own clock goes on."""

_TOLD_OF = frozenset({"green", "stage", "finish"})


@dataclass(frozen=True, slots=True)
class Follower:
    """A channel that is told of races, and what it prefers."""

    owner: Owner
    preferences: Preferences

    def wants(self, change: Change, series: str) -> bool:
        followed = SERIES.get(self.preferences.follow, ())
        return series in followed and change.kind in self.preferences.told_of


def follow_kind(platform: str) -> str:
    return f"race {platform}"


class Following:
    """One for the channels of one platform; several processes that watch tell each thing once."""

    def __init__(
        self,
        platform: str,
        kept: PreferenceShelf,
        jobs: Jobs,
        control: RaceControl,
        now: Callable[[], float],
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._platform = platform
        self._kept = kept
        self._jobs = jobs
        self._control = control
        self._now = now
        self._pause = pause
        self._before: Snapshot | None = None  # what is first seen is where it begins

    async def run(self) -> None:
        while True:
            try:
                seconds = await self.watch()
            except Exception:
                log.exception("the race could not be watched")
                seconds = NEARBY
            await self._pause(seconds)

    async def watch(self) -> float:
        """Look once where somebody follows and a race may run; seconds until the next look."""
        followers = await self._followers()
        desk = self._control.desk
        if desk is None or not followers:
            self._before = None
            return NEARBY
        idle = await self._idle(followers)
        if idle and idle > 0 and not self._is_on():
            self._before = None
            return min(idle, SELDOM)
        look = await desk.look()
        if look.snapshot is not None and not look.trouble:
            await self._tell(look.snapshot, followers)
        if self._is_on():
            return CLOSELY
        is_done = self._before is not None and self._before.is_finished
        return SELDOM if idle is None or is_done else NEARBY

    def _is_on(self) -> bool:
        """A race that the feed has not moved for long is none any more."""
        seen = self._before
        return bool(seen and seen.is_running) and self._now() - _told(seen) < _STUCK

    async def _tell(self, seen: Snapshot, followers: Iterable[Follower]) -> None:
        """Put all of it before it is taken as seen: a kill between costs nothing but a repeat."""
        for change in changes(self._before, seen):
            if change.kind in _TOLD_OF:
                for follower in followers:
                    if follower.wants(change, seen.series):
                        await self._jobs.put(task_of(change, seen, follower))
        self._before = seen

    async def _followers(self) -> list[Follower]:
        owners = await self._kept.who_chose(self._platform, FOLLOW)
        return [
            Follower(each, await self._kept.of_channel(each.platform, each.community, each.key))
            for each in owners
            if each.whose == "channel"
        ]

    async def _idle(self, followers: Iterable[Follower]) -> float | None:
        """Seconds until a race that is followed is near; None where nobody knows a schedule."""
        calendar, now = self._control.calendar, at(self._now())
        schedule = await asyncio.to_thread(calendar.find, now) if calendar else None
        if schedule is None:
            return None
        followed = {key for each in followers for key in SERIES.get(each.preferences.follow, ())}
        starts = [each.start for each in schedule.races if each.start and each.series in followed]
        return min((_until(start, now) for start in starts), default=SELDOM)


def _told(seen: Snapshot | None) -> float:
    return seen.told_at.timestamp() if seen else 0.0


def _until(start: datetime, now: datetime) -> float:
    """Of a race that began long ago nothing is awaited any more."""
    seconds = (start - now).total_seconds() - _BEFORE
    return seconds if seconds > -_LONGEST else SELDOM


_LONGEST = 8 * 3600.0
"""Seconds after the first look; no race goes on longer, with rain and all."""


def task_of(change: Change, seen: Snapshot, follower: Follower) -> Task:
    """Its key is the same in every process, so it is told once."""
    owner, happening = follower.owner, Happening.of(change, seen)
    return Task(
        follow_kind(owner.platform),
        f"{owner.community} {owner.key} {seen.race} {change.key}",
        {**asdict(happening), "channel": owner.key},
        due=happening.at + 3600.0 * follower.preferences.hours,
        platform=owner.platform,
        community=owner.community,
    )
