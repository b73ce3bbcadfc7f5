"""Suggestions while somebody types: the names that it could become, the best known first."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from heapq import nsmallest
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from knowledge.book.spelling import spell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SHORTEST_MISSPELT = 4
"""Letters; a shorter word is one slip away from half the names."""

_LONG = 7
"""Letters from which two slips are still a misspelling."""

_NEAR = 8
"""Words that a misspelt one may have meant."""

_LAST = "\U0010ffff"
"""Sorts after every letter."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a person reads in the list, and the words that a question then names it by."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to suggest, with every name by which somebody may begin to type it."""

    suggestion: Suggestion
    names: tuple[str, ...]


class Shelf:
    """Entries in the order in which they are suggested, found by the beginnings of their words."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._suggestions: list[Suggestion] = []
        bearing: dict[str, set[int]] = defaultdict(set)
        for number, entry in enumerate(entries):
            self._suggestions.append(entry.suggestion)
            for word in {word for name in entry.names for word in spell(name)}:
                bearing[word].add(number)
        self._words = sorted(bearing)
        self._bearing = dict(bearing)

    def find(self, typed: str, limit: int) -> tuple[Suggestion, ...]:
        """Whoever has all the words typed, the last of them perhaps not yet finished."""
        words = spell(typed)
        if not words:
            return tuple(self._suggestions[:limit])
        found = self._ranked([self._beginning(word) for word in words], words, limit)
        if not found:
            found = self._ranked([self._nearly(word) for word in words], words, limit)
        return tuple(self._suggestions[number] for number in found)

    def _ranked(self, bearing: list[set[int]], words: tuple[str, ...], limit: int) -> list[int]:
        """Those who bear every word: whole words before beginnings, then by prominence."""
        both = set.intersection(*bearing)
        whole = [self._bearing.get(word, set()) for word in words]
        return nsmallest(limit, both, key=lambda each: (-sum(each in own for own in whole), each))

    def _beginning(self, word: str) -> set[int]:
        low, high = bisect_left(self._words, word), bisect_left(self._words, word + _LAST)
        return set[int]().union(*(self._bearing[each] for each in self._words[low:high]))

    def _nearly(self, word: str) -> set[int]:
        begun = self._beginning(word)
        return begun or set[int]().union(*(self._bearing[near] for near in self._near(word)))

    def _near(self, word: str) -> Iterator[str]:
        """Words within a slip or two, or that begin so as far as it was typed."""
        if len(word) < _SHORTEST_MISSPELT:
            return
        slips = 2 if len(word) >= _LONG else 1
        for candidates in (self._words, [each[: len(word)] for each in self._words]):
            found = extract(word, candidates, scorer=OSA.distance, score_cutoff=slips, limit=_NEAR)
            if found:
                yield from (self._words[place] for _, _, place in found)
                return
