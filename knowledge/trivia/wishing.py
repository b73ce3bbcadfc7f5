"""What a wish means in the book: ids for its names, or that nothing fits it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.reading.meanings import Venues
from knowledge.series import ALL_SERIES
from knowledge.trivia.named import person_named
from knowledge.trivia.rows import finishers_of

if TYPE_CHECKING:
    from knowledge.reading.reader import Reader
    from knowledge.records import Records
    from knowledge.trivia.trivia import Wish

_IN_SIGHT = 12
"""Finishers of last week's race that a fan saw."""


@dataclass(frozen=True, slots=True)
class Limits:
    """A wish by the ids of the book; what is empty does not limit."""

    series: tuple[str, ...]
    venue: str = ""
    driver: str = ""
    drivers: frozenset[str] = frozenset()  # who was in last week's race


def limits_of(wish: Wish, reader: Reader, records: Records) -> Limits | None:
    """None where a name of the wish is nobody's and nowhere."""
    venue = _venue(wish.track, reader) if wish.track else ""
    driver = person_named(wish.driver, reader, records) if wish.driver else ""
    if venue is None or driver is None:
        return None
    series = wish.series or ALL_SERIES
    if wish.race is None:
        return Limits(series, venue, driver)
    if wish.race.series not in series:
        return None
    seen = frozenset(finishers_of(wish.race.id, records, _IN_SIGHT))
    return Limits((wish.race.series,), venue, driver, seen)


def _venue(text: str, reader: Reader) -> str | None:
    for span in reader.read(text).spans:
        for meaning in span.rivals:
            if isinstance(meaning, Venues):
                return meaning.candidates[0]
    return None
