"""Teams and makes: a first win, a round number of them, the first in a long time, a sweep."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from knowledge.highlights.highlight import NAME, PLACE, WAIT, Fact, Highlight
from knowledge.highlights.saying import many, nth, owner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.highlights.race_day import RaceDay
    from knowledge.highlights.rows import Past

_ROUND = 50
_LONG = 30
"""Races without a win for a make that has won before."""

_SWEEP = 4


def found(day: RaceDay) -> Iterator[Highlight]:
    if team := day.winner.team:
        yield from _number(day, team, [each for each in day.past if each.team == team])
    if make := day.winner.make:
        wins = [each for each in day.past if each.make == make]
        yield from _number(day, make, wins)
        yield from _at_last(day, make, wins)
        yield from _sweep(day, make)


def _number(day: RaceDay, name: str, wins: list[Past]) -> Iterator[Highlight]:
    number, is_new = len(wins), day.past[0].season == day.race.season
    if number % _ROUND and (number > 1 or is_new):
        return
    yield Highlight(
        f"It was the {nth(number)} {day.series} win for {owner(name)}.",
        "team",
        72 if number % 100 in (0, 1) else 60,
        facts=(Fact("wins", number, owner(name)), Fact(NAME, owner(name))),
        proof=day.rows([each.race for each in wins]),
    )


def _at_last(day: RaceDay, make: str, wins: list[Past]) -> Iterator[Highlight]:
    if len(wins) < 2:
        return
    waited = len(list(takewhile(lambda each: each.make != make, reversed(day.past[:-1]))))
    if waited < _LONG:
        return
    before = wins[-2]
    yield Highlight(
        f"{make} had gone {many(waited, 'race')} without a win, since the {day.called(before)}.",
        "team",
        min(80, 45 + waited // 3),
        facts=(
            Fact(WAIT, waited, make, "races without a win"),
            Fact(NAME, make),
            *day.named(before),
        ),
        proof=day.rows([before.race, day.race.id]),
    )


def _sweep(day: RaceDay, make: str) -> Iterator[Highlight]:
    """The first places all to one make, where others ran too."""
    swept = list(takewhile(lambda start: start.make == make, day.result))
    if not _SWEEP <= len(swept) < len(day.result):
        return
    yield Highlight(
        f"The first {len(swept)} places went to {make}.",
        "team",
        min(66, 28 + 4 * len(swept)),
        facts=(Fact(PLACE, len(swept), make), Fact(NAME, make)),
        proof=day.rows_of(swept),
    )
