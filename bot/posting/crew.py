"""The crew that posts in the channels of one platform: recaps, and what moderators are told."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.crew import Crew
from bot.posting.correcting_answers import CorrectingAnswers, RereadingAnswers, answers_kind
from bot.posting.daily import AskingDaily
from bot.posting.daily_paused import TellingOfPause
from bot.posting.delivery import Delivery
from bot.posting.doubts import Doubts, doubts_kind
from bot.posting.drafting import Drafting
from bot.posting.notices import Notices
from bot.posting.postings import StoredPostings
from bot.posting.rechecking import Rechecking
from bot.posting.review import Review, review_each_book
from bot.quiz.dailies import daily_kind, paused_kind
from bot.recap.copies import kind_of
from bot.store.jobs import LEASE
from bot.store.notices import notice_kind

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.book import Book
    from bot.channel import Channel
    from bot.crew import Trade
    from bot.store.jobs import Job
    from bot.store.opening import Shelf


@asynccontextmanager
async def posting(
    platform: str, channel: Channel, book: Book, shelf: Shelf, lease: float = LEASE
) -> AsyncIterator[None]:
    """Post what is due in a platform's channels as long as the block lasts."""
    trades: dict[str, Trade] = {}
    crew = _crew(platform, channel, book, shelf, lease, trades)
    postings = StoredPostings(shelf.drafts, shelf.recap_posts, shelf.preferences, book)
    looks = (
        Drafting(shelf, book, time.time).begin_all,
        RereadingAnswers(shelf, book, time.time).look,
        Rechecking(shelf, book, time.time).look,
    )
    review = Review(shelf, postings, *looks)
    reviews = review_each_book(shelf.jobs, book, trades, review)
    tasks = (asyncio.create_task(reviews), asyncio.create_task(crew.work()))
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)


def _crew(
    platform: str,
    channel: Channel,
    book: Book,
    shelf: Shelf,
    lease: float,
    trades: dict[str, Trade],
) -> Crew:
    delivery = Delivery(shelf.recap_posts, channel, book)
    trades[kind_of(platform)] = delivery
    trades[daily_kind(platform)] = AskingDaily(shelf, channel, book, time.time)
    trades[paused_kind(platform)] = TellingOfPause(shelf.preferences, channel)
    trades[answers_kind(platform)] = CorrectingAnswers(shelf, channel, book)
    trades[doubts_kind(platform)] = Doubts(shelf, channel)
    trades[notice_kind(platform)] = Notices(shelf.drafts, shelf.preferences, channel, book)

    async def given_up(job: Job) -> None:
        if job.task.kind == kind_of(platform) and (notice := await delivery.given_up(job)):
            await shelf.jobs.put(notice)

    return Crew(shelf.jobs, shelf.radio, trades, lease=lease, given_up=given_up)
