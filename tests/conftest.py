"""The real record book, built once for all tests that read it."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from knowledge.book.building import build
from knowledge.book.opening import DATA, FILE, open_book
from tests.postgres import NO_POSTGRES

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say it in so many words: half of the store's stories are about several processes."""
    skipped = terminalreporter.stats.get("skipped", ())
    if missed := sum(NO_POSTGRES in str(each.longrepr) for each in skipped):
        terminalreporter.write_line(f"{missed} stories did not run on PostgreSQL: {NO_POSTGRES}.")


@pytest.fixture(scope="session")
def book_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the whole book; read it, do not write there."""
    home = tmp_path_factory.mktemp("spotter")
    build(DATA, home / FILE)
    return home


@pytest.fixture(scope="session")
def connection(book_home: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_book(book_home)) as book:
        yield book
