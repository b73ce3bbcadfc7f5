"""A total: how many wins, what average finish, for one driver, team, make or car."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Answer, Chart, Outcome, Table, Unknown, WhichOne
from knowledge.charts import bars, finishes
from knowledge.counting import Count, by_series, over_all, starts_by_series
from knowledge.measures import FIRST_SEASON, MEASURE, Measure
from knowledge.proof import MOST_ROWS, Finding, by_season, races_behind, races_where, reading
from knowledge.reading.meanings import Cue
from knowledge.reading.parts import NEUTRAL
from knowledge.scope import Scope
from knowledge.sentences import listed, series_races, where
from knowledge.series import ALL_SERIES, SERIES_WORDS
from knowledge.subjects import Subject, likeliest_series, subject_of

if TYPE_CHECKING:
    from knowledge.reading.parts import Parts
    from knowledge.records import Records

_USES = frozenset({"measure", "recent", "drivers", "place", "top"})
_CUES = frozenset(
    {
        Cue.ALL_SERIES,
        Cue.BEST,
        Cue.CHAMPION,
        Cue.DROVE,
        Cue.HOW_MANY,
        Cue.LAPS,
        Cue.LED,
        Cue.LIST,
        Cue.STAGES,
        Cue.STARTED,
        Cue.WHICH_DRIVER,
        Cue.WHICH_TEAM,
        Cue.WHICH_MAKE,
        Cue.WINNER,
    }
)
_OF_A_CAREER = frozenset({"driver", "series"})


@dataclass(frozen=True, slots=True)
class Total:
    """One number for one subject, in the series named or in each."""

    measure: Measure
    subject: Subject
    parts: Parts

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "how many wins did Heim have in 2025",
        "Jeff Gordon career poles",
        "average finish for Ross Chastain at Pocono in Cup since 2020",
        "Hendrick Motorsports Cup wins at Martinsville",
        "how many laps did Kyle Busch lead in Trucks in 2014",
        "how often did Bill Elliott finish second in the Cup Series",
    )
    DECLINES: ClassVar = (
        "most wins at Talladega",
        "who won at Talladega in 2020",
        "when did Heim last win",
        "Heim or Majeski wins",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> Total | WhichOne | None:
        measure = parts.counted or _implied(parts)
        if measure is None or (Cue.WINNER in parts.cues and not parts.scope.finish):
            return None
        subject = subject_of(parts, records)
        if not isinstance(subject, Subject):
            return subject
        return cls(measure, subject, parts)

    def answer(self, records: Records) -> Outcome:
        scope = self.subject.scope
        if table := self._few_rows(scope, records):
            told = self._sentence(len(table.rows), scope)
            return self._answered(f"{told}.", len(table.rows), scope, records, table)
        found = by_series(self.measure, scope, records)
        if len(scope.series) > 1:
            return self._together(found, scope, records)
        lead = scope.series[0] if scope.series else self._lead(found, records)
        narrowed = scope.but(series=(lead,))
        count = found.get(lead, Count(0, None))
        if count.value is None and self.measure.format != "count":
            return self._no_number(narrowed, count.starts)
        value = count.value or 0
        told = self._sentence(value, narrowed)
        if not count.starts and self.subject.is_driver and not self.measure.table:
            tail = where(narrowed, subject=self.subject.kind)  # a false premise is named
            told = f"{self.subject.name} never started a race{tail}, so {self.measure.counted(0)}"
        headline = f"{told}{self._elsewhere(lead, found)}."
        return self._answered(headline, value, narrowed, records)

    def _few_rows(self, scope: Scope, records: Records) -> Table | None:
        """The starts that are counted, where they are so few that the rows show them all."""
        measure = self.measure
        counts = measure.format == "count" and measure.counts_starts and not measure.table
        if not counts or len(scope.series) != 1 or scope.columns <= _OF_A_CAREER:
            return None
        table = races_where(measure.rows, scope, records, limit=MOST_ROWS + 1)
        return table if 0 < len(table.rows) <= MOST_ROWS else None

    def _lead(self, found: dict[str, Count], records: Records) -> str:
        starts = {series: count.starts for series, count in found.items()}
        if self.measure.table:  # a table of honours does not count starts
            return max(starts, key=lambda series: starts[series], default="cup")
        if not any(starts.values()) and self.subject.is_driver:
            career = Scope(driver=self.subject.scope.driver)
            starts = starts_by_series(career, records)
        return likeliest_series(starts, self.subject.scope)

    def _together(self, found: dict[str, Count], scope: Scope, records: Records) -> Outcome:
        value = over_all(self.measure, scope, records).value
        if value is None and self.measure.format != "count":
            return self._no_number(scope, 0)
        each = [
            f"{self.measure.write(found[key].value or 0)} in {SERIES_WORDS[key]}"
            for key in ALL_SERIES
            if key in found and found[key].value is not None
        ]
        split = f" ({listed(each)})" if each else ""
        headline = f"{self._sentence(value or 0, scope)}{split}."
        return self._answered(headline, value or 0, scope, records)

    def _sentence(self, value: float, scope: Scope) -> str:
        name, measure = self.subject.name, self.measure
        if measure.key == "wins" and scope.races:
            times = "once" if value == 1 else f"{measure.write(value)} times"
            tail = where(replace(scope, races=None), series=False, subject=self.subject.kind)
            return f"{name} won the {scope.races.name} {times}{tail}"
        if measure.key == "wins":
            tail = where(scope, series=False, subject=self.subject.kind)
            return f"{name} won {measure.write(value)} {series_races(scope, value)}{tail}"
        tail = where(scope, subject=self.subject.kind)
        return f"{name} {measure.told(value)}{tail}"

    def _elsewhere(self, lead: str, found: dict[str, Count]) -> str:
        """What the other series hold, where none was named."""
        if self.subject.scope.series or self.measure.table:
            return ""
        others = []
        for series in ALL_SERIES:
            count = found.get(series, Count(0, None))
            if series != lead and count.starts and count.value is not None:
                noun = "start" if count.starts == 1 else "starts"
                number = self.measure.write(count.value)
                others.append(f"{number} in {count.starts:,} {SERIES_WORDS[series]} {noun}")
        return f"; also {listed(others)}" if others else ""

    def _no_number(self, scope: Scope, starts: int) -> Unknown:
        tail = where(scope, subject=self.subject.kind)
        if not starts:
            why = (
                f"{self.subject.name} made no starts{tail}, so there is no {self.measure.singular}."
            )
        else:
            why = f"The rows hold no {self.measure.singular} for {self.subject.name}{tail}."
        return Unknown(why, nearest=self.measure.note, reading=reading(self.measure.plural, scope))

    def _answered(
        self,
        headline: str,
        value: float,
        scope: Scope,
        records: Records,
        rows: Table | None = None,
    ) -> Answer:
        table = rows or self._table(value, scope, records)
        return Finding(
            headline,
            round(value, 4) if isinstance(value, float) else value,
            read_as=reading(self.measure.plural, scope),
            table=table,
            drawing=lambda: self._chart(table, scope),
            backed_by="champions" if self.measure.table else "results",
            caveats=(self.measure.note, *self._others_meant(records), *_gaps(self.measure, scope)),
        ).answer(self.parts, scope, records)

    def _chart(self, table: Table, scope: Scope) -> Chart | None:
        of = f"{self.subject.name}{where(scope, subject=self.subject.kind)}"
        if table.columns[0] == "Season" and not self.measure.table:
            return bars(table, self.measure.plural, of)
        return finishes(table, of) if self.measure.key == "average_finish" else None

    def _table(self, value: float, scope: Scope, records: Records) -> Table:
        if self.measure.table:
            return _titles(scope, records)
        if self.measure.format == "count" or scope.one_season:
            return races_behind(self.measure, scope, records, value)
        return by_season(self.measure, scope, records)

    def _others_meant(self, records: Records) -> tuple[str, ...]:
        if not self.subject.others:
            return ()
        others = listed([records.person(each).name for each in self.subject.others])
        return (f"I took it to be {self.subject.name}; the name could also mean {others}.",)


def _implied(parts: Parts) -> Measure | None:
    """Wins, where only "how many" is said of somebody: "how many for Jeff Gordon at Bristol"."""
    says_how_many = Cue.HOW_MANY in parts.cues and parts.cues - NEUTRAL <= {Cue.HOW_MANY}
    named = parts.drivers or parts.scope.team
    return MEASURE["wins"] if says_how_many and named and not parts.present - {"drivers"} else None


def _titles(scope: Scope, records: Records) -> Table:
    rows = records.connection.execute(
        f"select season, series, team, make, car from champion where {scope.sql} order by season",
        scope.parameters,
    )
    told = tuple((season, SERIES_WORDS[series], *rest) for season, series, *rest in rows)
    return Table(("Season", "Series", "Team", "Make", "Car"), told)


def _gaps(measure: Measure, scope: Scope) -> tuple[str, ...]:
    """A measure that is younger than the seasons asked about."""
    firsts = [first for first, _ in scope.seasons]
    young = measure.known_since > FIRST_SEASON
    if young and firsts and measure.known_since > (min(f or 0 for f in firsts)):
        return (f"{measure.plural.capitalize()} are known since {measure.known_since} only.",)
    return ()
