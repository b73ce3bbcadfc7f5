"""What a fresh race costs: from its archived answers to an answer, and beside those who ask."""

from __future__ import annotations

import shutil
import tempfile
import threading
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from knowledge.book.opening import FILE
from knowledge.record_book import RecordBook
from knowledge.sources.fetching.archive import Archive
from tests.bench.asking import talks
from tests.bench.program import milliseconds, spread
from tests.knowledge.sources.feed_writer import (
    FeedWriter,
    a_year_later,
    from_our_tables,
    ratings_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tests.knowledge.sources.feed_writer import Fields

LATER = date(2026, 12, 31)
ASKED = "how many laps has Corey Heim led in the truck series in 2026"
BESIDE = 8
"""So many books are replaced under those who ask."""


@dataclass
class Home:
    """A whole record book that is open, and the archive that a sync fills beside it."""

    folder: Path
    book: RecordBook = field(init=False)
    feed: FeedWriter = field(init=False)

    def __post_init__(self) -> None:
        self.book = RecordBook.open(self.folder)
        self.feed = FeedWriter(Archive(self.folder))

    def take_in(self, race: Fields) -> float:
        """Seconds from the archived answers until a question has its new answer."""
        self.feed.run(race, ratings_of(race))
        start = perf_counter()
        changes = self.book.take_in(self.feed.archive, LATER)
        self.book.ask(ASKED)
        took = perf_counter() - start
        if len(changes.added) != 1:
            raise RuntimeError(f"a race was not taken in: {changes.lines}")
        return took


def measure_fresh(home: Path) -> Iterator[tuple[str, str]]:
    races = [a_year_later(race) for race in from_our_tables("2025", "truck")]
    with tempfile.TemporaryDirectory() as folder:
        yield from _replayed(_copy(home, Path(folder)), races)
    with tempfile.TemporaryDirectory() as folder:
        yield from _beside(_copy(home, Path(folder)), races[:BESIDE])


def _copy(home: Path, folder: Path) -> Home:
    shutil.copy(home / FILE, folder / FILE)
    return Home(folder)


def _replayed(home: Home, races: list[Fields]) -> Iterator[tuple[str, str]]:
    first, *others = [home.take_in(race) for race in races]
    yield "a first fresh race, archived to answered", milliseconds(first)
    yield f"  each of {len(others)} more of a season, median", milliseconds(median(others))
    yield "  the slowest of them", milliseconds(max(others))
    yield "  the whole season, race by race", f"{first + sum(others):.1f} s"


def _beside(home: Home, races: list[Fields]) -> Iterator[tuple[str, str]]:
    """Ask what the bench asks in one thread, quietly first, then while another replaces books."""
    turns = [turn for each in talks() for turn in each[:1]]
    expected = {turn: type(home.book.ask(turn)) for turn in turns}
    quiet, _ = _ask(home.book, expected, lambda asked: asked < len(turns) * 5)
    replacing = threading.Thread(target=lambda: [home.take_in(race) for race in races])
    replacing.start()
    busy, failed = _ask(home.book, expected, lambda _: replacing.is_alive())
    replacing.join()
    rate = len(busy) / sum(busy)
    yield f"questions a second while {len(races)} books are replaced", f"{rate:,.0f}"
    yield "  beside as many in quiet", f"{rate * sum(quiet) / len(quiet):.2f}"
    yield from spread("  each of them", busy)
    yield f"  of {len(busy):,} asked meanwhile, failed", str(failed)


def _ask(
    book: RecordBook, expected: Mapping[str, type], goes_on: Callable[[int], bool]
) -> tuple[list[float], int]:
    """Times in seconds, and how many were not answered as they were before."""
    times: list[float] = []
    failed = 0
    while goes_on(len(times)):
        for turn, kind in expected.items():
            start = perf_counter()
            try:
                failed += not isinstance(book.ask(turn), kind)
            except Exception:  # noqa: BLE001 - it is counted
                failed += 1
            times.append(perf_counter() - start)
    return times, failed
