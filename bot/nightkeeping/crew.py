"""The crew that keeps the boards of one platform, each by one process at a time."""

from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.crew import Crew, NotNow
from bot.nightkeeping.keeper import Keeping
from bot.nightkeeping.listing import Listing
from bot.nightkeeping.reminding import Reminding
from bot.nightkeeping.telling import TellingOfStop
from bot.nightkeeping.watch import OwnWatch
from bot.quiz.nights import job_kind, occasion_kind, reminder_kind, stopped_kind

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.channel import Channel
    from bot.crew import Trade
    from bot.nightkeeping.keeper import Show
    from bot.nightkeeping.watch import Watch
    from bot.store.jobs import Job
    from bot.store.opening import Shelf

log = logging.getLogger(__name__)

LEASE = 12.0
"""Seconds until another process goes on where one was killed."""

AT_ONCE = 32
"""Boards that a process keeps while their nights are hot."""

_MOST_FAILURES = 10
_PAUSE = 2.0
"""Seconds until a board that went wrong is kept again."""


class Keeper:
    """A trade for the channels of one platform."""

    def __init__(self, shelf: Shelf, channel: Channel, show: Show, watch: Watch) -> None:
        self._shelf = shelf
        self._channel = channel
        self._show = show
        self._watch = watch
        self._failures: dict[str, int] = {}

    async def __call__(self, job: Job) -> None:
        """A night is not given up for a moment's trouble: most of its attempts were no failures."""
        try:
            await self._keep(job)
        except NotNow:
            self._failures.pop(job.id, None)
            raise
        except Exception as bug:
            failures = self._failures[job.id] = self._failures.get(job.id, 0) + 1
            if failures > _MOST_FAILURES:
                raise
            log.exception("%s %s failed", job.task.kind, job.task.key)
            raise NotNow(type(bug).__name__, _PAUSE * failures) from bug
        self._failures.pop(job.id, None)

    async def _keep(self, job: Job) -> None:
        nights, night = self._shelf.nights, job.task.work["night"]
        boards = {board.mark: board for board in await nights.boards(night)}
        if board := boards.get(job.task.key):
            again = job.attempt > 1
            keeping = Keeping(board, self._channel, nights, self._show, self._watch, again=again)
            await keeping.keep(self._shelf.radio)


@asynccontextmanager
async def keeping(
    platform: str,
    channel: Channel,
    shelf: Shelf,
    show: Show,
    watch: Watch | None = None,
    lease: float = LEASE,
) -> AsyncIterator[None]:
    """Keep the nights in a platform's channels as long as the block lasts."""
    watch = watch or OwnWatch()
    trades: dict[str, Trade] = {
        job_kind(platform): Keeper(shelf, channel, show, watch),
        reminder_kind(platform): Reminding(shelf.nights, channel, watch),
        occasion_kind(platform): Listing(shelf.nights, channel, watch),
        stopped_kind(platform): TellingOfStop(shelf.nights, shelf.preferences, channel),
    }
    crew = Crew(shelf.jobs, shelf.radio, trades, AT_ONCE, lease)
    task = asyncio.create_task(crew.work())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait((task,))
