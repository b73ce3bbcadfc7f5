"""Whether another book has taken the place of the one that is open."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from knowledge.book.header import is_whole
from knowledge.book.opening import noted_in, read_only

if TYPE_CHECKING:
    from pathlib import Path


def stamp(target: Path) -> tuple[int, ...]:
    """Tell one file of that name from another: a new book is a new file."""
    try:
        seen = target.stat()
    except OSError:
        return ()
    return seen.st_ino, seen.st_size, seen.st_mtime_ns


def newer_book(target: Path, held: sqlite3.Connection) -> sqlite3.Connection | None:
    """Open the book at `target` if it is another than the one held, and can be read.

    One that other code has built may be of another form: it waits for a new start.
    """
    if not is_whole(target):
        return None
    before = noted_in(held)
    opened = read_only(target)
    try:
        now = noted_in(opened)
    except sqlite3.DatabaseError:
        now = before
    same = now.get("full_fingerprint") == before.get("full_fingerprint")
    other = now.get("builders_fingerprint") != before.get("builders_fingerprint")
    if same or other:
        opened.close()
        return None
    return opened
