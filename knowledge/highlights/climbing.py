"""Who came furthest forward from start to finish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.highlights.highlight import Fact, Highlight
from knowledge.highlights.saying import nth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.highlights.race_day import RaceDay

_WORTH_A_WORD = 5


def found(day: RaceDay) -> Iterator[Highlight]:
    start = max(day.result, key=lambda each: (each.gained, -each.finish))
    if start.gained < _WORTH_A_WORD or start.start is None:
        return
    level = [each for each in day.result if each.gained == start.gained and each is not start]
    most = "gained as many places as anyone" if level else "gained the most places"
    yield Highlight(
        f"{start.name} {most}, {start.gained},"
        f" from {nth(start.start)} at the start to {nth(start.finish)}.",
        "climb",
        30 + start.gained - start.finish // 2,
        start.name,
        (Fact("places_gained", start.gained, start.name),),
        proof=day.rows_of([start, *level]),
    )
