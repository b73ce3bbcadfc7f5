"""The real record book, built once for all tests that read it."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from knowledge.book.building import build
from knowledge.book.opening import DATA, FILE, open_book

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path


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
