"""Brings a copy to what is wanted in its channel, step by step, each noted when it is done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.channel import NotPosted, Post
from bot.crew import NotNow
from bot.preferences import THREAD, Preferences
from bot.recap.correcting import disputed, now_struck, told_by
from bot.recap.covering import cover
from bot.recap.drawing_up import recap_of
from bot.recap.fact_lock import check_recap, reasons_against
from bot.reply import Reply
from bot.store.notices import post_failed

if TYPE_CHECKING:
    from bot.book import Book
    from bot.channel import Channel
    from bot.recap.copies import Copy
    from bot.recap.recap import Recap
    from bot.store.jobs import Job, Task
    from bot.store.recap_posts import RecapPosts

_TAKEN_BACK = Reply("This recap was taken back.")
_NOT_TRUE = "The rows have changed since it was signed: {why} Edit it, and post it again."
_WHY_OPENLY = "The rows have changed since it was signed."
WENT_WRONG = "Something went wrong on my side, and whoever runs me finds it in the log."


class NotTrue(NotPosted):
    """We refuse it ourselves; why, tells of the result."""


class Delivery:
    """A trade for the channels of one platform."""

    def __init__(self, posts: RecapPosts, channel: Channel, book: Book) -> None:
        self._posts = posts
        self._channel = channel
        self._book = book

    async def __call__(self, job: Job) -> None:
        copy = await self._posts.note(job)
        while copy and copy.lacking:
            try:
                news = await self._step(copy, again=job.attempt > 1 or copy.tried)
            except NotPosted as refusal:
                copy = await self._refused(copy, job, refusal)
                continue
            copy = await self._posts.note(job, **news)

    async def _refused(self, copy: Copy, job: Job, refusal: NotPosted) -> Copy | None:
        """Tell the moderators; a refusal that may pass leaves open whether it was posted."""
        why = str(refusal)
        if refusal.again_in is not None:
            await self._posts.note(job, why=why, tried=True)
            raise NotNow(why, refusal.again_in)
        if copy.lacking == "publish":
            return await self._posts.note(job, why=why, published=True)
        # A thread comes after its title, which may be there though the thread was refused.
        in_thread = Preferences(spoilers=copy.target.spoilers).spoiler_mode == THREAD
        tried = copy.tried or job.attempt > 1 or in_thread
        told = _WHY_OPENLY if isinstance(refusal, NotTrue) else why
        notice = post_failed(copy, job.task.key, told)
        return await self._posts.note(job, notice, state="failed", why=why, tried=tried)

    async def given_up(self, job: Job) -> Task | None:
        """What moderators are told when nobody tries it any more."""
        copy = await self._posts.find(job.task.key.partition(" ")[0])
        return post_failed(copy, job.task.key, WENT_WRONG) if copy else None

    async def _step(self, copy: Copy, *, again: bool) -> dict[str, Any]:
        match copy.lacking:
            case "post":
                return await self._post(copy, again=again)
            case "replace":
                return await self._replace(copy)
            case "remove":
                return await self._remove(copy)
            case _:
                await self._channel.publish(copy.posted)
                return {"published": True, "why": ""}

    async def _post(self, copy: Copy, *, again: bool) -> dict[str, Any]:
        recap = recap_of(copy.draft, self._book)
        if not copy.draft.anyway and (wrong := reasons_against(check_recap(self._book, recap))):
            raise NotTrue(_NOT_TRUE.format(why=wrong[0]))
        post = cover(recap, copy.target, copy.draft, copy.mark)
        posted = await self._channel.post(copy.target.to, post, again=again)
        return {
            "state": "posted",
            "message": posted.message,
            "thread": posted.thread,
            "version": 0 if again else copy.draft.version,  # what was found may be an older one
            "why": "",
            **self._shown(copy, recap),
        }

    async def _replace(self, copy: Copy) -> dict[str, Any]:
        recap = recap_of(copy.draft, self._book)
        struck = now_struck(self._book, copy, recap)
        post = cover(recap, copy.target, copy.draft, copy.mark, dict(struck))
        await self._channel.replace(copy.posted, replace(post, roles=()))
        shown = self._shown(copy, recap)
        return {"version": copy.draft.version, "struck": struck, "why": "", **shown}

    async def _remove(self, copy: Copy) -> dict[str, Any]:
        """Take it back also where nobody knows whether it is there.

        Then something harmless of the same mark is found, or posted, and goes.
        """
        posted = copy.posted
        if not copy.message:
            harmless = replace(self._harmless(copy), roles=(), cover=None)
            posted = await self._channel.post(copy.target.to, harmless, again=True)
        await self._channel.remove(posted)
        return {"state": "removed", "message": "", "thread": "", "why": ""}

    def _shown(self, copy: Copy, recap: Recap) -> dict[str, Any]:
        """What is read there now, and what of it a moderator insists on against the rows."""
        insists = disputed(self._book, recap) if copy.draft.anyway else ()
        return {"told": told_by(recap), "disputed": insists}

    def _harmless(self, copy: Copy) -> Post:
        """In a thread where the recap would be, else its mark is looked for in a wrong place."""
        recap = recap_of(copy.draft, self._book)
        return replace(cover(recap, copy.target, copy.draft, copy.mark), reply=_TAKEN_BACK)
