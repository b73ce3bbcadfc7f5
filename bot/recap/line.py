"""One sentence that a recap could tell, and the choice of those that it does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.recap.recap import Key

MUST = 1000
"""Weighs more than any highlight: told in every recap."""

FEWEST, MOST = 120, 200
"""Words of a recap."""

_ENOUGH, _FULL = 132, 198
"""Words from which nothing ordinary is added, and from which nothing remarkable is."""

_ORDINARY = 32
"""What weighs less only fills up."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a block; the weightier it is, the sooner it is told."""

    key: Key
    words: str
    weight: int = MUST

    @property
    def length(self) -> int:
        return len(self.words.split())


def chosen(lines: Sequence[Line]) -> list[Line]:
    """The lines that are told, in their order: all that must be, then the weightiest that fit."""
    told = {index for index, line in enumerate(lines) if line.weight >= MUST}
    length = sum(lines[index].length for index in told)
    for index in sorted(range(len(lines)), key=lambda each: -lines[each].weight):
        line = lines[index]
        limit = _FULL if line.weight >= _ORDINARY else _ENOUGH
        if index in told or length >= limit or length + line.length > _FULL:
            continue
        told.add(index)
        length += line.length
    return [line for index, line in enumerate(lines) if index in told]
