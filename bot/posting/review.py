"""Looks once, for each record book, through all that was told from those before it."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, TypeAlias

from bot.crew import LOOKED_EVERY
from bot.recap.beginning import spotter
from bot.store.jobs import Task
from bot.store.notices import correction_proposed

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.book import Book
    from bot.crew import Trade
    from bot.recap.postings import Postings
    from bot.store.jobs import Job, Jobs
    from bot.store.opening import Shelf

log = logging.getLogger(__name__)

Look: TypeAlias = "Callable[[], Awaitable[None]]"
"""At all that came of the books before, of one kind; each of them whatever becomes of another."""

_REVIEWS = "review "

_AT_A_TIME = 20
"""Recaps that are asked for together."""

_LOOKED_EVERY = 1.0
"""Seconds; a look at the book's fingerprint costs nothing."""

_PAUSE = 0.1
"""Seconds between two recaps: about as long as one takes, so that whoever asks is answered."""


def review_kind(fingerprint: str) -> str:
    """Only who has the same book open can look through the recaps with it."""
    return f"{_REVIEWS}{fingerprint}"


async def have_reviewed(jobs: Jobs, fingerprint: str) -> None:
    """Have all recaps looked through, once for this book until another takes its place."""
    while True:
        try:
            await jobs.forget_others(_REVIEWS, review_kind(fingerprint))
            await jobs.put(Task(review_kind(fingerprint), "all"))
        except Exception as error:  # noqa: BLE001 - each database has its own
            log.warning("the store cannot be reached: %s", type(error).__name__)
            await asyncio.sleep(LOOKED_EVERY)
        else:
            return


async def review_each_book(
    jobs: Jobs, book: Book, trades: dict[str, Trade], review: Review
) -> None:
    """Serve the review of the book that is open, also when it is another one than before."""
    seen: list[str] = []
    while True:
        if not seen or seen[-1] != book.fingerprint:
            seen.append(book.fingerprint)
            trades[review_kind(seen[-1])] = review
            for old in seen[:-2]:  # a job of the one before may just be in our hands
                trades.pop(review_kind(old), None)
            seen = seen[-2:]
            await have_reviewed(jobs, seen[-1])
        await asyncio.sleep(_LOOKED_EVERY)


class Review:
    """A trade; who takes it over after somebody died begins anew, and tells nothing twice."""

    def __init__(self, shelf: Shelf, postings: Postings, *others: Look) -> None:
        self._shelf = shelf
        self._postings = postings
        self._looks = (*others, self._at_recaps)

    async def __call__(self, job: Job) -> None:  # noqa: ARG002 - there is one review of a book
        for look in self._looks:
            await look()

    async def _at_recaps(self) -> None:
        last = ""
        while recaps := await self._shelf.recap_posts.posted(last, _AT_A_TIME):
            for recap in recaps:
                try:
                    await self._look_at(recap)
                except Exception:
                    log.exception("bug in looking through the recap %s", recap)
                await asyncio.sleep(_PAUSE)
            last = recaps[-1]

    async def _look_at(self, recap: str) -> None:
        """Put before it is noted: who dies between them leaves nothing untold."""
        draft = await self._shelf.drafts.find(recap)
        proposal = await self._postings.proposal(draft) if draft else None
        if draft is None or proposal is None:
            return
        history = await self._shelf.drafts.history(recap)
        known = {done.words for done in history if done.did in ("proposed", "left")}
        if proposal.digest not in known:
            await self._shelf.jobs.put(correction_proposed(proposal))
            who = spotter(draft.platform)
            await self._shelf.drafts.note(draft, who, "proposed", proposal.digest)
