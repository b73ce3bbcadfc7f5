"""Tells moderators in the channel that they chose for that: a daily question stopped."""

from __future__ import annotations

import hashlib
import logging
from typing import TYPE_CHECKING

from bot.channel import Destination, NotPosted, Post
from bot.crew import NotNow
from bot.preferences import DESK, Owner
from bot.recap.copies import LONGEST_MARK
from bot.reply import Reply, Text

if TYPE_CHECKING:
    from bot.channel import Channel
    from bot.preferences import PreferenceShelf
    from bot.store.jobs import Job

log = logging.getLogger(__name__)


class TellingOfPause:
    """A trade for the moderators' channels of one platform; quiz daily tells it too."""

    def __init__(self, preferences: PreferenceShelf, channel: Channel) -> None:
        self._preferences = preferences
        self._channel = channel

    async def __call__(self, job: Job) -> None:
        task = job.task
        everybody = Owner(task.platform, "community", task.community)
        desk = str((await self._preferences.chosen(everybody)).get(DESK, ""))
        if not desk:
            return
        to = Destination(task.platform, task.community, desk)
        asked = Destination(task.platform, task.community, task.work["channel"])
        name = await self._channel.channel_name(asked) or f"channel {asked.channel}"
        told = Text(task.work["why"], "caution"), Text("quiz daily there switches it on again.")
        mark = hashlib.sha256(f"{task.kind} {task.key}".encode()).hexdigest()[:LONGEST_MARK]
        post = Post(Reply(f"The daily question in {name} is paused.", told), mark)
        try:
            await self._channel.post(to, post, again=job.attempt > 1)
        except NotPosted as refusal:
            if refusal.again_in is not None:
                raise NotNow(str(refusal), refusal.again_in) from refusal
            log.warning("the moderators' channel of %s takes nothing: %s", task.platform, refusal)
