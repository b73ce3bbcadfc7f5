"""Near misses: a word that nothing explains, read as the known word it most resembles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

_SHORTEST = 4
"""Letters; shorter words are one slip away from half the dictionary."""

_LONG = 7
"""Letters from which two slips are still a misspelling."""

_CANDIDATES = 12


class Spelling:
    """The words that names and phrases are made of, each with its weight."""

    def __init__(self, weights: Mapping[str, float], right: AbstractSet[str]) -> None:
        self._weights = weights
        self._right = right
        self._words: Sequence[str] = [word for word in weights if len(word) >= _SHORTEST]

    def is_right(self, word: str) -> bool:
        """Whether it is a word by itself, though perhaps not the one meant."""
        return word in self._right

    def alike(self, word: str) -> list[tuple[str, int]]:
        """Known words within one slip (two in a long word), the nearest and weightiest first."""
        if len(word) < _SHORTEST or not word.isalpha():
            return []
        slips = 2 if len(word) >= _LONG else 1
        found = extract(
            word, self._words, scorer=OSA.distance, score_cutoff=slips, limit=_CANDIDATES
        )
        ranked = sorted(found, key=lambda each: (each[1], -self._weights[each[0]], each[0]))
        return [(near, int(distance)) for near, distance, _ in ranked]

    def weight(self, word: str) -> float:
        return self._weights.get(word, 0.0)
