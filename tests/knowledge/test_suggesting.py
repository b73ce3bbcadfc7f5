"""Suggestions while somebody types: found as fans type them, and understood when picked."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

import pytest

from knowledge.answer import Answer
from knowledge.reading.drivers import settle
from knowledge.reading.parts import Parts
from knowledge.reading.understanding import understand
from knowledge.record_book import RecordBook
from knowledge.suggesting import Entry, Shelf, Suggestion

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.suggested import Suggested

KINDS: tuple[Suggested, ...] = ("driver", "track", "race", "series", "season")


@pytest.fixture(scope="module")
def book(book_home: Path) -> RecordBook:
    return RecordBook.open(book_home)


def labels(book: RecordBook, kind: Suggested, typed: str) -> list[str]:
    return [each.label for each in book.suggest(kind, typed)]


def everything(book: RecordBook, kind: Suggested) -> list[Suggestion]:
    return list(book.suggest(kind, "", limit=10_000))


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("kyle b", "Kyle Busch"),
        ("busch k", "Kyle Busch"),
        ("smok", "Tony Stewart"),
        ("intimid", "Dale Earnhardt"),
        ("ty", "Ty Dillon"),
        ("Suár", "Daniel Suarez"),
        ("suarez", "Daniel Suarez"),
        ("hamln", "Denny Hamlin"),
        ("keselwski", "Brad Keselowski"),
        ("keselw", "Brad Keselowski"),
        ("SVG", "Shane van Gisbergen"),
    ],
)
def test_a_driver_is_found_by_beginnings_nicknames_accents_and_near_misses(
    typed: str, first: str, book: RecordBook
) -> None:
    assert labels(book, "driver", typed)[0] == first


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("dega", "Talladega Superspeedway"),
        ("bris", "Bristol Motor Speedway"),
        ("loudon", "New Hampshire Motor Speedway"),
        ("roval", "Charlotte Motor Speedway Road Course"),
        ("martinsvile", "Martinsville Speedway"),
    ],
)
def test_a_track_is_found_by_nicknames_towns_and_near_misses(
    typed: str, first: str, book: RecordBook
) -> None:
    assert book.suggest("track", typed)[0].value == first


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("", "NASCAR Cup Series Championship · Phoenix · Cup · 2025-11-02"),
        ("2003 darlington", "Mountain Dew Southern 500 · Darlington · Cup · 2003-08-31"),
        ("coke 600 1995", "Coca-Cola 600 · Charlotte · Cup · 1995-05-28"),
        ("truck brist 2019", "UNOH 200 · Bristol · Truck · 2019-08-15"),
    ],
)
def test_a_race_is_found_by_year_track_series_and_lasting_name_the_latest_first(
    typed: str, first: str, book: RecordBook
) -> None:
    assert labels(book, "race", typed)[0] == first


def test_a_series_is_found_by_any_name_it_ever_had(book: RecordBook) -> None:
    assert labels(book, "series", "wins") == ["Cup Series"]
    assert labels(book, "series", "busch") == ["Xfinity Series"]
    assert labels(book, "series", "craft") == ["Truck Series"]
    assert len(labels(book, "series", "")) == 4


def test_seasons_come_latest_first_and_by_their_beginning(book: RecordBook) -> None:
    assert labels(book, "season", "")[:2] == ["2025", "2024"]
    assert labels(book, "season", "197")[-1] == "1970"


def test_what_resembles_nothing_suggests_nothing(book: RecordBook) -> None:
    for kind in KINDS:
        assert book.suggest(kind, "zzzzqqqq") == ()


def test_every_list_fits_every_platform(book: RecordBook) -> None:
    # Discord shows 25 choices of at most 100 characters each, for the label and for the value.
    for kind in KINDS:
        assert len(book.suggest(kind, "")) <= 25
        for each in everything(book, kind):
            assert 1 <= len(each.label) <= 100
            assert 1 <= len(each.value) <= 100


def test_300_drivers_are_understood_by_what_was_suggested(book: RecordBook) -> None:
    records = book._records
    drivers = random.Random(48).sample(everything(book, "driver"), 300)

    for each in drivers:
        parts = understand(book._reader.read(f"tell me about {each.value}"), records, None)
        assert isinstance(parts, Parts), each
        (driver,) = parts.drivers
        assert [records.person(one).name for one in settle(driver, parts.scope, records)] == [
            each.value
        ]


def test_every_track_is_understood_by_what_was_suggested(book: RecordBook) -> None:
    for each in everything(book, "track"):
        parts = understand(book._reader.read(f"most wins at {each.value}"), book._records, None)
        assert isinstance(parts, Parts), each
        assert [venue.name for venue in parts.scope.venues] == [each.value]


def test_300_races_are_understood_by_what_was_suggested(book: RecordBook) -> None:
    races = random.Random(48).sample(everything(book, "race"), 300)

    for each in races:
        outcome = book.ask(f"full results of {each.value}")
        assert isinstance(outcome, Answer), each
        *_, day = each.label.split(" · ")
        assert day in outcome.headline


def test_a_suggestion_takes_no_longer_than_the_next_key(book: RecordBook) -> None:
    for kind in KINDS:
        book.suggest(kind, "")  # fills the shelf, which is done once
    typed = [name[:end] for name in ("Kyle Busch", "daytona", "2019", "xq") for end in range(11)]

    times = []
    for kind in KINDS:
        for text in [*typed, "erhnardt", "hamilten"]:
            start = time.perf_counter()
            book.suggest(kind, text)
            times.append(time.perf_counter() - start)

    assert sorted(times)[len(times) // 2] < 0.005


def test_whole_words_come_before_beginnings_and_beginnings_before_near_misses() -> None:
    shelf = Shelf(
        Entry(Suggestion(name, name), (name,)) for name in ("Tyler Tall", "Ty Short", "Tony Thin")
    )

    assert [each.label for each in shelf.find("ty", 5)] == ["Ty Short", "Tyler Tall"]
    assert [each.label for each in shelf.find("tylor", 5)] == ["Tyler Tall"]
    assert [each.label for each in shelf.find("", 2)] == ["Tyler Tall", "Ty Short"]
