"""The fact lock: what Spotter writes is green, what a moderator gets wrong is red."""

from __future__ import annotations

import os
import re
from random import Random
from typing import TYPE_CHECKING

import pytest

from bot.recap.fact_lock import check_recap, check_text, reasons_against
from bot.recap.writing import write_recap
from knowledge.measures import ordinal
from knowledge.record_book import RecordBook

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from bot.recap.fact_lock import Mark
    from bot.recap.recap import Recap

RACES = int(os.environ.get("SPOTTER_RECAPS", "100"))
ENOUGH_CARS = 20


@pytest.fixture(scope="module")
def book(book_home: Path) -> RecordBook:
    return RecordBook.open(book_home)


@pytest.fixture(scope="module")
def recaps(book: RecordBook, connection: sqlite3.Connection) -> list[Recap]:
    """Recaps of races of all eras and series, drawn the same in every run."""
    rows = connection.execute("select season, series, round from race order by id").fetchall()
    chosen = Random(1949).sample(rows, min(RACES, len(rows)))
    races = [book.races(f"{season} {series} race {number}") for season, series, number in chosen]
    return [write_recap(book, race) for (race,) in races]


def test_every_number_and_name_that_spotter_writes_is_green(
    book: RecordBook, recaps: list[Recap]
) -> None:
    for recap in recaps:
        for checked in check_recap(book, recap):
            assert checked.colour == "green", (recap.race.title, checked)


def test_every_sentence_with_a_digit_is_looked_at(book: RecordBook, recaps: list[Recap]) -> None:
    """Green means checked: no number is left without a mark, but in words that name something."""
    for recap in recaps:
        for checked in check_recap(book, recap):
            for digits in re.finditer(r"\d+", checked.words):
                covered = any(mark.start <= digits.start() < mark.end for mark in checked.marks)
                assert covered, (recap.race.title, checked.words, digits[0])


def test_a_recap_is_120_to_200_words_long(book: RecordBook, recaps: list[Recap]) -> None:
    lengths = [
        recap.length for recap in recaps if len(book.race_day(recap.race).result) >= ENOUGH_CARS
    ]
    assert len(lengths) > RACES * 0.8
    assert all(120 <= length <= 200 for length in lengths)


def test_a_number_that_is_one_too_high_is_red(book: RecordBook, recaps: list[Recap]) -> None:
    """But for the few that are true of something else: another race of that name, a stage."""
    changed = [
        told
        for recap in recaps[:12]
        for checked in check_recap(book, recap)
        for mark in checked.marks
        if (told := _one_more(book, recap, checked.words, mark))
    ]
    assert len(changed) > 200
    assert changed.count("red") >= 0.97 * len(changed)


def _one_more(book: RecordBook, recap: Recap, words: str, mark: Mark) -> str:
    if re.fullmatch(r"\d+(?:st|nd|rd|th)", mark.text):
        new = ordinal(int(mark.text[:-2]) + 1)
    elif re.fullmatch(r"\d{1,3}", mark.text):
        new = str(int(mark.text) + 1)
    else:
        return ""
    text = words[: mark.start] + new + words[mark.end :]
    marks = check_text(book, recap.race, text)
    return next((each.colour for each in marks if each.start == mark.start), "unseen")


def test_a_wrong_number_needs_a_post_anyway_and_the_reason_is_told(book: RecordBook) -> None:
    (race,) = book.races("2025 Truck race at Lime Rock")
    recap = write_recap(book, race)

    assert reasons_against(check_recap(book, recap)) == ()
    wrong = recap.saying("winner", "It was Corey Heim's 4th win of the season.")
    assert reasons_against(check_recap(book, wrong)) == (
        "you wrote 4th; the rows say 5th of the 2025 season.",
    )


def test_the_moderators_own_words_are_amber_and_stop_nothing(book: RecordBook) -> None:
    (race,) = book.races("1998 Daytona 500")
    recap = write_recap(book, race).introduced("Some 185,000 people saw Dale Earnhardt do it.")
    intro = next(each for each in check_recap(book, recap) if each.key is None)

    assert intro.colour == "amber"
    assert [(mark.text, mark.colour) for mark in intro.marks] == [
        ("185,000", "amber"),
        ("Dale Earnhardt", "green"),
    ]
    assert reasons_against(check_recap(book, recap)) == ()


def test_marks_stand_where_the_words_of_their_block_do(book: RecordBook) -> None:
    (race,) = book.races("1998 Daytona 500")

    for checked in check_recap(book, write_recap(book, race)):
        for mark in checked.marks:
            assert checked.words[mark.start : mark.end] == mark.text
