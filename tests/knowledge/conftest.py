"""One record book for all tests of the knowledge floor, built from the real tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from knowledge.answer import Answer, Unknown, WhichOne
from knowledge.record_book import RecordBook

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.answer import Value


class Fan:
    """Somebody who asks, and expects an answer, a choice or an honest no."""

    def __init__(self, book: RecordBook) -> None:
        self.book = book

    def hears(self, *questions: str) -> Answer:
        """The answer to the last question, each asked after the one before it."""
        outcome = None
        for question in questions:
            outcome = self.book.ask(question, after=outcome)
        assert isinstance(outcome, Answer), outcome
        return outcome

    def learns(self, *questions: str) -> Value:
        return self.hears(*questions).value

    def must_choose(self, question: str) -> tuple[str, ...]:
        outcome = self.book.ask(question)
        assert isinstance(outcome, WhichOne), outcome
        return outcome.choices

    def is_told_no(self, question: str) -> str:
        outcome = self.book.ask(question)
        assert isinstance(outcome, Unknown), outcome
        return f"{outcome.why} {outcome.nearest}"


@pytest.fixture(scope="session")
def fan(book_home: Path) -> Fan:
    return Fan(RecordBook.open(book_home))
