"""Tells moderators, each thing once, in the channel that they have chosen for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.recap.noticing import draw_notice, is_settled
from bot.unasked import desk_of, say_once

if TYPE_CHECKING:
    from bot.book import Book
    from bot.channel import Channel
    from bot.preferences import PreferenceShelf
    from bot.recap.drafts import Drafts
    from bot.store.jobs import Job


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
        to = await desk_of(self._preferences, task)
        draft = await self._drafts.find(task.work["recap"]) if to else None
        if to is None or draft is None or is_settled(task.work["about"], task.work, draft):
            return
        reply = draw_notice(task.work["about"], task.work, draft, self._book)
        await say_once(self._channel, to, reply, job)
