"""The record book's answers against SQL written by hand: two ways to the same number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from knowledge.answer import Answer
from knowledge.record_book import RecordBook
from tests.bench.hand_written import HAND_WRITTEN, HandWritten

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path


@pytest.fixture(scope="module")
def book(book_home: Path) -> RecordBook:
    return RecordBook.open(book_home)


@pytest.mark.parametrize("written", HAND_WRITTEN, ids=lambda written: written.question)
def test_the_book_says_what_the_sql_says(
    written: HandWritten, book: RecordBook, connection: sqlite3.Connection
) -> None:
    value, rows = written.answer(connection)

    outcome = book.ask(written.question)

    assert isinstance(outcome, Answer), outcome
    given = outcome.value[0] if isinstance(outcome.value, tuple) else outcome.value
    assert given == (pytest.approx(value, abs=1e-3) if isinstance(value, float) else value)
    assert len(outcome.table.rows) >= len(rows) or len(outcome.table.rows) > 9
