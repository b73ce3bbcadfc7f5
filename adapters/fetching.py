"""`spotter data sync`: fetches where somebody decided that it may, and has it taken in."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from adapters.stopping import stop_on_signals
from adapters.sync_settings import read_sync_settings
from adapters.variables import SYNC
from knowledge.book.opening import DATA, BookRefused
from knowledge.sources.fetching.archive import Archive
from knowledge.sources.fetching.one_sync import AlreadySyncing, one_sync
from knowledge.sources.fetching.polite import Manners, polite
from knowledge.sources.fetching.source import first_missing_season, nascar_feed, weekly_results
from knowledge.sources.fetching.sync import Sync

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from pathlib import Path

    from adapters.sync_settings import SyncSettings
    from knowledge.sources.applying import Apply
    from knowledge.sources.fetching.source import Source
    from knowledge.sources.fetching.sync import Step, Synced, What

NOTICE = (
    "NASCAR's feed of results is unofficial and undocumented, and NASCAR's terms forbid collecting"
    " it automatically and using it commercially."
    f" Whether you may is for you to decide: --yes-i-know fetches it once, {SYNC.name}=all always,"
    f" {SYNC.name}=results only what nascaR.data publishes every week, with permission."
)


def now() -> datetime:
    return datetime.now(UTC)


class FetchRefused(Exception):
    """Nothing was fetched, or not to the end; the sentence says why."""


def fetch(
    environment: Mapping[str, str],
    home: Path,
    tell: Callable[[str], None],
    apply: Apply,
    *,
    consents: bool = False,
    manners: Manners | None = None,
    clock: Callable[[], datetime] = now,
) -> bool:
    """Sync once and tell in lines what came of it; whether every source answered to the end."""
    settings = _decided(read_sync_settings(environment), consents=consents)
    asking = sync_once(settings, home, lambda step: tell(step.words), manners, clock)
    try:
        synced = asyncio.run(_until_stopped(asking))
    except AlreadySyncing as other:
        raise FetchRefused(str(other)) from other
    except OSError as error:
        why = f"{error.filename or home} cannot be written: {error.strerror}."
        raise FetchRefused(why) from error
    tell(summary(synced, home))
    for line in _applied(apply, Archive(home)):
        tell(line)
    return not synced.count("stopped")


def _applied(apply: Apply, archive: Archive) -> tuple[str, ...]:
    """Take in also where nothing new came: whoever fetched it may have been stopped before."""
    try:
        return apply(archive).lines or ("The answers know all that is archived.",)
    except (BookRefused, OSError) as error:
        raise FetchRefused(f"It is archived, but the answers cannot have it: {error}") from error


def _decided(settings: SyncSettings, *, consents: bool) -> SyncSettings:
    """Who switched it off is heard whatever is typed."""
    if settings.chosen == "off":
        raise FetchRefused(f"{SYNC.name} is off: nothing was fetched.")
    if consents:
        return replace(settings, chosen="all")
    if not settings.is_on:
        raise FetchRefused(NOTICE)
    return settings


async def _until_stopped(asking: Awaitable[Synced]) -> Synced:
    """Be stopped by the loop: a Ctrl-C that comes as it falls asleep would be seen much later."""
    task = asyncio.current_task()
    if task:
        stop_on_signals(task.cancel)
    return await asking


async def sync_once(
    settings: SyncSettings,
    home: Path,
    tell: Callable[[Step], None],
    manners: Manners | None = None,
    clock: Callable[[], datetime] = now,
) -> Synced:
    """Raise AlreadySyncing where another program is at it, OSError where the disk refuses."""
    with one_sync(home):
        async with polite(manners) as client:
            return await Sync(Archive(home), client, clock, tell).run(sources(settings))


def sources(settings: SyncSettings) -> list[Source]:
    """The weekly results first: three requests, which no trouble with the feed holds up."""
    weekly = weekly_results(settings.results_url)
    if settings.chosen != "all":
        return [weekly]
    return [weekly, nascar_feed(first_missing_season(DATA), settings.feed_url)]


def summary(synced: Synced, home: Path) -> str:
    if not synced.steps:
        return "Nothing is due: all was asked not long ago."
    kinds: tuple[What, ...] = ("new", "unchanged", "not good", "not there", "refused")
    counted = ((synced.count(kind), kind) for kind in kinds)
    told = ", ".join(f"{number} {kind}" for number, kind in counted if number)
    return f"{told or 'Nothing came'}. The archive is {Archive(home).folder}."
