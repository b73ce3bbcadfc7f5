"""Goes on with a newer record book beside a bot that runs, whoever has put it in place."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from knowledge.sources.changes import Changes

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from datetime import date

    from knowledge.record_book import RecordBook
    from knowledge.sources.applying import Apply
    from knowledge.sources.fetching.archive import Archive

log = logging.getLogger(__name__)


LOOKED_EVERY = 3.0
"""Seconds; where nothing is new, a look is one call to the file system."""


def utc_day() -> date:
    return datetime.now(UTC).date()


def taking_in(book: RecordBook, today: Callable[[], date] = utc_day) -> Apply:
    """What a sync beside the bot does with its archive; this process goes on with it at once.

    What was looked through is looked through again on another day only, or when more came:
    reading it all takes seconds, and what was refused would be told after every sync.
    """
    seen: tuple[date, frozenset[str]] | None = None

    def apply(archive: Archive) -> Changes:
        nonlocal seen
        now = today(), archive.held()
        if now == seen:
            return Changes()
        changes = book.take_in(archive, now[0])
        seen = now
        return changes

    return apply


@asynccontextmanager
async def renewing_beside(book: RecordBook, every: float = LOOKED_EVERY) -> AsyncIterator[None]:
    """Look for a newer book until the block is left, in a thread: others talk meanwhile."""
    task = asyncio.create_task(_renewing(book, every))
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def _renewing(book: RecordBook, every: float) -> None:
    while True:
        try:
            if await asyncio.to_thread(book.renew):
                log.info("a newer record book is open")
        except Exception:
            log.exception("the newer record book cannot be opened")
        await asyncio.sleep(every)
