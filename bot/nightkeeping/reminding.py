"""Calls a night to mind in its channels before it begins, once each time."""

from __future__ import annotations

import hashlib
import logging
from typing import TYPE_CHECKING

from bot.channel import Destination, NotPosted, Post
from bot.crew import NotNow
from bot.quiz.gathering import join_button, who_is_in
from bot.quiz.keys import button
from bot.quiz.starting import begins_words, reminder_words, start_of
from bot.recap.copies import LONGEST_MARK
from bot.reply import Reply, Text

if TYPE_CHECKING:
    from bot.channel import Channel
    from bot.nightkeeping.watch import Watch
    from bot.quiz.night import Night
    from bot.quiz.nights import Nights
    from bot.store.jobs import Job, Task

log = logging.getLogger(__name__)

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
        to = Destination(task.platform, task.community, task.work["channel"])
        post = Post(_draw(night, before), _mark(task))
        try:
            await self._channel.post(to, post, again=job.attempt > 1)
        except NotPosted as refusal:
            if refusal.again_in is not None:
                raise NotNow(str(refusal), refusal.again_in) from refusal
            log.warning("a channel of %s takes no reminder: %s", task.platform, refusal)


def _draw(night: Night, before: int) -> Reply:
    return Reply(
        reminder_words(night, before),
        (Text(begins_words(night)), Text(who_is_in(night))),
        buttons=(button(*join_button(night)),),
    )


def _mark(task: Task) -> str:
    return hashlib.sha256(f"{task.kind} {task.key}".encode()).hexdigest()[:LONGEST_MARK]
