"""One race, or each race of a small set: who won, who was second, the pole, the full result."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Chart, Outcome, Table, Unknown, WhichOne
from knowledge.charts import moves
from knowledge.measures import FIRST_SEASON, ordinal
from knowledge.proof import Finding, reading
from knowledge.races import Race, races_in, result_of
from knowledge.reading.meanings import Cue
from knowledge.scope import Scope
from knowledge.sentences import listed, where
from knowledge.series import SERIES_WORDS
from knowledge.subjects import series_raced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.reading.parts import Parts
    from knowledge.records import Records

_USES = frozenset({"measure", "recent", "drivers", "place", "top", "ordinal", "split"})
_CUES = frozenset(
    {
        Cue.BOTH,
        Cue.EACH,
        Cue.FINISHED,
        Cue.FINISHERS,
        Cue.FULL_RESULT,
        Cue.LAST,
        Cue.LIST,
        Cue.STARTED,
        Cue.WHERE,
        Cue.WHICH_DRIVER,
        Cue.WHICH_MAKE,
        Cue.WHICH_NUMBER,
        Cue.WHICH_TEAM,
        Cue.WHO,
        Cue.WINNER,
    }
)
_OF_THE_WINNER = {Cue.WHICH_TEAM: 5, Cue.WHICH_MAKE: 4, Cue.WHICH_NUMBER: 2}
_ASKS_FOR_SOMEBODY = frozenset(
    {*_OF_THE_WINNER, Cue.WHO, Cue.WINNER, Cue.WHICH_DRIVER, Cue.FINISHERS, Cue.FULL_RESULT}
)

_NAMED_PLACES = {0: "last", 1: "winner"}
_LAST = 0
"""Stands for the last place, which is another number in every race."""

_PLACES = {
    "wins": ("finish", 1, 1),
    "poles": ("start", 1, 1),
    "last_places": ("finish", _LAST, _LAST),
}
_ORDERS = {"podiums": 3, "top_fives": 5, "top_tens": 10}
_DRAWN = 20
"""Finishers in the chart; the table has them all."""


@dataclass(frozen=True, slots=True)
class RaceResult:
    """Who took which place in the races of a scope."""

    parts: Parts
    scope: Scope
    column: str  # finish or start
    low: int
    high: int

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "who won the 2003 spring Darlington race",
        "who finished second in the 2016 Daytona 500",
        "who started on the pole for the 2013 Daytona 500",
        "top 3 finishers of the 2024 Daytona 500",
        "2009 Coca-Cola 600 winner",
        "full results of race 14 of the 2019 Cup season",
        "all Truck winners at Bristol in 2025",
    )
    DECLINES: ClassVar = (
        "how many wins did Heim have in 2025",
        "most wins at Talladega",
        "who won the most races in 2024",
        "when did Heim first win",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> RaceResult | WhichOne | Unknown | None:
        if parts.drivers or _is_about_several_races(parts):
            return None
        if not parts.cues & _ASKS_FOR_SOMEBODY and not _names_one_race(parts.scope):
            return None
        if parts.ordinal and parts.scope.races and parts.scope.one_season and not parts.measure:
            parts = replace(parts, ordinal=None, place=(parts.ordinal, parts.ordinal))
        wanted = _wanted(parts)
        if wanted is None or parts.scope.columns & {"team", "make", "car", "finish"}:
            return None
        if parts.scope.start and wanted[0] == "finish":
            return None  # who won from the pole is a question about several races
        scope = parts.scope.but(series=series_raced(parts.scope, records))
        return cls(parts, scope, *wanted)

    def answer(self, records: Records) -> Outcome:
        races = races_in(self.scope, records)
        if not races:
            return _no_such_race(self.scope, records)
        chosen = self._chosen(races)
        if not chosen:
            were = "was only one race" if len(races) == 1 else f"were only {len(races)} races"
            return Unknown(f"There {were}{where(self.scope)}.")
        if len(chosen) == 1:
            return self._one(chosen[0], races, records)
        return self._each(chosen, records)

    @property
    def _asked_column(self) -> int:
        """The column of the result that is asked for: the driver, or his team, make or number."""
        if Cue.WHO in self.parts.cues:
            return 3
        return next((column for cue, column in _OF_THE_WINNER.items() if cue in self.parts.cues), 3)

    def _chosen(self, races: Sequence[Race]) -> Sequence[Race]:
        """Which races of the scope are meant: the nth, the last, or all of them."""
        if self.parts.ordinal:
            nth = self.parts.ordinal - 1
            return races[nth : nth + 1]
        if self.parts.recent:
            return races[-self.parts.recent :]
        if Cue.LAST in self.parts.cues:
            return races[-1:]
        if self.parts.cues & {Cue.LIST, Cue.EACH} or self.scope.seasons or self.parts.split:
            return races
        return races[-1:]

    def _one(self, race: Race, races: Sequence[Race], records: Records) -> Outcome:
        result = result_of(race, records)
        place = 0 if self.column == "finish" else 1
        places = range(self.low, self.high + 1)
        found = [row for row in result.rows if row[place] in places]
        if self.high == _LAST:
            found = list(result.rows[-1:])
        if not found:
            return Unknown(
                f"The rows do not hold who that was in the {race.title}.",
                reading=reading(self._what(), self.scope),
            )
        names = [str(row[self._asked_column]) for row in found]
        meant = len(races) > 1 and not self.parts.ordinal and Cue.LAST not in self.parts.cues
        latest = ("No year was named: this is the latest one in the book.",) if meant else ()
        return Finding(
            f"{self._sentence(names)} the {race.title} on {race.date}.",
            names[0] if self.low == self.high else tuple(names),
            read_as=reading(self._what(), self.scope.but(seasons=((race.season, race.season),))),
            table=result,
            drawing=partial(_moves, result, race),
            caveats=(*latest, *self._notes(race)),
        ).answer(self.parts, self.scope, records)

    def _each(self, races: Sequence[Race], records: Records) -> Outcome:
        rows, names = [], []
        for race in races:
            for driver, car, team in _placed(race, self.column, self.low, self.high, records):
                names.append(driver)
                rows.append((race.date, race.season, race.name, race.venue, driver, car, team))
        headline = f"{self._heading(len(races))}{where(self.scope)}: {listed(names, 8)}"
        drivers = dict.fromkeys(names) if Cue.WHICH_DRIVER in self.parts.cues else names
        return Finding(
            f"{headline}.",
            tuple(drivers),
            read_as=reading(self._what(), self.scope),
            table=Table(("Date", "Season", "Race", "Track", "Driver", "Car", "Team"), tuple(rows)),
        ).answer(self.parts, self.scope, records)

    def _what(self) -> str:
        if self.column == "start":
            return "pole (started first)" if self.high == 1 else "starting places"
        if self.high in _NAMED_PLACES:
            return _NAMED_PLACES[self.high]
        return ordinal(self.low) if self.low == self.high else "result"

    def _sentence(self, names: list[str]) -> str:
        if self.column == "start" and self.high == 1:
            return f"{names[0]} started first in"
        if self.column == "start":
            return f"{listed(names)} started {ordinal(self.low)} in"
        if self.low == self.high:
            verb = "won" if self.low == 1 else f"finished {self._what()} in"
            return f"{names[0]} {verb}"
        shown = listed(names) if len(names) <= 5 else f"{', '.join(names[:5])} and the others"
        return f"{shown} finished in that order in"

    def _heading(self, number: int) -> str:
        noun = {"winner": "Winners", "result": "Finishers"}.get(self._what(), self._what())
        return f"{noun} of {number} races"

    def _notes(self, race: Race) -> tuple[str, ...]:
        if self.scope.at_venue and race.times_there == 1:
            return (f"It was the only race there in {race.season}.",)
        if self.column == "start" and race.season in (2020, 2021):
            return ("Many grids of 2020 and 2021 were drawn or set by rule, not by qualifying.",)
        return ()


def _is_about_several_races(parts: Parts) -> bool:
    """Which teams won, who ever won, who won here and there as well."""
    if parts.cues & _OF_THE_WINNER.keys() and not parts.scope.one_race:
        return True
    if (Cue.EVER in parts.cues or parts.by_noun) and not parts.scope.seasons:
        return True
    if parts.split and not (parts.split == "season" and parts.scope.races):
        return True
    several = len(parts.scope.venues) > 1
    return several and (Cue.BOTH in parts.cues or not parts.scope.seasons)


def _wanted(parts: Parts) -> tuple[str, int, int] | None:
    """Column and places asked for."""
    if Cue.FULL_RESULT in parts.cues:
        return ("finish", 1, 99)
    if parts.place:
        if parts.measure:  # "second in points" is no finishing place
            return None
        return ("start" if Cue.STARTED in parts.cues else "finish", *parts.place)
    if parts.top:
        column = "start" if Cue.STARTED in parts.cues else "finish"
        return (column, 1, parts.top) if not parts.measure else None
    if parts.scope.start and parts.measure is None:
        return ("start", *parts.scope.start)
    if parts.measure is None:
        asks = Cue.FINISHERS in parts.cues or _names_one_race(parts.scope)
        return ("finish", 1, 99) if asks and Cue.WHO not in parts.cues else None
    if parts.scope.one_race and parts.measure.key in _ORDERS:
        return ("finish", 1, _ORDERS[parts.measure.key])
    return _PLACES.get(parts.measure.key)


def _names_one_race(scope: Scope) -> bool:
    """A race named with its season asks for itself: "2016 Daytona 500 result"."""
    return bool(scope.one_season and (scope.names_race or scope.venues))


def _no_such_race(scope: Scope, records: Records) -> Unknown:
    nearest = ""
    if scope.one_season and scope.one_season < FIRST_SEASON:
        nearest = f"The records begin in {FIRST_SEASON}."
    elif scope.one_season:
        counted = races_in(Scope(series=scope.series, seasons=scope.seasons), records)
        series = SERIES_WORDS[scope.series[0]]
        nearest = f"The book holds {len(counted)} {series} Series races of {scope.one_season}."
    return Unknown(
        f"The book holds no race{where(scope)}.", nearest=nearest, reading=reading("race", scope)
    )


def _moves(result: Table, race: Race) -> Chart | None:
    rows = [(str(row[3]), row[1], row[0]) for row in result.rows[:_DRAWN]]
    return moves(rows, f"Start against finish, {race.title}")


def _placed(
    race: Race, column: str, low: int, high: int, records: Records
) -> list[tuple[str, str, str]]:
    wanted = f"{column} between :low and :high order by {column}"
    if high == _LAST:
        wanted = "last_place = 1"
    rows = records.connection.execute(
        f"select driver, car, team from result where race = :race and {wanted}",
        {"race": race.id, "low": low, "high": high},
    )
    return [(records.person(driver).name, car, team) for driver, car, team in rows]
