"""A question that was asked before, and the rows that it is asked of again."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from knowledge.trivia.deck import Deck
from knowledge.trivia.trivia import Wish
from knowledge.trivia.wishing import Limits

if TYPE_CHECKING:
    from knowledge.records import Records
    from knowledge.trivia.trivia import AskedBefore

_LAST = 9999
_AT_HAND = 8
"""Decks; the questions of many nights are of the same few, and each is slow to lay out."""


class Decks:
    """The rows of one book, cut and limited as questions asked before need them."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._laid: dict[tuple[str, str, str, str], Deck] = {}

    def deck(self, series: str, until: str, counted: str, venue: str) -> Deck:
        key = series, until, counted, venue
        found = self._laid.get(key) or self._lay(*key)
        self._laid.pop(key, None)
        self._laid[key] = found
        while len(self._laid) > _AT_HAND:
            self._laid.pop(next(iter(self._laid)), None)
        return found

    def _lay(self, series: str, until: str, counted: str, venue: str) -> Deck:
        first, last = (int(year or 0) for year in counted.split("-"))
        return Deck(
            series,
            self._records,
            Wish(seasons=None if counted == "-" else (first, last or _LAST)),
            Limits((series,), venue),
            Random(0),  # noqa: S311 - nothing is drawn from it
            until=until,
        )


@dataclass(frozen=True, slots=True)
class Again:
    """As far as it knew: what was raced later is not in the rows that it is asked of."""

    asked: AskedBefore
    series: str
    words: tuple[str, ...]  # of its key, behind its kind and series
    decks: Decks

    def deck(self, counted: str = "-", venue: str = "") -> Deck:
        """The races of the seasons that a key names: "1990-1999", "-" for all, "2010-"."""
        return self.decks.deck(self.series, self.asked.until, counted, venue)
