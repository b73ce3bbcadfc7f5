"""Tells moderators in the channel that they chose for that: a night stopped by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.reply import Reply, Text
from bot.unasked import desk_of, say_once

if TYPE_CHECKING:
    from bot.channel import Channel
    from bot.preferences import PreferenceShelf
    from bot.quiz.nights import Nights
    from bot.store.jobs import Job


class TellingOfStop:
    """A trade for the moderators' channels of one platform; the host's panel tells it too."""

    def __init__(self, nights: Nights, preferences: PreferenceShelf, channel: Channel) -> None:
        self._nights = nights
        self._preferences = preferences
        self._channel = channel

    async def __call__(self, job: Job) -> None:
        """Nothing where it goes on again already."""
        to = await desk_of(self._preferences, job.task)
        night = await self._nights.find(job.task.work["night"]) if to else None
        if to is None or night is None or night.head.phase != "paused":
            return
        told = "Nothing is lost: quiz host has the panel, and Resume in it brings the board back."
        blocks = Text(job.task.work["why"], "caution"), Text(told)
        await say_once(self._channel, to, Reply(f"{night.title} is paused.", blocks), job)
