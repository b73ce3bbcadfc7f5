"""Fetching from a terminal and beside a bot: only where it was decided, and out of nobody's way."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

import pytest

from adapters.fetching import FetchRefused, fetch
from adapters.settings import SettingsRefused
from adapters.sync_settings import SyncSettings, read_sync_settings
from adapters.syncing import Syncing, syncing_beside
from knowledge.sources.changes import Changes
from knowledge.sources.fetching.feed_addresses import race_list
from knowledge.sources.fetching.one_sync import one_sync
from knowledge.sources.fetching.polite import Manners
from knowledge.sources.records import RaceKey
from tests.knowledge.sources.fetching import samples
from tests.knowledge.sources.fetching.loopback import Loopback, Trouble, serving
from tests.knowledge.sources.fetching.samples import SUNDAY_NIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from knowledge.sources.fetching.archive import Archive
    from tests.adapters.conftest import Spotter

LIST = "cacher/2026/race_list_basic.json"
ALL = {"SPOTTER_SYNC": "all"}


async def no_pause(_: float) -> None:
    await asyncio.sleep(0)


SONOMA = RaceKey("cup", 2026, 17)
ADDED = "Added: Sonoma, round 17 of the Cup Series 2026."
HASTE = Manners(pause=no_pause)
NOW: dict[str, Any] = {"manners": HASTE, "clock": lambda: SUNDAY_NIGHT}


def addresses(feed: Loopback) -> dict[str, str]:
    return {"SPOTTER_FEED_URL": feed.base, "SPOTTER_RESULTS_URL": feed.base}


@contextmanager
def serving_beside() -> Iterator[Loopback]:
    """A feed in a thread, for a command that has a loop of its own."""
    begun, served = Event(), []

    async def serve(stop: asyncio.Event) -> None:
        async with serving() as feed:
            served.extend((feed, asyncio.get_running_loop(), stop))
            begun.set()
            await stop.wait()

    thread = Thread(target=lambda: asyncio.run(serve(asyncio.Event())))
    thread.start()
    begun.wait()
    feed, loop, stop = served
    try:
        yield feed
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join()


@pytest.fixture
def feed() -> Iterator[Loopback]:
    with serving_beside() as feed:
        feed.files = samples.summer()
        yield feed


def test_nothing_is_fetched_before_somebody_decided_it(spotter: Spotter, tmp_path: Path) -> None:
    ran = spotter("data", "sync", SPOTTER_HOME=str(tmp_path), SPOTTER_SYNC="")

    assert ran.returncode == 1
    assert b"NASCAR's terms forbid collecting it automatically" in ran.stderr
    assert list(tmp_path.iterdir()) == []


def test_who_switched_it_off_is_heard_whatever_is_typed(feed: Loopback, tmp_path: Path) -> None:
    environment = {"SPOTTER_SYNC": "off", **addresses(feed)}

    with pytest.raises(FetchRefused, match="SPOTTER_SYNC is off: nothing was fetched."):
        fetch(environment, tmp_path, print, Book(), consents=True, **NOW)
    assert feed.asked == []


def test_who_knows_fetches_last_nights_race_and_reads_what_was_done(
    feed: Loopback, tmp_path: Path
) -> None:
    lines: list[str] = []

    assert fetch(addresses(feed), tmp_path, lines.append, Book(), consents=True, **NOW)

    assert "weekend of Cup race 5617 (The 5617): archived." in lines
    assert lines[-2:] == [f"4 new, 3 not there. The archive is {tmp_path / 'archive'}.", ADDED]


def test_who_wants_the_weekly_results_alone_does_not_ask_the_feed(
    feed: Loopback, tmp_path: Path
) -> None:
    environment = {"SPOTTER_SYNC": "results", **addresses(feed)}

    assert fetch(environment, tmp_path, print, Book(), **NOW)
    assert feed.paths == ["cup_series.parquet", "nxs_series.parquet", "truck_series.parquet"]


def test_a_feed_that_says_no_is_a_failure_that_a_shell_sees(feed: Loopback, tmp_path: Path) -> None:
    del feed.files[LIST]
    lines: list[str] = []

    assert not fetch(ALL | addresses(feed), tmp_path, lines.append, Book(), **NOW)
    assert "race list of 2026: not there (403). No more of it now." in lines


def test_a_second_sync_says_so_and_leaves(feed: Loopback, tmp_path: Path) -> None:
    second = pytest.raises(FetchRefused, match="Another sync is at work; it does the same.")
    with one_sync(tmp_path), second:
        fetch(ALL | addresses(feed), tmp_path, print, Book(), **NOW)
    assert feed.asked == []


def test_a_folder_that_cannot_be_written_is_named(feed: Loopback, tmp_path: Path) -> None:
    (tmp_path / "archive").touch()

    with pytest.raises(FetchRefused, match="archive.* cannot be written"):
        fetch(ALL | addresses(feed), tmp_path, print, Book(), **NOW)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_sync_is_stopped_by_ctrl_c_in_peace(feed: Loopback, tmp_path: Path) -> None:
    feed.troubles["cup_series.parquet"] = Trouble(hangs=True)
    environment = {**os.environ, **ALL, **addresses(feed), "SPOTTER_HOME": str(tmp_path)}
    command = [sys.executable, "-m", "adapters.spotter", "data", "sync"]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE) as program:
        assert feed.was_asked.wait(20)
        program.send_signal(signal.SIGINT)
        _, said = program.communicate(timeout=20)

    assert program.returncode == 130
    assert said.decode().startswith("Stopped; what was archived stays")


@pytest.mark.parametrize(
    ("environment", "fault"),
    [
        ({"SPOTTER_SYNC": "yes"}, "SPOTTER_SYNC is off, results or all; it is 'yes'."),
        ({"SPOTTER_SYNC_HOURS": "0"}, "SPOTTER_SYNC_HOURS is a number from 1 to 168; it is '0'."),
        ({"SPOTTER_FEED_URL": "http://example.org"}, "SPOTTER_FEED_URL begins with https://"),
        ({"SPOTTER_RESULTS_URL": "ftp://127.0.0.1"}, "SPOTTER_RESULTS_URL begins with https://"),
    ],
)
def test_what_makes_no_sense_is_refused(environment: dict[str, str], fault: str) -> None:
    with pytest.raises(SettingsRefused, match=fault):
        read_sync_settings(environment)


def test_another_server_may_stand_in_over_https_or_on_this_machine() -> None:
    told = {"SPOTTER_FEED_URL": "https://example.org", "SPOTTER_RESULTS_URL": "http://localhost:1"}
    settings = read_sync_settings(told | {"SPOTTER_SYNC_HOURS": "2"})

    assert (settings.feed_url, settings.results_url) == tuple(told.values())
    assert (settings.is_on, settings.every) == (False, timedelta(hours=2))


class Stopped(Exception):
    """The story ends."""


@dataclass(slots=True)
class Pauses:
    """Time as a bot sees it that runs for as many syncs."""

    syncs: int
    at: datetime = SUNDAY_NIGHT
    hours: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        return self.at

    async def pause(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)
        self.hours.append(seconds / 3600)
        if len(self.hours) == self.syncs:
            raise Stopped


@dataclass(slots=True)
class Book:
    """What stands behind a sync; it sees the archive as it is then."""

    seen: list[int] = field(default_factory=list)

    def __call__(self, archive: Archive) -> Changes:
        self.seen.append(len(archive.versions(race_list(2026))))
        return Changes(added=(SONOMA,), names={SONOMA: "Sonoma"})


async def run(feed: Loopback, home: Path, pauses: Pauses, book: Book | None = None) -> None:
    settings = SyncSettings("all", feed_url=feed.base, results_url=feed.base)
    syncing = Syncing(settings, home, book, HASTE, pauses.now, pauses.pause)
    with pytest.raises(Stopped):
        await syncing.run()


async def test_beside_a_bot_it_syncs_soon_after_a_race_and_hands_on_what_came(
    feed: Loopback, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    pauses, book = Pauses(syncs=2, at=SUNDAY_NIGHT + timedelta(hours=2)), Book()
    caplog.set_level("INFO", "adapters.syncing")

    await run(feed, tmp_path, pauses, book)

    assert pauses.hours == [0.5, 0.5]
    assert book.seen == [1, 1]
    assert "weekend of Cup race 5617 (The 5617): archived." in caplog.messages
    assert ADDED in caplog.messages


async def test_a_feed_that_wants_to_rest_is_left_alone_as_long_as_it_says(
    feed: Loopback, tmp_path: Path
) -> None:
    feed.troubles[LIST] = Trouble(429, {"Retry-After": "86400"})
    pauses = Pauses(syncs=1)

    await run(feed, tmp_path, pauses)

    assert pauses.hours == [24]


async def test_a_sync_that_fails_or_finds_another_leaves_the_next_one_to_come(
    feed: Loopback, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "archive").write_text("a file where the folder should be")
    pauses = Pauses(syncs=2)
    await run(feed, tmp_path, pauses)
    assert pauses.hours == [6, 6]
    assert "a sync failed" in caplog.messages

    with one_sync(tmp_path):
        await run(feed, tmp_path, pauses := Pauses(syncs=1))
    assert pauses.hours == [6]


async def test_it_ends_with_the_bot_that_it_runs_beside(feed: Loopback, tmp_path: Path) -> None:
    feed.troubles["cup_series.parquet"] = Trouble(hangs=True)
    settings = SyncSettings("results", results_url=feed.base)

    async with syncing_beside(settings, tmp_path):
        assert await asyncio.to_thread(feed.was_asked.wait, 20)
    async with syncing_beside(SyncSettings(), tmp_path):
        pass

    assert len(feed.asked) == 1
