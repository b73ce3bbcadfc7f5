"""What the first 100 bytes of an SQLite file tell: whether it is a book, and all of it there."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION_ID = 0x53505452
"""Marks a file as Spotter's book: "SPTR"."""

_MAGIC = b"SQLite format 3\0"
# https://www.sqlite.org/fileformat2.html#the_database_header: page size, pages, application id
_LAYOUT = struct.Struct(">16xH10xI36xI28x")


def is_foreign(path: Path) -> bool:
    """Recognise another program's database, which must not be written over."""
    header = _header(path)
    return header is not None and header.application != APPLICATION_ID


def is_whole(path: Path) -> bool:
    """Tell whether the file is a book with all its pages; one cut short is not."""
    header = _header(path)
    if header is None:
        return False
    size = header.page_size * header.pages
    return header.application == APPLICATION_ID and path.stat().st_size == size


class _Header(NamedTuple):
    page_size: int
    pages: int
    application: int


def _header(path: Path) -> _Header | None:
    try:
        with path.open("rb") as file:
            start = file.read(_LAYOUT.size)
    except FileNotFoundError:
        return None
    if len(start) < _LAYOUT.size or not start.startswith(_MAGIC):
        return None
    return _Header(*_LAYOUT.unpack(start))
