"""Pocono in 2022: first and second were disqualified that evening, and the records know it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from knowledge.book.opening import FILE
from knowledge.record_book import RecordBook

if TYPE_CHECKING:
    from pathlib import Path


def before_inspection(book_home: Path, home: Path) -> RecordBook:
    """The records as they were: Denny Hamlin before Kyle Busch and Chase Elliott."""
    shutil.copy(book_home / FILE, home / FILE)
    with closing(sqlite3.connect(home / FILE)) as records, records:
        (race,) = records.execute(
            "select id from race where series = 'cup' and season = 2022 and round = 21"
        ).fetchone()
        records.execute(
            """
            update result set finish = case driver when 'denny-hamlin' then 1
                when 'kyle-busch' then 2 else finish + 2 end
            where race = :race
            """,
            {"race": race},
        )
        records.execute(
            "update race set winner = 'denny-hamlin', winner_start = 1, winner_led = 21"
            " where id = :race",
            {"race": race},
        )
        records.execute("update meta set value = 'that evening' where key = 'full_fingerprint'")
    return RecordBook.open(home)


def before_anybody_knew(book_home: Path, home: Path) -> RecordBook:
    """The same where nobody was disqualified yet, so that quiz questions are made of the race."""
    before_inspection(book_home, home)
    with closing(sqlite3.connect(home / FILE)) as records, records:
        records.execute(
            """
            delete from disqualification where race in
                (select id from race where series = 'cup' and season = 2022 and round = 21)
            """
        )
        records.execute("update result set status = 'running' where status like '%disqualified%'")
        records.execute("update meta set value = 'at the flag' where key = 'full_fingerprint'")
    return RecordBook.open(home)
