"""The board: the sides in their order, with ties, and what each got last."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Protocol, TypeVar

from bot.quiz.scoring import tie_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bot.quiz.night import Night

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Standing:
    """One side's place."""

    place: int
    tied: bool
    side: str
    points: int
    change: int  # what the latest question brought


class Placed(Protocol):
    """Whoever has a place in a table."""

    @property
    def place(self) -> int: ...

    @property
    def tied(self) -> bool: ...


def in_places(
    items: Iterable[_T], rank: Callable[[_T], tuple[float, ...]]
) -> Iterator[tuple[int, bool, _T]]:
    """Each with its place, and whether it shares it; `items` stand in order already."""
    place = 1
    for _, level in groupby(items, key=rank):
        together = list(level)
        yield from ((place, len(together) > 1, each) for each in together)
        place += len(together)


def place_words(placed: Placed) -> str:
    return f"T{placed.place}" if placed.tied else str(placed.place)


def board(night: Night) -> tuple[Standing, ...]:
    """All sides, the first first; those who are level share a place."""
    points, latest = _points(night), _latest(night)
    broken = {side: i for i, sides in enumerate(tie_order(night)) for side in sides}

    def rank(side: str) -> tuple[int, int]:
        return -points[side], broken.get(side, len(broken))

    in_order = sorted(points, key=lambda side: (*rank(side), side))
    return tuple(
        Standing(place, tied, side, points[side], latest.get(side, 0))
        for place, tied, side in in_places(in_order, rank)
    )


def leaders(night: Night) -> tuple[str, ...]:
    """Who is first, and all that are level with him; nobody before the first points."""
    return tuple(each.side for each in board(night) if each.place == 1 and each.points > 0)


def _points(night: Night) -> dict[str, int]:
    """By the log of the scores: to count every answer anew takes long where many play."""
    points = dict.fromkeys(night.sides, 0)
    for change in night.changes:
        points[change.side] += change.points
    return points


def _latest(night: Night) -> dict[str, int]:
    """What the question that was revealed last has brought, corrections among it."""
    brought: dict[str, int] = {}
    for change in night.changes:
        if change.number == night.revealed[-1]:
            brought[change.side] = brought.get(change.side, 0) + change.points
    return brought
