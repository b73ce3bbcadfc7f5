"""Opens the record book for reading; builds it first where it is missing or out of date."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import platformdirs

from knowledge.book.fingerprint import full_fingerprint, quick_fingerprint
from knowledge.book.header import is_foreign, is_whole
from knowledge.book.one_builder import one_builder
from knowledge.book.refusal import BookRefused

__all__ = ["DATA", "BookRefused", "book_home", "open_book"]

DATA = Path(__file__).parents[1] / "data"
FILE = "records.db"
EMBEDDED = "embedded.db"
"""The book without fresh races, kept where there are some: theirs is made from it."""

FRESH = "fresh"
"""The folder of fresh races, in tables like those of the data."""

FRESH_BEFORE = ".fresh.old"
"""What it is called for the moment in which another takes its place."""

STATEMENTS = 1024
"""Kept prepared: to prepare one takes as long as to run it, and fans ask in many ways."""


def book_home() -> Path:
    """Name the user's folder for Spotter; SPOTTER_HOME is for those who want it elsewhere."""
    chosen = os.environ.get("SPOTTER_HOME")
    return Path(chosen) if chosen else platformdirs.user_data_path("spotter", appauthor=False)


def open_book(home: Path | None = None, data: Path = DATA) -> sqlite3.Connection:
    """Open the book in `home`, up to date with `data`; raise BookRefused where that cannot be."""
    target = (home or book_home()) / FILE
    try:
        if not is_current(target, data, *fresh_beside(target)):
            _renew(target, data)
        return read_only(target)
    except (OSError, sqlite3.Error) as error:
        raise BookRefused(f"{target} cannot be opened: {error}") from error


def mend_fresh(target: Path) -> None:
    """Set right what somebody left who was killed while putting fresh races in place."""
    fresh, old = target.with_name(FRESH), target.with_name(FRESH_BEFORE)
    if old.is_dir() and not fresh.is_dir():
        old.replace(fresh)
    for left in (old, *target.parent.glob(f".{FRESH}-*")):
        shutil.rmtree(left, ignore_errors=True)


def fresh_beside(target: Path) -> tuple[Path, ...]:
    """Name the folder of fresh races beside a book, if there is one."""
    folder = target.parent / FRESH
    return (folder,) if folder.is_dir() else ()


def is_current(target: Path, *data: Path) -> bool:
    if not is_whole(target):
        return False
    try:
        with closing(read_only(target)) as connection:
            noted = noted_in(connection)
    except sqlite3.DatabaseError:
        return False
    if noted.get("quick_fingerprint") == quick_fingerprint(*data):
        return True
    return noted.get("full_fingerprint") == full_fingerprint(*data)


def _renew(target: Path, data: Path) -> None:
    if is_foreign(target):
        raise BookRefused(f"{target} is another program's file: move it, or set SPOTTER_HOME")
    with one_builder(target):
        mend_fresh(target)
        fresh = fresh_beside(target)
        if not is_current(target, data, *fresh):  # else built while this one waited
            _sweep(target)
            # Loaded only now: sqlite-utils takes longer to import than a book to open.
            from knowledge.book.building import build, extend

            if fresh:
                extend(embedded_book(target, data), data, fresh[0], target)
            else:
                build(data, target)


def embedded_book(target: Path, data: Path) -> Path:
    """The finished book of the data alone, built where it is missing or out of date."""
    embedded = target.parent / EMBEDDED
    if not is_current(embedded, data):
        from knowledge.book.building import build

        if is_current(target, data):
            shutil.copyfile(target, embedded)
        else:
            build(data, embedded)
    return embedded


def _sweep(target: Path) -> None:
    """Remove what builders left that were killed; whoever holds the lock is the only one alive."""
    for stem in (target.stem, Path(EMBEDDED).stem):
        for left in target.parent.glob(f"{stem}.*.building"):
            left.unlink(missing_ok=True)


def read_only(target: Path) -> sqlite3.Connection:
    """Open without locks or journal: the file is never written again, only replaced."""
    return sqlite3.connect(
        f"{target.absolute().as_uri()}?mode=ro&immutable=1",
        uri=True,
        check_same_thread=False,  # nothing is written, and SQLite serialises the reads
        cached_statements=STATEMENTS,
    )


def noted_in(book: sqlite3.Connection) -> dict[str, str]:
    """Read what a book says of itself."""
    return dict(book.execute("select key, value from meta").fetchall())
