"""Round numbers within one race's reach, and places on the list of all who ever won."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.highlights.career import wait
from knowledge.highlights.highlight import WAIT, Fact, Highlight
from knowledge.highlights.saying import many, nth
from knowledge.record_watch.naming import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.record_watch.race_to_come import RaceToCome

_ROUND_WINS = {100: 96, 50: 90, 25: 74, 10: 52}
_ROUND_STARTS = {500: 88, 250: 64, 100: 58}
"""How much a number weighs that these divide."""

_ON_THE_LIST = 15
"""Places on the list of winners that are worth a word."""

_MANY_STARTS, _LONG_WAIT = 100, 50
"""Starts without any win, or without one more, that are worth a word."""


def found(race: RaceToCome) -> Iterator[Highlight]:
    for driver, career in race.active.items():
        yield from _starts(race, driver, career.starts)
        if wins := race.wins[driver]:
            yield from _win(race, driver, wins)
            yield from _waiting(race, driver, wins, wait(f"{career.wins}1"))
        elif career.starts >= _MANY_STARTS:
            yield _first(race, driver, career.starts)


def _win(race: RaceToCome, driver: str, wins: int) -> Iterator[Highlight]:
    name, series = race.name(driver), race.last.series
    weight = next((_ROUND_WINS[each] for each in _ROUND_WINS if (wins + 1) % each == 0), 0)
    fact = Fact("wins", wins, name, f"in the {series}")
    proof = race.wins_of(driver)
    if weight:
        words = f"{name} is one win from {wins + 1} in the {series}."
        yield Highlight(words, "win", weight, name, (fact,), proof=proof)
    level = sorted(race.name(who) for who, many in race.wins.items() if many == wins + 1)
    rank = 1 + sum(many > wins + 1 for many in race.wins.values())
    if level and rank <= _ON_THE_LIST:
        words = f"One more win would put {name} level with {names(level)}"
        words += f" on {wins + 1}, {nth(rank)} on the list of {series} winners."
        yield Highlight(words, "record", 86 - 2 * rank, name, (fact,), proof=proof)


def _starts(race: RaceToCome, driver: str, starts: int) -> Iterator[Highlight]:
    name, series = race.name(driver), race.last.series
    weight = next((_ROUND_STARTS[each] for each in _ROUND_STARTS if (starts + 1) % each == 0), 0)
    if weight:
        words = f"The next start of {name} in the {series} is the {nth(starts + 1)}."
        fact = Fact("starts", starts, name, f"in the {series}")
        rows = race.last.rows([race.last.race.id], driver)
        yield Highlight(words, "start", weight, name, (fact,), proof=rows)


def _first(race: RaceToCome, driver: str, starts: int) -> Highlight:
    name, series = race.name(driver), race.last.series
    return Highlight(
        f"{name} has not won in {many(starts, f'{series} start')}; a win would be the first.",
        "first",
        min(48, 30 + starts // 20),
        name,
        (Fact("starts", starts, name, f"in the {series}"),),
        proof=race.last.rows([race.last.race.id], driver),
    )


def _waiting(race: RaceToCome, driver: str, wins: int, waited: int) -> Iterator[Highlight]:
    if waited < _LONG_WAIT:
        return
    name, series = race.name(driver), race.last.series
    last = next(each for each in reversed(race.last.past) if each.driver == driver)
    yield Highlight(
        f"{name} has gone {many(waited, f'{series} start')} without a win,"
        f" since the {race.last.called(last)}.",
        "win",
        min(72, 24 + waited // 10 + 2 * wins),
        name,
        (Fact(WAIT, waited, name, "starts without a win"),),
        proof=race.last.rows([last.race], driver),
    )
