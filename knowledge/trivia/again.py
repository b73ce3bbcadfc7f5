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


@dataclass(frozen=True, slots=True)
class Again:
    """As far as it knew: what was raced later is not in the rows that it is asked of."""

    asked: AskedBefore
    series: str
    words: tuple[str, ...]  # of its key, behind its kind and series
    records: Records

    def deck(self, counted: str = "-", venue: str = "") -> Deck:
        """The races of the seasons that a key names: "1990-1999", "-" for all, "2010-"."""
        first, last = (int(year or 0) for year in counted.split("-"))
        seasons = None if counted == "-" else (first, last or _LAST)
        return Deck(
            self.series,
            self.records,
            Wish(seasons=seasons),
            Limits((self.series,), venue),
            Random(0),  # noqa: S311 - nothing is drawn from it
            until=self.asked.until,
        )
