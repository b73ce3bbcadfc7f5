"""Wins that some count and others do not: where one of them counts, two numbers are right."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DisputedWin:
    """A win of the rows that not every source has."""

    driver: str
    date: str
    why: str


DISPUTED_WINS = (
    DisputedWin(
        "bobby-allison",
        "1971-08-06",
        "his win at Bowman Gray in 1971, in a Grand American car, is counted by some and not by"
        " others",
    ),
)
