"""Where the stories of posting happen: a draft, its channels, and whoever works there."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.channel import Destination
from bot.posting.crew import posting
from bot.posting.postings import StoredPostings
from bot.recap.draft import Draft, Signature, Target
from bot.store.jobs import LEASE

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    from bot.store.opening import Shelf
    from knowledge.record_book import RecordBook
    from tests.bot.store.board import Board

ANN = Signature("discord", "1", "Ann")
RACE = "2022 cup race 21"
RACING = Target(Destination("discord", "track", "racing"), "#racing")
PADDOCK = Target(Destination("discord", "track", "paddock"), "#paddock")
SHOP = Target(Destination("slack", "T1", "shop"), "#shop")
DRAFT = Draft("r1", "discord", "track", RACE, targets=(RACING,), roles=("fans",))


def postings(
    shelf: Shelf, book: RecordBook, clock: Callable[[], float] | None = None
) -> StoredPostings:
    clocks = (clock,) if clock else ()
    return StoredPostings(shelf.drafts, shelf.recap_posts, shelf.preferences, book, *clocks)


def at_work(
    shelf: Shelf,
    board: Board,
    book: RecordBook,
    platform: str = "discord",
    lease: float = LEASE,
) -> AbstractAsyncContextManager[None]:
    return posting(platform, board, book, shelf, lease)


async def quiet(shelf: Shelf, recap: str = DRAFT.id) -> None:
    """Wait until nothing is lacking anywhere; the test fails where that never comes."""
    async with asyncio.timeout(20):
        while any(copy.lacking for copy in await shelf.recap_posts.of(recap)):
            await asyncio.sleep(0.01)
