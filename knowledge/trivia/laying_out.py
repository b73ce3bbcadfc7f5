"""Puts a question's choices under A to D, the right one as often under each."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from knowledge.trivia.trivia import Trivia

_CHOICES = 4


class Table:
    """Lays out one question after another and remembers where the right choices lie."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._lain: Counter[int] = Counter()

    def lay(self, drawn: Trivia) -> Trivia:
        """Four choices of a question drawn with the right one first; figures by size."""
        right, *wrong = drawn.choices
        if right.isdigit():
            return replace(drawn, choices=self._by_size(right, wrong))
        others = self._random.sample(wrong, _CHOICES - 1)
        place = self._place(range(_CHOICES))
        return replace(drawn, choices=(*others[:place], right, *others[place:]))

    def _place(self, free: range) -> int:
        """The place of those free that was taken least so far."""
        place = min(free, key=lambda each: (self._lain[each], self._random.random()))
        self._lain[place] += 1
        return place

    def _by_size(self, right: str, wrong: list[str]) -> tuple[str, ...]:
        less = sorted((each for each in wrong if int(each) < int(right)), key=int)
        more = sorted((each for each in wrong if int(each) > int(right)), key=int)
        fewest, most = max(0, _CHOICES - 1 - len(more)), min(_CHOICES - 1, len(less))
        place = self._place(range(fewest, most + 1))
        some = self._random.sample(less, place)
        some += self._random.sample(more, _CHOICES - 1 - place)
        return tuple(sorted([right, *some], key=int))
