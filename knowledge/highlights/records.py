"""Records reached, passed or near: the all-time list of wins, and those at this track."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from knowledge.answer import Table
from knowledge.highlights.highlight import NAME, PLACE, Fact, Highlight
from knowledge.highlights.saying import many, nth
from knowledge.sentences import listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from knowledge.highlights.race_day import RaceDay

_TOP = 15
"""Places of the all-time list that fans know."""

_FEW, _FEW_THERE = 10, 4
"""Wins below which nothing is a record: early on, everybody is on the list."""

_NEAR = 2
_NAMED = 3
"""More who are level are told as so many."""


def found(day: RaceDay) -> Iterator[Highlight]:
    wins = Counter(each.driver for each in day.past)
    place = 1 + sum(other > len(day.wins) for other in wins.values())
    if len(day.wins) >= _FEW and place <= _TOP:
        yield from _reached(day, wins, place)
        yield from _near(day, wins, place)
    yield from _there(day)


def _reached(day: RaceDay, wins: Counter[str], place: int) -> Iterator[Highlight]:
    """Level with somebody on the list, or past him; or ahead of all still."""
    number, name = len(day.wins), day.winner.name
    level = [day.name(who) for who in _with(wins, number) if who != day.winner.driver]
    passed = [day.name(who) for who in _with(wins, number - 1)]
    where = f"for {nth(place)} on the {day.series} list of wins with {number:,}"
    facts = (
        Fact("wins", number, name, f"in the {day.series}"),
        Fact(PLACE, place, name),
        *_named(level or passed, name),
    )
    proof = _standing(day, wins)
    if level or passed:
        verb, brief = ("ties", "level with") if level else ("passes", "past")
        names = _names(level or passed)
        weight = (94 if level else 92) - 2 * place - (0 if len(level or passed) <= _NAMED else 20)
        words = f"{name} {verb} {names} {where}."
        brief = f"{brief} {names} on the {day.series} list of wins"
        yield Highlight(words, "record", weight, name, facts, brief, proof)
    elif place == 1:
        words = f"No driver has won more {day.series} races than {name}: {number:,}."
        yield Highlight(words, "record", 58, name, facts, proof=proof)


def _near(day: RaceDay, wins: Counter[str], place: int) -> Iterator[Highlight]:
    """The next mark on the list, where it is one or two wins away."""
    number, name = len(day.wins), day.winner.name
    above = min((other for other in wins.values() if other > number), default=0)
    names = [day.name(who) for who in _with(wins, above)]
    if not 0 < above - number <= _NEAR or len(names) > _NAMED:
        return
    facts = (
        Fact("wins", number, name, f"in the {day.series}"),
        Fact("short", above - number, name, "wins short of the next"),
        *_named(names, name),
    )
    yield Highlight(
        f"{name} is {many(above - number, 'win')} short of {_names(names)}"
        f" on the {day.series} list: {number:,} to {above:,}.",
        "record",
        56 - place,
        name,
        facts,
        proof=_standing(day, wins),
    )


def _there(day: RaceDay) -> Iterator[Highlight]:
    """The most wins at this track, alone or level."""
    wins = Counter(each.driver for each in day.here)
    number, name = wins.pop(day.winner.driver), day.winner.name
    best = max(wins.values(), default=0)
    if number < max(best, _FEW_THERE):
        return
    holders = [day.name(who) for who in _with(wins, best)] if best else []
    most = f"the most {day.series} wins at {day.race.venue}"
    told = {
        0: (f"{name} now shares {most} with {_names(holders)}: {number}", 78),
        1: (f"{name} now has {most}: {number}, one more than {_names(holders)}", 80),
    }
    words, weight = told.get(number - best, (f"{name} has {most}: {number}", 45))
    facts = (
        Fact("wins", number, name, f"at {day.race.venue}"),
        *_named(holders, name),
    )
    wins[day.winner.driver] = number
    yield Highlight(f"{words}.", "record", weight, name, facts, proof=_standing(day, wins))


def _with(wins: Counter[str], number: int) -> list[str]:
    return [who for who, other in wins.items() if other == number]


def _names(names: Sequence[str]) -> str:
    return listed(list(names)) if len(names) <= _NAMED else f"{len(names)} others"


def _named(names: Sequence[str], of: str) -> tuple[Fact, ...]:
    level = (Fact("others", len(names), of),) if len(names) > _NAMED else ()
    return (*(Fact(NAME, each) for each in names), *level)


def _standing(day: RaceDay, wins: Counter[str]) -> Callable[[], Table]:
    """How the list is written down, as it stands after the race."""
    return lambda: Table(
        ("Driver", "Wins"), tuple((day.name(who), number) for who, number in wins.most_common(_TOP))
    )
