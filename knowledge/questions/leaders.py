"""Leaders: who has the most, the best, the top ten; drivers, teams or makes, ties shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Cell, Outcome, Table, Unknown
from knowledge.book.tallies import TALLIES
from knowledge.measures import MEASURE, Measure
from knowledge.proof import Finding, reading
from knowledge.ranking import Placed, cut, nth_best, ranked, with_ties
from knowledge.reading.meanings import Cue
from knowledge.sentences import capital, listed, where
from knowledge.subjects import series_raced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

_USES = frozenset({"measure", "place", "top", "rank", "minimum"})
_CUES = frozenset(
    {
        Cue.ALL_SERIES,
        Cue.BEST,
        Cue.CHAMPION,
        Cue.DROVE,
        Cue.FINISHED,
        Cue.HOW_MANY,
        Cue.LAPS,
        Cue.LEAST,
        Cue.LED,
        Cue.LIST,
        Cue.MORE,
        Cue.MOST,
        Cue.STAGES,
        Cue.STARTED,
        Cue.WHICH_DRIVER,
        Cue.WHICH_MAKE,
        Cue.WHICH_NUMBER,
        Cue.WHICH_TEAM,
        Cue.WHO,
        Cue.WINNER,
        Cue.WORST,
    }
)
_GROUPS = {
    Cue.WHICH_TEAM: "team",
    Cue.WHICH_MAKE: "make",
    Cue.WHICH_NUMBER: "car",
}
_SUPERLATIVES = frozenset({Cue.MOST, Cue.LEAST, Cue.BEST, Cue.WORST})

SHOWN = 10
"""Rows of a ranking when no length was asked for."""

_ALL_TIME_MINIMUM = 50
"""Starts that an average over all seasons needs to mean something."""

_MOST_OF_THE_TIME = 0.8
"""Share of the races that somebody with the fewest of a thing must have started."""

_SAID = 3
"""Names of a list that its sentence says; the table has them all."""

_SEASON = frozenset({"series", "season"})


@dataclass(frozen=True, slots=True)
class Leaders:
    """A ranking by one measure within a scope."""

    measure: Measure
    group: str  # driver, team or make
    parts: Parts
    scope: Scope

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "most wins at Talladega",
        "top 10 in laps led in 2025",
        "best average finish at Martinsville, at least 5 starts",
        "which team won the most Cup races in 2024",
        "who has the second most Truck wins ever",
        "winningest driver at Darlington in the Cup Series",
        "all time Cup wins list",
    )
    DECLINES: ClassVar = (
        "how many wins did Heim have in 2025",
        "who won at Talladega in 2020",
        "most wins in a single season",
        "fewest laps led by a winner in the Cup Series",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> Leaders | None:
        length = parts.top if parts.measure else None
        of_all = parts.all_time and Cue.LIST in parts.cues and Cue.WINNER not in parts.cues
        if not (parts.cues & _SUPERLATIVES or parts.rank or length or of_all):
            return None
        if parts.cues >= {Cue.CHAMPION, Cue.WINNER}:
            return None  # whether the champion was the winningest is another question
        measure = _measure(parts)
        if measure is None or _is_of_one_race(measure, parts):
            return None
        scope = parts.scope.but(series=series_raced(parts.scope, records))
        return cls(measure, _group(parts), parts, scope)

    def answer(self, records: Records) -> Outcome:
        rows, minimum = self._ranked(records)
        if not rows:
            why = f"The rows hold no {self.measure.plural}{where(self.scope)}."
            return Unknown(why, nearest=self.measure.note, reading=self._reading(minimum))
        if self.parts.rank and self.parts.rank > len(rows):
            return Unknown(f"There are only {len(rows)} in the ranking{where(self.scope)}.")
        shown, left_out = cut(rows, max(self.parts.top or SHOWN, self.parts.rank or 0))
        wanted = shown if self.parts.top else nth_best(shown, self.parts.rank or 1)
        names = tuple(row.name for row in wanted)
        return Finding(
            self._headline(wanted, minimum),
            names if self.parts.top or len(names) > 1 else names[0],
            read_as=self._reading(minimum),
            table=self._table(shown),
            backed_by="champions" if self.measure.table else "results",
            caveats=(self.measure.note, left_out),
        ).answer(self.parts, self.scope, records)

    def _ranked(self, records: Records) -> tuple[list[Placed], int]:
        """Everybody in order, and the starts that it took to be ranked."""
        minimum = self._minimum()
        found = self._found(minimum, records)
        if not self._fewest:
            return ranked(found), minimum
        # The fewest is worth saying only of those who were there most of the time.
        most = max((starts for _, _, starts in found), default=0)
        minimum = max(minimum, round(most * _MOST_OF_THE_TIME))
        return ranked(each for each in found if each[2] >= minimum), minimum

    def _found(self, minimum: int, records: Records) -> list[tuple[str, float, int]]:
        """Name, value and starts of everybody who has the measure, the best first."""
        measure, scope = self.measure, self.scope
        table, starts, needed = self._totals(), "sum(starts)", f"sum({measure.needs}) > 0"
        if measure.table:
            table, starts, needed = measure.table, "count(*)", "1"
        floor = "and value > 0" if measure.format == "count" and not self._fewest else ""
        rows = records.connection.execute(
            f"""
            select {self.group}, {measure.sql} as value, {starts} as starts
            from {table} where {scope.sql} and {self._adding(table)} and {self.group} <> ''
            group by {self.group} having {needed} and {starts} >= :minimum {floor}
            order by value {"desc" if self._largest_first else "asc"}, {self.group}
            """,
            {**scope.parameters, "minimum": minimum},
        )
        if self.group != "driver":
            return rows.fetchall()
        people = records.people
        return [(people[key].name, value, number) for key, value, number in rows]

    def _adding(self, table: str) -> str:
        """Which rows are worth adding up: one with nothing, alone in its group, is left out."""
        scope, measure = self.scope, self.measure
        one_season = table.endswith("season_total") and scope.one_season
        alone = len(scope.series) == 1 and (table == "career_total" or one_season)
        counted = measure.format == "count" and measure.key in TALLIES and not self._fewest
        return f"{measure.key} > 0" if alone and counted else "1"

    def _totals(self) -> str:
        """The smallest table that can answer."""
        if self.measure.over_rows:
            return "entry"
        if self.group == "driver":
            return self.scope.table("driver")
        has_totals = self.group in ("team", "make") and self.scope.columns <= _SEASON
        return f"{self.group}_season_total" if has_totals else "entry"

    @property
    def _fewest(self) -> bool:
        return Cue.LEAST in self.parts.cues and self.measure.format == "count"

    @property
    def _largest_first(self) -> bool:
        if Cue.LEAST in self.parts.cues:
            return False
        if Cue.WORST in self.parts.cues:
            return not self.measure.higher_is_better
        return self.measure.format == "count" or self.measure.higher_is_better

    def _minimum(self) -> int:
        if self.parts.minimum:
            return self.parts.minimum
        least = self.measure.minimum_starts
        limited = self.scope.columns - {"series"}
        return _ALL_TIME_MINIMUM if least and not limited else least

    def _headline(self, wanted: Sequence[Placed], minimum: int) -> str:
        tail = where(self.scope)
        condition = f" (at least {minimum} starts)" if minimum else ""
        if self.parts.top:
            told = [f"{row.name} {self.measure.write(row.value)}" for row in wanted]
            return f"{capital(self._order())}{tail}{condition}: {listed(told, _SAID)}."
        names = listed([row.name for row in wanted])
        place = f"{_nth(self.parts.rank)} " if self.parts.rank else ""
        if self.measure.format == "count":
            verb = "have" if len(wanted) > 1 else "has"
            number = self.measure.write(wanted[0].value) + (" each" if len(wanted) > 1 else "")
            return f"{names} {verb} the {place}{self._order()}{tail}{condition}: {number}."
        number = self.measure.counted(wanted[0].value)
        return f"{names}: {number}{tail}{condition}, the {place}{self._word()} of all."

    def _word(self) -> str:
        if self.measure.format == "count":
            return "fewest" if self._fewest else "most"
        if Cue.LEAST in self.parts.cues:
            return "lowest"
        return "worst" if Cue.WORST in self.parts.cues else "best"

    def _order(self) -> str:
        """What is ranked: "most wins", "best average finish"."""
        return f"{self._word()} {self.measure.plural}"

    def _reading(self, minimum: int) -> str:
        by = "" if self.group == "driver" else f" by {self.group}"
        condition = f" · at least {minimum} starts" if minimum else ""
        return f"{reading(self._order() + by, self.scope)}{condition}"

    def _table(self, shown: Sequence[Placed]) -> Table:
        rows: list[tuple[Cell, ...]] = [
            (rank, row.name, _number(row.value), row.starts) for rank, row in with_ties(shown)
        ]
        noun = self.measure.plural
        columns = ("Rank", capital(self.group), capital(noun), "Starts")
        if self.measure.table or self.measure.key == "starts":  # honours are won by no start
            return Table(columns[:3], tuple(row[:3] for row in rows))
        return Table(columns, tuple(rows))


def _is_of_one_race(measure: Measure, parts: Parts) -> bool:
    """Whether it is "the fewest laps led by a winner", which no total over his races is."""
    of_winners = Cue.WINNER in parts.cues or parts.scope.finish == (1, 1)
    return Cue.LEAST in parts.cues and of_winners and measure.format == "count"


def _measure(parts: Parts) -> Measure | None:
    if parts.measure:
        measure = replace(parts, top=None).counted
        good = measure and measure.format == "count" and measure.higher_is_better
        return None if good and Cue.WORST in parts.cues else measure
    if parts.counted:
        return parts.counted
    return MEASURE["average_finish"] if Cue.FINISHED in parts.cues else None


def _group(parts: Parts) -> str:
    for cue, group in _GROUPS.items():
        if cue in parts.cues:
            return group
    return "driver"


def _number(value: float) -> float:
    return round(value, 2) if isinstance(value, float) else value


def _nth(rank: int | None) -> str:
    return {2: "second", 3: "third"}.get(rank or 0, f"{rank}th")
