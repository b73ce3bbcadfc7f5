"""Tells whether a book is still the one that the data and the code that builds it would give."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.book.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

BUILDERS = Path(__file__).parent
"""This package: a changed schema or tally makes another book of the same data."""

_IN_DATA = (
    *(table.path.format(series="*", season="*") for table in TABLES),
    "checks/*.csv",
)


def quick_fingerprint(*data: Path) -> str:
    """Digest every file's name, size and time of change: milliseconds, so at every start."""
    digest = blake2b(digest_size=16)
    for name, file in _files(*data):
        seen = file.stat()
        digest.update(f"{name} {seen.st_size} {seen.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def full_fingerprint(*data: Path) -> str:
    """Digest every file's contents: settles it where files were only copied or touched."""
    digest = blake2b(digest_size=16)
    for name, file in _files(*data):
        contents = file.read_bytes()
        digest.update(f"{name} {len(contents)}\n".encode())
        digest.update(contents)
    return digest.hexdigest()


def _files(*data: Path) -> Iterator[tuple[str, Path]]:
    for folder, patterns in (*((each, _IN_DATA) for each in data), (BUILDERS, ("*.*",))):
        for pattern in patterns:
            for file in sorted(folder.glob(pattern)):
                yield file.relative_to(folder).as_posix(), file
