"""The results of a night for a spreadsheet: a row a side, a column a question, and the reasons."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from bot.quiz.board import board, place_words
from bot.quiz.packs.wording import defused
from bot.quiz.sides import player_name, side_name
from bot.quiz.wording import short_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.channel import Destination
    from bot.quiz.night import Night, ScoreChange

_BOM = "\ufeff"
"""Without it Excel does not take a file for UTF-8."""


def results_csv(night: Night, to: Destination) -> str:
    """Names as they may be shown there."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    numbers = sorted({change.number for change in night.changes} | set(night.revealed))
    places = [short_place(night, number) for number in numbers]
    writer.writerow(["Place", "Side", "Players", "Points", *places, "Reasons"])
    by_side: dict[str, list[ScoreChange]] = {side: [] for side in night.sides}
    for change in night.changes:
        by_side[change.side].append(change)
    for each in board(night):
        log = by_side[each.side]
        points = dict.fromkeys(numbers, 0)
        for change in log:
            points[change.number] += change.points
        writer.writerow(
            [
                place_words(each),
                defused(side_name(night, each.side, to)),
                defused(", ".join(player_name(night, mate, to) for mate in night.sides[each.side])),
                each.points,
                *points.values(),
                defused("; ".join(_reasons(night, log))),
            ]
        )
    return _BOM + out.getvalue()


def _reasons(night: Night, log: list[ScoreChange]) -> Iterator[str]:
    for change in log:
        yield f"{short_place(night, change.number)} {change.points:+,} {change.reason}"
