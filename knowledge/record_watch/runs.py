"""Runs that go on: wins in a row, top fives and top tens one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.highlights.career import run
from knowledge.highlights.highlight import RUN, Fact, Highlight
from knowledge.highlights.saying import nth
from knowledge.proof import races_where
from knowledge.scope import Named, Scope

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from knowledge.answer import Table
    from knowledge.record_watch.race_to_come import RaceToCome

_WINS, _PLACES = 2, 6
"""Wins and places in a row that are worth a word."""


def found(race: RaceToCome) -> Iterator[Highlight]:
    for driver, career in race.active.items():
        if (length := run(career.wins)) >= _WINS:
            yield _run(race, driver, length, "win", min(94, 60 + 10 * length))
        fives, tens = run(career.top_fives), run(career.top_tens)
        if fives >= _PLACES:
            yield _run(race, driver, fives, "top five", min(80, 46 + 2 * fives))
        if tens >= _PLACES and tens > fives:
            yield _run(race, driver, tens, "top ten", min(76, 40 + 2 * tens))


def _run(race: RaceToCome, driver: str, length: int, noun: str, weight: int) -> Highlight:
    name = race.name(driver)
    return Highlight(
        f"{name} has {length} {noun}s in a row in the {race.last.series};"
        f" another would be the {nth(length + 1)}.",
        "streak",
        weight,
        name,
        (Fact(RUN, length, name, f"{noun}s in a row"),),
        proof=_last_starts(race, driver, length),
    )


def _last_starts(race: RaceToCome, driver: str, number: int) -> Callable[[], Table]:
    scope = Scope(series=(race.last.race.series,), driver=Named((driver,), race.name(driver)))
    condition = f"race <= {race.last.race.id}"
    return lambda: races_where(condition, scope, race.last.records, limit=number, newest=True)
