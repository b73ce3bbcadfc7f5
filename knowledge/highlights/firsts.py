"""Firsts behind the winner: a first top five or top ten, the best finish of a career."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.highlights.highlight import Fact, Highlight
from knowledge.highlights.saying import many, nth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.highlights.career import Career
    from knowledge.highlights.race_day import RaceDay
    from knowledge.highlights.rows import Start

_TOP_FIVE, _TOP_TEN = 5, 10


def found(day: RaceDay) -> Iterator[Highlight]:
    if day.past[0].season == day.race.season:  # in a new series everything is a first
        return
    for start in day.result[1:_TOP_TEN]:
        career = day.careers[start.driver]
        if career.starts == 1:
            yield _debut(day, start)
        elif noun := _first(start, career):
            yield _of(day, start, career, noun)


def _first(start: Start, career: Career) -> str:
    if start.finish <= _TOP_FIVE and not career.best().startswith(("win", "top five")):
        return "top five"
    return "" if career.best() or start.finish > _TOP_TEN else "top ten"


def _debut(day: RaceDay, start: Start) -> Highlight:
    return Highlight(
        f"{start.name} finished {nth(start.finish)} in a first {day.series} start.",
        "first",
        62 - 2 * start.finish,
        start.name,
        (Fact("starts", 1, start.name, f"in the {day.series}"),),
        proof=day.rows_of([start]),
    )


def _of(day: RaceDay, start: Start, career: Career, noun: str) -> Highlight:
    so_far = f"in the {day.series}"
    key = "top_fives" if noun == "top five" else "top_tens"
    return Highlight(
        f"{start.name} finished {nth(start.finish)}, the first {noun}"
        f" in {many(career.starts, 'start')} in the {day.series}.",
        "first",
        min(58, 40 - start.finish + career.starts // 20),
        start.name,
        (
            Fact(key, 1, start.name, so_far),
            Fact("starts", career.starts, start.name, so_far),
        ),
        proof=day.rows_of([start]),
    )
