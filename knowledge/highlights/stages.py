"""Stages: the race and both stages won by one driver."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.highlights.highlight import Fact, Highlight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.highlights.race_day import RaceDay

_SWEEP = 2


def found(day: RaceDay) -> Iterator[Highlight]:
    if len(day.stages) < _SWEEP or {who for _, who in day.stages} != {day.winner.driver}:
        return
    number = len(day.stages)
    every = "both stages" if number == _SWEEP else f"all {number} stages"
    yield Highlight(
        f"{day.winner.name} also won {every}.",
        "stages",
        63,
        day.winner.name,
        (Fact("stage_wins", number, day.winner.name),),
        proof=day.rows_of([day.winner]),
    )
