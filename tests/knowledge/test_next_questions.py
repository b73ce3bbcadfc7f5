"""What could be asked next: chosen by the kind of answer, and never without an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from knowledge.answer import Answer
from knowledge.record_book import RecordBook
from knowledge.shapes import SHAPES

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def book(book_home: Path) -> RecordBook:
    return RecordBook.open(book_home)


def offered(book: RecordBook, question: str) -> list[str]:
    answer = book.ask(question)
    assert isinstance(answer, Answer)
    return [each.label for each in book.next_questions(answer, limit=3)]


def test_after_a_driver_comes_the_other_of_that_name_then_a_rival_then_all_series(
    book: RecordBook,
) -> None:
    assert offered(book, "Kyle Busch Cup wins") == [
        "Kurt Busch",
        "Compare Jimmie Johnson",
        "All series",
    ]


def test_after_a_ranking_come_the_other_series(book: RecordBook) -> None:
    assert {"Xfinity Series", "Truck Series"} <= {*offered(book, "most wins at Talladega")}


def test_after_a_race_come_the_year_before_and_the_pole(book: RecordBook) -> None:
    assert offered(book, "who won the 2019 Coca-Cola 600") == ["2018", "On the pole"]
    assert offered(book, "full results of race 14 of the 2019 Cup season")[0] == "2018"


def test_after_standings_comes_the_season_before(book: RecordBook) -> None:
    assert offered(book, "2019 Cup standings")[0] == "2018"
    assert offered(book, "Cup standings")[0] == "2024"


@pytest.mark.parametrize("shape", SHAPES, ids=[shape.__name__ for shape in SHAPES])
def test_what_is_offered_has_another_answer(shape: type, book: RecordBook) -> None:
    for question in shape.UNDERSTANDS:
        answer = book.ask(question)
        for each in book.next_questions(answer) if isinstance(answer, Answer) else ():
            asked = book.ask(each.text, answer)
            assert isinstance(asked, Answer), (question, each)
            assert asked.headline != answer.headline
            assert asked.value != 0
            assert len(each.label) <= 80  # characters that every platform's buttons show
