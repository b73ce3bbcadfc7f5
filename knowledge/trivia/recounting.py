"""What is right by now in a question that was asked before, and what was corrected since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.corrected import corrected_since
from knowledge.trivia.again import Again, Decks
from knowledge.trivia.asking import KINDS
from knowledge.trivia.trivia import Recount

if TYPE_CHECKING:
    from knowledge.records import Records
    from knowledge.trivia.trivia import AskedBefore

_TOLD = 3

_RIGHT = {kind.name: kind.right for kind in KINDS}


class Recounting:
    """Asks questions again of one book; None where no kind of ours made it."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._decks = Decks(records)

    def recount(self, asked: AskedBefore) -> Recount | None:
        kind, *words = asked.key.split("|")
        if kind not in _RIGHT:
            return None
        series, *words = words
        right = _RIGHT[kind](Again(asked, series, tuple(words), self._decks))
        return Recount(right, _corrected(series, asked.until, self._records))


def _corrected(series: str, until: str, records: Records) -> tuple[str, ...]:
    found = corrected_since(until, records)
    known = [each for each in found if each.series == series and each.date <= until]
    return tuple(each.words for each in known[:_TOLD])
