"""Round numbers of starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.highlights.highlight import Fact, Highlight
from knowledge.highlights.saying import a, nth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.highlights.race_day import RaceDay

_ROUND = 100


def found(day: RaceDay) -> Iterator[Highlight]:
    for start in day.result:
        number = day.careers[start.driver].starts
        if number % _ROUND == 0:
            done = "won" if start.finish == 1 else f"finished {nth(start.finish)}"
            yield Highlight(
                f"{start.name} {done} in {a(number)} {day.series} start.",
                "start",
                min(60, 30 + number // 25) + (10 if start.finish == 1 else 0),
                start.name,
                (Fact("starts", number, start.name, f"in the {day.series}"),),
                proof=day.rows_of([start]),
            )
