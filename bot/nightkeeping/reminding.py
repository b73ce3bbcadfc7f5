"""Calls a night to mind in its channels before it begins, once each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.channel import Destination
from bot.quiz.gathering import join_button, who_is_in
from bot.quiz.keys import button
from bot.quiz.starting import reminder_words, start_of, told_start
from bot.reply import Reply, Text
from bot.unasked import say_once

if TYPE_CHECKING:
    from bot.channel import Channel
    from bot.nightkeeping.watch import Watch
    from bot.quiz.night import Night
    from bot.quiz.nights import Nights
    from bot.store.jobs import Job

_LATE = 120.0
"""Seconds; who is reminded later than that is told a wrong time, so he is not."""


class Reminding:
    """A trade for the channels of one platform."""

    def __init__(self, nights: Nights, channel: Channel, watch: Watch) -> None:
        self._nights = nights
        self._channel = channel
        self._watch = watch

    async def __call__(self, job: Job) -> None:
        """Nothing where the night has begun, was called off, or Spotter comes too late."""
        task = job.task
        starts, before = float(task.work["starts"]), int(task.work["before"])
        night = await self._nights.find(task.work["night"])
        is_late = self._watch.now() > starts - before + _LATE
        if night is None or start_of(night) != starts or is_late:
            return
        if night.is_without(task.platform, task.community):
            return
        to = Destination(task.platform, task.community, task.work["channel"])
        await say_once(self._channel, to, _draw(night, before), job)


def _draw(night: Night, before: int) -> Reply:
    return Reply(
        reminder_words(night, before),
        (*told_start(night), Text(who_is_in(night))),
        buttons=(button(*join_button(night)),),
    )
