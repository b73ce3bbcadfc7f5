"""Tells moderators, each thing once, in the channel that they have chosen for that."""

from __future__ import annotations

import hashlib
import logging
from typing import TYPE_CHECKING

from bot.channel import Destination, NotPosted, Post
from bot.crew import NotNow
from bot.preferences import DESK, Owner
from bot.recap.copies import LONGEST_MARK
from bot.recap.noticing import draw_notice, is_settled

if TYPE_CHECKING:
    from bot.book import Book
    from bot.channel import Channel
    from bot.preferences import PreferenceShelf
    from bot.recap.drafts import Drafts
    from bot.store.jobs import Job, Task

log = logging.getLogger(__name__)


class Notices:
    """A trade for the moderators' channels of one platform."""

    def __init__(
        self, drafts: Drafts, preferences: PreferenceShelf, channel: Channel, book: Book
    ) -> None:
        self._drafts = drafts
        self._preferences = preferences
        self._channel = channel
        self._book = book

    async def __call__(self, job: Job) -> None:
        """Where no channel is chosen, the panel tells it to whoever looks."""
        task = job.task
        to = await self._desk(task)
        draft = await self._drafts.find(task.work["recap"]) if to else None
        if to is None or draft is None or is_settled(task.work["about"], task.work, draft):
            return
        reply = draw_notice(task.work["about"], task.work, draft, self._book)
        try:
            await self._channel.post(to, Post(reply, _mark(task)), again=job.attempt > 1)
        except NotPosted as refusal:
            if refusal.again_in is not None:
                raise NotNow(str(refusal), refusal.again_in) from refusal
            log.warning("the moderators' channel of %s takes nothing: %s", task.platform, refusal)

    async def _desk(self, task: Task) -> Destination | None:
        everybody = Owner(task.platform, "community", task.community)
        key = str((await self._preferences.chosen(everybody)).get(DESK, ""))
        return Destination(task.platform, task.community, key) if key else None


def _mark(task: Task) -> str:
    return hashlib.sha256(f"{task.kind} {task.key}".encode()).hexdigest()[:LONGEST_MARK]
