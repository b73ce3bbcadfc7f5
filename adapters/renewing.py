"""Goes on with a newer record book beside a bot that runs, whoever has put it in place."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from knowledge.record_book import RecordBook
    from knowledge.sources.applying import Apply
    from knowledge.sources.changes import Changes
    from knowledge.sources.fetching.archive import Archive

log = logging.getLogger(__name__)

LOOKED_EVERY = 3.0
"""Seconds; where nothing is new, a look is one call to the file system."""


def taking_in(book: RecordBook) -> Apply:
    """What a sync beside the bot does with its archive; this process goes on with it at once."""

    def apply(archive: Archive) -> Changes:
        return book.take_in(archive, datetime.now(UTC).date())

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
