"""A home whose book ends with the season of 2024, and the feed's answers beside it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from knowledge.book.opening import FILE, open_book
from knowledge.record_book import RecordBook
from knowledge.records import Records
from knowledge.sources.taking_in import take_in_archive
from tests.knowledge.sources.feed_writer import FeedWriter, ratings_of

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.sources.changes import Changes
    from tests.knowledge.sources.feed_writer import Fields

LATER = date(2025, 12, 1)


@dataclass
class Garage:
    """What a community has: a home with its book, the data it came with, and raw answers."""

    home: Path
    data: Path
    feed: FeedWriter

    def run(self, race: Fields) -> None:
        """Let a race be over: the feed answers about it."""
        self.feed.run(race, ratings_of(race))

    def take_in(self, day: date = LATER) -> Changes:
        return take_in_archive(self.feed.archive, day, self.home, self.data)

    def asked(self, sql: str) -> list[Any]:
        with closing(sqlite3.connect(self.home / FILE)) as book:
            return book.execute(sql).fetchall()

    def open(self) -> RecordBook:
        return RecordBook(Records(open_book(self.home, self.data)), self.home)
