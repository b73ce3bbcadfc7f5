"""Syncs beside a bot that runs: every few hours and after races, holding up no answer."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from adapters.fetching import now, sync_once
from knowledge.sources.fetching.archive import Archive
from knowledge.sources.fetching.next_sync import known_starts, next_sync
from knowledge.sources.fetching.one_sync import AlreadySyncing

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from datetime import datetime
    from pathlib import Path

    from adapters.sync_settings import SyncSettings
    from knowledge.sources.applying import Apply
    from knowledge.sources.fetching.polite import Manners
    from knowledge.sources.fetching.sync import Step

log = logging.getLogger(__name__)


@asynccontextmanager
async def syncing_beside(
    settings: SyncSettings, home: Path, apply: Apply | None = None
) -> AsyncIterator[None]:
    """Sync until the block is left, where the settings say so."""
    if not settings.is_on:
        yield
        return
    task = asyncio.create_task(Syncing(settings, home, apply).run())
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


@dataclass(slots=True)
class Syncing:
    """One sync after the other; what goes wrong is logged, and the next one may go well."""

    settings: SyncSettings
    home: Path
    apply: Apply | None = None
    manners: Manners | None = None
    now: Callable[[], datetime] = now
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep

    async def run(self) -> None:
        while True:
            await self.pause(await self._sync())

    async def _sync(self) -> float:
        """Seconds until the next one: no sooner than a source wants to be asked again."""
        rest = 0.0
        try:
            synced = await sync_once(self.settings, self.home, _log, self.manners, self.now)
            rest = synced.rest
            if self.apply:
                changes = await asyncio.to_thread(self.apply, Archive(self.home))
                for line in changes.lines:
                    log.info("%s", line)
            return max(rest, await asyncio.to_thread(self._seconds_to_next))
        except AlreadySyncing:
            log.info("another sync is at work")
        except Exception:
            log.exception("a sync failed")
        return max(rest, self.settings.every.total_seconds())

    def _seconds_to_next(self) -> float:
        """Read the calendar from the archive, which the sync has just brought up to date."""
        at = self.now()
        starts = known_starts(Archive(self.home), at.year)
        return (next_sync(at, starts, self.settings.every) - at).total_seconds()


def _log(step: Step) -> None:
    log.log(logging.DEBUG if step.what == "unchanged" else logging.INFO, "%s", step.words)
