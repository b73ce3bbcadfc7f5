"""The board: the sides in their order, with ties, and what each got last."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from bot.quiz.scoring import tie_order

if TYPE_CHECKING:
    from bot.quiz.night import Night


@dataclass(frozen=True, slots=True)
class Standing:
    """One side's place."""

    place: int
    tied: bool
    side: str
    points: int
    change: int  # what the latest question brought


def board(night: Night) -> tuple[Standing, ...]:
    """All sides, the first first; those who are level share a place."""
    points, latest = _points(night), _latest(night)
    broken = {side: i for i, sides in enumerate(tie_order(night)) for side in sides}

    def rank(side: str) -> tuple[int, int]:
        return -points[side], broken.get(side, len(broken))

    standings: list[Standing] = []
    for _, level in groupby(sorted(points, key=lambda side: (*rank(side), side)), key=rank):
        sides, place = list(level), len(standings) + 1
        tied = len(sides) > 1
        standings += [
            Standing(place, tied, side, points[side], latest.get(side, 0)) for side in sides
        ]
    return tuple(standings)


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
