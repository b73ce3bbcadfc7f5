"""What the win means: the first, the nth of a career and a season, the first in a long time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.highlights.career import wait
from knowledge.highlights.highlight import DATE, WAIT, Fact, Highlight
from knowledge.highlights.saying import a, many, nth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.highlights.race_day import RaceDay

_ROUND = {100: 92, 50: 85, 25: 70}
"""How much a win weighs whose number these divide."""

_LONG = 10
"""Starts without a win that are worth a word."""


def found(day: RaceDay) -> Iterator[Highlight]:
    yield _first(day) if len(day.wins) == 1 else _one_more(day)
    waited = wait(day.careers[day.winner.driver].wins)
    if len(day.wins) > 1 and waited >= _LONG:
        yield _at_last(day, waited)


def _first(day: RaceDay) -> Highlight:
    name, starts = day.winner.name, day.careers[day.winner.driver].starts
    so_far = f"in the {day.series}"
    return Highlight(
        f"It was {name}'s first win in the {day.series}, in the {nth(starts)} start.",
        "win",
        99 if starts == 1 else 95,
        name,
        (
            Fact("wins", 1, name, so_far),
            Fact("starts", starts, name, so_far),
        ),
        f"a first {day.series} win",
        day.rows([day.race.id], day.winner.driver),
    )


def _one_more(day: RaceDay) -> Highlight:
    name, number = day.winner.name, len(day.wins)
    of_season = sum(each.season == day.race.season for each in day.wins)
    weight = next((_ROUND[each] for each in _ROUND if number % each == 0), 50)
    return Highlight(
        f"It was {name}'s {nth(number)} win in the {day.series}"
        f" and the {nth(of_season)} of the {day.race.season} season.",
        "win",
        weight,
        name,
        (
            Fact("wins", number, name, f"in the {day.series}"),
            Fact("wins", of_season, name, f"of the {day.race.season} season"),
        ),
        f"{a(number)} {day.series} win",
        day.rows([each.race for each in day.wins], day.winner.driver),
    )


def _at_last(day: RaceDay, waited: int) -> Highlight:
    name, before = day.winner.name, day.wins[-2]
    return Highlight(
        f"{name} had gone {many(waited, 'start')} without a win, since the {day.called(before)}.",
        "win",
        min(90, 40 + waited // 2),
        name,
        (
            Fact(WAIT, waited, name, "starts without a win"),
            Fact(DATE, before.date, name, "of the win before"),
            *day.named(before),
        ),
        f"the first win after {many(waited, 'start')} without one",
        day.rows([before.race, day.race.id], day.winner.driver),
    )
