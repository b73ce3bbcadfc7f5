"""Keeps a planned night among the events of its communities; where that may not be, it is noted."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from bot.channel import Destination, NotPosted, Occasion
from bot.crew import NotNow
from bot.quiz.occasion import occasion_of
from bot.quiz.steps import Unlisted
from bot.unasked import mark_of

if TYPE_CHECKING:
    from bot.channel import Channel
    from bot.nightkeeping.watch import Watch
    from bot.quiz.night import Night
    from bot.quiz.nights import Nights
    from bot.quiz.steps import Step
    from bot.store.jobs import Job

log = logging.getLogger(__name__)


class Listing:
    """A trade for one platform; its job is looked at again whenever a night's time changes."""

    def __init__(self, nights: Nights, channel: Channel, watch: Watch) -> None:
        self._nights = nights
        self._channel = channel
        self._watch = watch

    async def __call__(self, job: Job) -> None:
        task = job.task
        night = await self._nights.find(task.work["night"])
        occasion = occasion_of(night, mark_of(task), self._watch.now()) if night else None
        if night is None or occasion is None:
            return
        if night.is_without(task.platform, task.community):
            occasion = Occasion(occasion.mark, "gone")
        to = Destination(task.platform, task.community, task.work["channel"])
        try:
            await self._channel.list_occasion(to, occasion)
        except NotPosted as refusal:
            if refusal.again_in is not None:
                raise NotNow(str(refusal), refusal.again_in) from refusal
            log.info("%s is not among the events: %s", night.id, refusal)
            if task.work["is_host"] and occasion.stage == "planned":
                await self._note(night.id, str(refusal))

    async def _note(self, night: str, why: str) -> None:
        """For the host's own panel."""
        step = Unlisted(at=self._watch.now(), why=why)

        def plan(found: Night) -> Step | None:
            return step if found.head.phase != "over" and found.unlisted != why else None

        await self._nights.take(night, plan)
