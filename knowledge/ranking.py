"""Rankings: equals share a place, and a tie at the cut is kept whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LONGEST_TIE = 25
"""Rows that a tie may add to a ranking before it is cut."""


@dataclass(frozen=True, slots=True)
class Placed:
    """One row of a ranking; equals have the same rank, and the rank after them is skipped."""

    rank: int
    name: str
    value: float
    starts: int


def ranked(found: Iterable[tuple[str, float, int]]) -> list[Placed]:
    """Rank names with value and starts that come best first."""
    rows: list[Placed] = []
    for index, (name, value, starts) in enumerate(found, start=1):
        level = rows and rows[-1].value == value
        rows.append(Placed(rows[-1].rank if level else index, name, value, starts))
    return rows


def cut(rows: Sequence[Placed], length: int) -> tuple[Sequence[Placed], str]:
    """The first rows with the whole of a tie at the cut, and what had to be left out."""
    if len(rows) <= length:
        return rows, ""
    last = rows[length - 1].rank
    tied = [row for row in rows if row.rank <= last]
    if len(tied) <= length + _LONGEST_TIE:
        return tied, ""
    return rows[:length], f"{len(tied) - length} more are level with the last one shown."


def nth_best(rows: Sequence[Placed], nth: int) -> list[Placed]:
    """Whoever stands nth, with those who are level: the second most, the third best."""
    return [row for row in rows if nth <= len(rows) and row.rank == rows[nth - 1].rank]


def with_ties(rows: Sequence[Placed]) -> list[tuple[str, Placed]]:
    """Each row with its rank in words: "1", "T3"."""
    ranks = [row.rank for row in rows]
    return [(f"T{row.rank}" if ranks.count(row.rank) > 1 else str(row.rank), row) for row in rows]
