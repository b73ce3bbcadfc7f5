"""How several people are named in a sentence."""

from __future__ import annotations


def names(people: list[str]) -> str:
    return people[0] if len(people) == 1 else f"{', '.join(people[:-1])} and {people[-1]}"
