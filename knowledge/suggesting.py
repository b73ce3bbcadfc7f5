"""Suggestions while somebody types: names in the book, the best known first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.series import SERIES_WORDS

if TYPE_CHECKING:
    from knowledge.records import Records


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a person reads in the list, and the words that a question then names it by."""

    label: str
    value: str


def suggest(kind: str, typed: str, limit: int, records: Records) -> tuple[Suggestion, ...]:
    """The names of a kind that what was typed could become."""
    if kind == "series":
        named = [Suggestion(f"{name} Series", name) for name in SERIES_WORDS.values()]
    elif kind == "driver":
        by_fame = sorted(records.people.values(), key=lambda each: -each.prominence)
        named = [Suggestion(each.name, each.name) for each in by_fame]
    else:
        named = []
    begun = typed.strip().casefold()
    return tuple(each for each in named if each.label.casefold().startswith(begun))[:limit]
