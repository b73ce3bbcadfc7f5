"""What makes a set of quiz questions varied, and which question gives its answer away."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from knowledge.trivia.trivia import Trivia

_TRIES = 12
"""Questions looked at for each one wanted, before a set is left shorter."""

_OFTEN = 2
"""How often a set may name one driver or track before others go first."""


def varied(turns: Iterator[Trivia], many: int, random: Random) -> list[Trivia]:
    """So many of different subjects; those that repeat one come in where others lack."""
    named: Counter[str] = Counter()
    chosen: list[Trivia] = []
    put_by: list[Trivia] = []
    keys: set[str] = set()
    for drawn, _ in zip(turns, range(_TRIES * many + 100), strict=False):
        if drawn.key in keys:
            continue
        keys.add(drawn.key)
        about = _about(drawn)
        if any(named[each] >= limit for each, limit in about.items()):
            put_by.append(drawn)
            continue
        chosen.append(drawn)
        named.update(about.keys())
        if len(chosen) == many:
            break
    found = [*chosen, *put_by[: many - len(chosen)]]
    random.shuffle(found)
    return found


def _about(drawn: Trivia) -> dict[str, int]:
    """What a question is about, with how often a set may be about it."""
    about = dict.fromkeys(drawn.subjects, _OFTEN)
    if drawn.answer.isdigit():
        about[f"figures of {drawn.subjects[0]}"] = 1  # one question could show another's answer
    else:
        about[drawn.answer] = 1  # one answer is not right twice
    return about


def gives_away(drawn: Trivia) -> bool:
    """Whether the answer, or its surname, stands in the prompt or in a clue."""
    if ", " in drawn.answer:  # an order of four, whom the prompt names
        return False
    words = " ".join((drawn.prompt, *drawn.clues))
    said = drawn.answer if drawn.answer.isdigit() else _surname(drawn.answer)
    return re.search(rf"\b{re.escape(said)}\b", words) is not None


def _surname(name: str) -> str:
    bare = name.removesuffix(" Jr.").removesuffix(" Sr.")
    return bare.rsplit(" ", 1)[-1]
