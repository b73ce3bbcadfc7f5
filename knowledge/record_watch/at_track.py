"""What could fall at this very track: its record of wins, a first win, one more in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.highlights.highlight import Fact, Highlight
from knowledge.highlights.saying import many, nth
from knowledge.record_watch.naming import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.record_watch.race_to_come import RaceToCome

_RECORD = 3
"""Wins at a track below which a record is none."""

_WINNER, _STARTS = 5, 10
"""Wins elsewhere and starts there from which a first win there is news."""


def found(race: RaceToCome) -> Iterator[Highlight]:
    if not race.here:
        return
    most = max(race.wins_here.values())
    for driver in race.active:
        wins = race.wins_here[driver]
        if most >= _RECORD and wins >= most - 1:
            yield _record(race, driver, wins, most)
        if not wins:
            yield from _never(race, driver)
    if race.here[-1].driver in race.active:
        yield _again(race)


def _record(race: RaceToCome, driver: str, wins: int, most: int) -> Highlight:
    name, series = race.name(driver), race.last.series
    if wins == most:
        words = f"{name} holds or shares the {series} record at {race.there}, {many(wins, 'win')}"
        words = f"{words}; a win would be a record {nth(wins + 1)}."
    else:
        holders = sorted(race.name(who) for who, won in race.wins_here.items() if won == most)
        words = f"A win would be {name}'s {nth(most)} at {race.there}"
        words = f"{words}; as many as {names(holders)} won there, the {series} record."
    fact = Fact("wins", wins, name, f"at {race.there}")
    weight = min(95, 72 + most)
    return Highlight(words, "track", weight, name, (fact,), proof=race.wins_of(driver, here=True))


def _never(race: RaceToCome, driver: str) -> Iterator[Highlight]:
    wins, starts = race.wins[driver], race.starts_here.get(driver, 0)
    if wins < _WINNER or starts < _STARTS:
        return
    name, series = race.name(driver), race.last.series
    words = f"{name} has {many(wins, f'{series} win')}, and none in {many(starts, 'start')}"
    facts = (
        Fact("wins", wins, name, f"in the {series}"),
        Fact("starts", starts, name, f"at {race.there}"),
    )
    yield Highlight(
        f"{words} at {race.there}.",
        "track",
        min(78, 44 + starts // 2 + wins // 4),
        name,
        facts,
        proof=race.wins_of(driver),
    )


def _again(race: RaceToCome) -> Highlight:
    """Whoever won the last one there, with how many in a row he has."""
    last, row = race.here[-1], 0
    for each in reversed(race.here):
        if each.driver != last.driver:
            break
        row += 1
    name, series = race.name(last.driver), race.last.series
    won = f"the last {series} race" if row == 1 else f"the last {row} {series} races"
    return Highlight(
        f"{name} won {won} at {race.there}; a win would be the {nth(row + 1)} in a row there.",
        "track",
        min(90, 40 + 12 * row),
        name,
        (Fact("wins", row, name, "in a row there"),),
        proof=race.last.rows([each.race for each in race.here[-row:]]),
    )
