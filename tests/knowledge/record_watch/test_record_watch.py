"""What could fall in the next race: counted again from plain rows, never foretold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from knowledge.record_book import RecordBook

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path


@pytest.fixture(scope="module")
def book(book_home: Path) -> RecordBook:
    return RecordBook.open(book_home)


def wins(connection: sqlite3.Connection, driver: str, series: str, venue: str = "%") -> int:
    (number,) = connection.execute(
        "select count(*) from result join person on person.id = driver where finish = 1"
        " and person.name = ? and series = ? and venue like ?",
        (driver, series, venue),
    ).fetchone()
    return int(number)


def test_a_place_on_the_list_of_winners_is_one_win_away(
    book: RecordBook, connection: sqlite3.Connection
) -> None:
    watched = book.record_watch("truck", "World Wide Technology Raceway")

    (level,) = [each for each in watched if "Johnny Sauter" in each.statement]
    assert level.statement == (
        "One more win would put Corey Heim level with Johnny Sauter on 24,"
        " fifth on the list of Truck Series winners."
    )
    assert wins(connection, "Corey Heim", "truck") + 1 == 24
    assert wins(connection, "Johnny Sauter", "truck") == 24
    assert len(level.rows.rows) == 23


def test_who_wins_everywhere_but_there_is_named_with_his_rows(
    book: RecordBook, connection: sqlite3.Connection
) -> None:
    watched = book.record_watch("cup", "Daytona International Speedway")

    never = [each for each in watched if "and none in" in each.statement]
    assert "Kyle Larson" in [each.subject for each in never]
    for each in never:
        said = int(re.findall(r"has (\d+) Cup", each.statement)[0])
        assert wins(connection, each.subject, "cup") == said == len(each.rows.rows)
        assert wins(connection, each.subject, "cup", "daytona") == 0


def test_a_record_of_the_track_is_within_reach_of_who_holds_it_or_is_one_short(
    book: RecordBook, connection: sqlite3.Connection
) -> None:
    watched = book.record_watch("cup", "Kansas Speedway")
    reach = [each for each in watched if each.kind == "track" and "record" in each.statement]

    ranked = connection.execute(
        "select name, count(*) from result join person on person.id = driver where finish = 1"
        " and series = 'cup' and venue = 'kansas' group by driver order by count(*) desc"
    ).fetchall()
    most = ranked[0][1]
    last_field = "Denny Hamlin", "Joey Logano", "Kyle Larson"
    assert sorted(each.subject for each in reach) == list(last_field)
    assert set(last_field) <= {name for name, won in ranked if won >= most - 1}
    assert "a win would be a record fifth" in reach[0].statement


def test_the_weightiest_come_first_and_nothing_is_foretold(book: RecordBook) -> None:
    for series in ("cup", "xfinity", "truck"):
        watched = book.record_watch(series, "Bristol Motor Speedway")
        weights = [each.weight for each in watched]
        assert weights == sorted(weights, reverse=True)
        assert not [each for each in watched if re.search(r"\bwill\b|likely", each.statement)]


def test_of_a_track_that_the_book_has_not_it_says_nothing_about_a_track(book: RecordBook) -> None:
    assert {each.kind for each in book.record_watch("cup", "Naval Base")}.isdisjoint({"track"})
