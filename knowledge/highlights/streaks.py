"""Runs kept or ended: wins in a row, top fives and top tens one after the other."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from knowledge.highlights.career import run
from knowledge.highlights.highlight import NAME, RUN, Fact, Highlight
from knowledge.highlights.saying import a, nth
from knowledge.proof import races_where
from knowledge.scope import Named, Scope

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from knowledge.answer import Table
    from knowledge.highlights.race_day import RaceDay

_LONG = 8
"""Top fives or top tens in a row that are worth a word."""

_ROW, _STREAK, _RECORD = 2, 3, 5
_PLACES = (("top five", "top_fives", 5), ("top ten", "top_tens", 10))


def found(day: RaceDay) -> Iterator[Highlight]:
    yield from _wins_in_a_row(day)
    told: dict[tuple[str, str | float], Highlight] = {}
    for noun, key, weight in _PLACES:
        for each in _longest(day, noun, key, 48 - weight):
            # A top five is a top ten: as long a run of those says nothing more.
            told.setdefault((each.subject, each.facts[0].value), each)
    yield from told.values()


def _wins_in_a_row(day: RaceDay) -> Iterator[Highlight]:
    runs = [(who, sum(1 for _ in each)) for who, each in groupby(race.driver for race in day.past)]
    (who, length), before = runs[-1], runs[:-1]
    longest = max((each for _, each in before), default=0)
    if length >= _ROW:
        yield _running(day, length, longest)
    elif before and before[-1][1] >= _STREAK:
        who, ended = before[-1]
        yield from _ended(day, who, ended)


def _running(day: RaceDay, length: int, longest: int) -> Highlight:
    name, weight, words = day.winner.name, min(85, 45 + 10 * length), ""
    if length >= max(longest, _RECORD):
        same = length == longest
        words = f", {'as long as' if same else 'longer than'} any run in the series before"
        weight = 93 if same else 96
    return Highlight(
        f"{name} has won {length} {day.series} races in a row{words}.",
        "streak",
        weight,
        name,
        (Fact(RUN, length, name, "wins in a row"),),
        f"{a(length)} {day.series} win in a row",
        day.rows([each.race for each in day.past[-length:]]),
    )


def _ended(day: RaceDay, who: str, length: int) -> Iterator[Highlight]:
    start = day.by_driver.get(who)
    name = day.name(who)
    came = f" with {nth(start.finish)} place" if start else ", for want of a start"
    facts = (Fact(RUN, length, name, "wins in a row"), Fact(NAME, name))
    yield Highlight(
        f"{name}'s run of {length} wins in a row ended{came}.",
        "streak",
        50 + 5 * length,
        name,
        facts,
        proof=day.rows([each.race for each in day.past[-length - 1 : -1]]),
    )


def _longest(day: RaceDay, noun: str, key: str, weight: int) -> Iterator[Highlight]:
    """The longest run of such places that goes on, and the longest one that ended."""
    lines = {who: getattr(career, key) for who, career in day.careers.items()}
    kept = max(lines, key=lambda who: (run(lines[who]), who))
    ended = max(lines, key=lambda who: (not run(lines[who])) * run(lines[who][:-1]))
    if (length := run(lines[kept])) >= _LONG:
        words = f"{day.name(kept)} has finished in the {noun} {length} times in a row"
        yield _of_places(day, kept, words, noun, length, weight)
    if not run(lines[ended]) and (length := run(lines[ended][:-1])) >= _LONG:
        place = nth(day.by_driver[ended].finish)
        words = f"{day.name(ended)}'s run of {length} {noun}s ended with {place} place"
        yield _of_places(day, ended, words, noun, length, weight - 2)


def _of_places(
    day: RaceDay, who: str, words: str, noun: str, length: int, weight: int
) -> Highlight:
    return Highlight(
        f"{words}.",
        "streak",
        min(74, weight + length),
        day.name(who),
        (Fact(RUN, length, day.name(who), f"{noun}s in a row"),),
        proof=_last_starts(day, who, length + 1),
    )


def _last_starts(day: RaceDay, who: str, number: int) -> Callable[[], Table]:
    scope = Scope(series=(day.race.series,), driver=Named((who,), day.name(who)))
    condition = f"race <= {day.race.id}"
    return lambda: races_where(condition, scope, day.records, limit=number, newest=True)
