"""Fresh races reach the bot that fetched them, and the one that runs beside it."""

from __future__ import annotations

import asyncio
import shutil
from datetime import date
from typing import TYPE_CHECKING

from adapters.renewing import renewing_beside, taking_in
from knowledge.answer import Answer
from knowledge.book.opening import FILE
from knowledge.record_book import RecordBook
from knowledge.sources.fetching.archive import Archive
from tests.knowledge.sources.feed_writer import (
    FeedWriter,
    a_year_later,
    from_our_tables,
    ratings_of,
)

if TYPE_CHECKING:
    from pathlib import Path

WHO_WON = "who won the truck race at Daytona in 2026"


def answer(book: RecordBook) -> object:
    found = book.ask(WHO_WON)
    return found.value if isinstance(found, Answer) else None


async def test_what_one_process_takes_in_another_answers_too(
    book_home: Path, tmp_path: Path
) -> None:
    shutil.copy(book_home / FILE, tmp_path / FILE)
    ours, theirs = RecordBook.open(tmp_path), RecordBook.open(tmp_path)
    archive = Archive(tmp_path)
    (daytona,) = from_our_tables("2025", "truck", {1})
    FeedWriter(archive).run(a_year_later(daytona), ratings_of(daytona))
    async with renewing_beside(theirs, every=0.01):
        await asyncio.sleep(0)
        assert (answer(ours), answer(theirs)) == (None, None)
        changes = await asyncio.to_thread(taking_in(ours), archive)
        assert changes.lines == (
            "Added: Fresh From Florida 250, round 1 of the Truck Series 2026.",
        )
        assert answer(ours) == "Corey Heim"
        async with asyncio.timeout(20):
            while answer(theirs) is None:
                await asyncio.sleep(0.01)
    assert answer(theirs) == "Corey Heim"
    assert ours.status().fresh_races == 1
    assert ours.fingerprint == theirs.fingerprint


def test_what_is_refused_is_told_once_a_day_and_when_more_comes(
    book_home: Path, tmp_path: Path
) -> None:
    shutil.copy(book_home / FILE, tmp_path / FILE)
    days = [date(2026, 2, 20)]
    feed, apply = FeedWriter(Archive(tmp_path)), taking_in(RecordBook.open(tmp_path), days.pop)
    daytona, atlanta = (
        {**a_year_later(race), "results": race["results"][:1]}
        for race in from_our_tables("2025", "truck", {1, 2})
    )
    feed.run(daytona, {})

    def lines(day: date) -> tuple[str, ...]:
        days.append(day)
        return apply(feed.archive).lines

    (refused,) = lines(date(2026, 2, 20))
    assert refused.endswith("number_of_cars_in_field: 36, but 1 cars have a finish.")
    assert lines(date(2026, 2, 20)) == ()
    assert lines(date(2026, 2, 21)) == (refused,)
    feed.run(atlanta, {})
    assert len(lines(date(2026, 2, 21))) == 2
