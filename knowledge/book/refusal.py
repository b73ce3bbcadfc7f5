"""Why a book was refused, in one line that a person can act on."""

from __future__ import annotations


class BookRefused(Exception):
    """The data, or the book made from it, does not hold; the book before it stays."""


def at(path: str, why: str, line: int | None = None, column: str | None = None) -> BookRefused:
    """Say what is wrong in a data file, with the place: the line as a text editor counts it."""
    place = [path]
    if line is not None:
        place.append(f"line {line}")
    if column is not None:
        place.append(f"column {column}")
    return BookRefused(f"{', '.join(place)}: {why}")
