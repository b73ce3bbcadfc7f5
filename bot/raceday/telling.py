"""Tells a followed channel what happened: as it is told there now, and never long after."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from bot.channel import Destination
from bot.crew import NotNow
from bot.raceday.happenings import Happening, post_of
from bot.unasked import mark_of, post_once

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.channel import Channel
    from bot.preferences import PreferenceShelf
    from bot.store.jobs import Job

log = logging.getLogger(__name__)

LATE = 900.0
"""Seconds; what could not be told by then is no news any more."""

_LATER = 12 * 3600.0
"""Seconds; what is told hours later anyway may wait longer for a process to tell it."""


class Telling:
    """A trade for the followed channels of one platform."""

    def __init__(self, kept: PreferenceShelf, channel: Channel, now: Callable[[], float]) -> None:
        self._kept = kept
        self._channel = channel
        self._now = now

    async def __call__(self, job: Job) -> None:
        task = job.task
        to = Destination(task.platform, task.community, task.work["channel"])
        happening = Happening.read(task.work)
        preferences = await self._kept.of_channel(to.platform, to.community, to.channel)
        due = happening.at + preferences.hours * 3600.0
        if not preferences.follow or happening.kind not in preferences.told_of:
            return
        if (wait := due - self._now()) > 0:
            raise NotNow("The channel is told of results later.", wait)
        if -wait > (_LATER if preferences.hours else LATE):
            log.info("%s of %s was not told in time", happening.kind, happening.race)
            return
        post = post_of(happening, preferences.spoiler_mode, mark_of(task))
        await post_once(self._channel, to, post, job)
