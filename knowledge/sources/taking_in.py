"""Takes fresh races in: from a source into tables beside the book, and into a new book."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.book.building import extend
from knowledge.book.one_builder import one_builder
from knowledge.book.opening import (
    DATA,
    FILE,
    FRESH,
    FRESH_BEFORE,
    BookRefused,
    book_home,
    embedded_book,
    mend_fresh,
    read_only,
)
from knowledge.sources.changes import Changes
from knowledge.sources.fresh_sources import fresh_sources
from knowledge.sources.fresh_tables import read_fresh_tables, write_fresh_tables
from knowledge.sources.taking import Taking

if TYPE_CHECKING:
    from datetime import date

    from knowledge.sources.fetching.archive import Archive
    from knowledge.sources.fresh_tables import FreshTables
    from knowledge.sources.source import Source


def take_in(source: Source, noted: date, home: Path | None = None, data: Path = DATA) -> Changes:
    """Put a source's finished races into the book in `home`, and say what that changed.

    A race that is refused leaves the book as it was, and the other races come in all the same.
    """
    target = (home or book_home()) / FILE
    with one_builder(target):
        mend_fresh(target)
        embedded = embedded_book(target, data)
        folder = target.parent / FRESH
        with closing(read_only(embedded)) as book:
            fresh = read_fresh_tables(folder)
            taking = Taking(book, fresh, noted)
            changes = taking.all_of(source)
        if changes.any or taking.planned_anew:
            _replace(fresh, folder, embedded, data)
    return changes


def take_in_archive(archive: Archive, noted: date, home: Path, data: Path = DATA) -> Changes:
    """Put into the book in `home` what the archive holds, and say what that changed."""
    changes = Changes()
    try:
        for source in fresh_sources(archive, data):
            changes += take_in(source, noted, home, data)
    except sqlite3.Error as error:
        raise BookRefused(f"{home / FILE} cannot be made anew: {error}") from error
    return changes


def _replace(fresh: FreshTables, folder: Path, embedded: Path, data: Path) -> None:
    """Write the tables, make the book from them and, once both are there, let them stand."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{FRESH}-") as name:
        new, old = Path(name, "new"), folder.with_name(FRESH_BEFORE)
        if folder.is_dir():
            shutil.copytree(folder, new)
        else:
            new.mkdir()
        write_fresh_tables(new, fresh)
        extend(embedded, data, new, folder.with_name(FILE))
        if folder.is_dir():
            folder.replace(old)
        new.replace(folder)
        shutil.rmtree(old, ignore_errors=True)
