"""Names in a question: the book's phrases found among its words."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from knowledge.reading.meanings import (
    Car,
    Make,
    Meaning,
    NamedRace,
    People,
    Series,
    Teams,
    Venues,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from knowledge.reading.phrase_book import Found

_PEOPLE = {"driver": "full", "surname": "surname", "nickname": "nickname"}
_LONGEST = 8
"""Words; no name in a question is longer."""


class Names:
    """Every phrase of the book; what a phrase means is read when it is first met."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._phrases: dict[str, str] = dict(
            connection.execute("select words, meanings from phrase").fetchall()
        )
        self._longest: dict[str, int] = {}
        for words in self._phrases:
            first = words.partition(" ")[0]
            length = words.count(" ") + 1
            if length > self._longest.get(first, 0):
                self._longest[first] = min(length, _LONGEST)

    def find(self, words: Sequence[str]) -> list[Found]:
        """Every name in the words; names may overlap."""
        found: list[Found] = []
        phrases = self._phrases
        for start, text in enumerate(words):
            longest = self._longest.get(text, int(text[-1] == "s"))
            for end, word in enumerate(words[start : start + longest], start + 1):
                if end > start + 1:
                    text = f"{text} {word}"  # noqa: PLW2901 - the name grows word by word
                written = phrases.get(text)
                if written is None and text[-1] == "s":  # "heims" where nothing is spelt so
                    written = phrases.get(text[:-1])
                if written:
                    found.append((start, end, _meanings(text, written)))
        return found

    def is_driver(self, text: str) -> bool:
        """Whether these words are some driver's whole name."""
        return '["driver", ' in self._phrases.get(text, "")


@lru_cache(maxsize=16384)
def _meanings(text: str, written: str) -> tuple[Meaning, ...]:
    """What a phrase can mean, from how the book writes it: [[kind, [[id, weight], ...]], ...]."""
    meanings: list[Meaning] = []
    for kind, ids in json.loads(written):
        if kind == "series":  # "Grand National" was two of them
            meanings.extend(Series(key) for key, _ in ids)
        else:
            meanings.append(_meaning(text, kind, ids))
    return tuple(meanings)


def _meaning(text: str, kind: str, ids: list[list[Any]]) -> Meaning:
    keys = tuple(key for key, _ in ids)
    if kind in _PEOPLE:
        return People(tuple((key, weight) for key, weight in ids), _PEOPLE[kind])
    if kind == "race":
        return NamedRace(text.title(), tuple(sorted(keys)))
    if kind.startswith("race "):
        return NamedRace(kind.removeprefix("race "), tuple(sorted(map(int, keys[0].split(",")))))
    if kind == "venue":
        return Venues(keys, races=ids[0][1])
    if kind == "car":  # "the Blue Deuce" is a number and the seasons of its paint
        number, first, last = json.loads(keys[0])
        return Car(number, painted=(first, last))
    if kind == "team":
        return Teams(tuple(sorted(keys)))
    return Make(keys[0])
