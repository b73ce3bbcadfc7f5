"""Tells moderators in the channel that they chose for that: a daily question stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.channel import Destination
from bot.reply import Reply, Text
from bot.unasked import desk_of, say_once

if TYPE_CHECKING:
    from bot.channel import Channel
    from bot.preferences import PreferenceShelf
    from bot.store.jobs import Job


class TellingOfPause:
    """A trade for the moderators' channels of one platform; quiz daily tells it too."""

    def __init__(self, preferences: PreferenceShelf, channel: Channel) -> None:
        self._preferences = preferences
        self._channel = channel

    async def __call__(self, job: Job) -> None:
        task = job.task
        to = await desk_of(self._preferences, task)
        if to is None:
            return
        asked = Destination(task.platform, task.community, task.work["channel"])
        name = await self._channel.channel_name(asked) or f"channel {asked.channel}"
        told = Text(task.work["why"], "caution"), Text("quiz daily there switches it on again.")
        reply = Reply(f"The daily question in {name} is paused.", told)
        await say_once(self._channel, to, reply, job)
