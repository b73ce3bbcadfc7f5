"""What every question shape costs: the sentences that it lists as understood, one by one."""

from __future__ import annotations

from statistics import quantiles
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from knowledge.shapes import SHAPES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.record_book import RecordBook

TRIES = 5


class Timed(NamedTuple):
    """What a sentence took when it was asked first, and at its fastest after that."""

    first: float
    fastest: float
    shape: str
    sentence: str


def ask_every_shape(book: RecordBook) -> list[Timed]:
    return [
        Timed(_took(book, sentence), fastest(book, sentence), shape.__name__, sentence)
        for shape in SHAPES
        for sentence in shape.UNDERSTANDS
    ]


def fastest(book: RecordBook, sentence: str) -> float:
    """The machine is shared with others: they make an answer slower, never faster."""
    return min(_took(book, sentence) for _ in range(TRIES))


def _took(book: RecordBook, sentence: str) -> float:
    start = perf_counter()
    book.ask(sentence)
    return perf_counter() - start


def figures(timed: list[Timed]) -> Iterator[tuple[str, str]]:
    """The slowest of a hundred sentences, and the slowest shape by its name."""
    for name, times in (
        ("asked first", [each.first for each in timed]),
        ("asked again", [each.fastest for each in timed]),
    ):
        yield f"  99 of 100 {name} within", f"{quantiles(times, n=100)[98] * 1000:,.2f} ms"
    slowest = max(timed, key=lambda each: each.fastest)
    yield f"  the slowest shape is {slowest.shape}", f"{slowest.fastest * 1000:,.2f} ms"
    yield f"    “{slowest.sentence}”", ""
