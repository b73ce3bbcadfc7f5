"""How many starts it took: up to a driver's first win or pole, since the last, between two."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Cell, Outcome, Table, Unknown, WhichOne
from knowledge.measures import ordinal
from knowledge.proof import Finding, reading
from knowledge.ranking import cut, nth_best, ranked, with_ties
from knowledge.reading.meanings import Cue
from knowledge.sentences import listed, where
from knowledge.subjects import Subject, driver_subject, in_likeliest_series, series_raced

if TYPE_CHECKING:
    from knowledge.measures import Measure
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

_USES = frozenset({"drivers", "measure", "ordinal", "place", "top"})
_CUES = frozenset(
    {
        Cue.HOW_MANY,
        Cue.LEAST,
        Cue.LONGEST,
        Cue.NEVER,
        Cue.MOST,
        Cue.RECORD,
        Cue.UNTIL,
        Cue.WHICH_DRIVER,
        Cue.WHO,
    }
)
_SHOWN = 10


@dataclass(frozen=True, slots=True)
class StartsUntil:
    """The number of the start at which somebody first, or for the nth time, did a thing."""

    measure: Measure
    parts: Parts
    subject: Subject | None

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "how many starts did it take Michael Waltrip to win a Cup race",
        "how many Cup starts before Kyle Larson's first win",
        "who needed the most starts to win a Cup race",
    )
    DECLINES: ClassVar = ("how many starts does Kyle Larson have", "when did Kyle Larson first win")

    @classmethod
    def read(cls, parts: Parts, records: Records) -> StartsUntil | WhichOne | None:
        if Cue.UNTIL not in parts.cues:
            return None
        measure = parts.counted
        if measure is None or measure.table or not measure.rows or len(parts.drivers) > 1:
            return None
        if parts.scope.columns - {"series"}:
            return None
        subject = driver_subject(parts.drivers[0], parts, records) if parts.drivers else None
        return subject if isinstance(subject, WhichOne) else cls(measure, parts, subject)

    def answer(self, records: Records) -> Outcome:
        return self._of(self.subject, records) if self.subject else self._of_all(records)

    def _of(self, subject: Subject, records: Records) -> Outcome:
        scope = in_likeliest_series(subject.scope, records)
        nth = self.parts.ordinal or 1
        found = _first_times(self.measure, scope, nth, records)
        done = f"{ordinal(nth)} {self.measure.singular}" if nth > 1 else self._first
        if not found:
            return Unknown(f"{subject.name} has no {done}{where(scope)}.")
        _, number, race = found[0]
        day, name = records.race_date(race), records.race_name(race)
        return Finding(
            f"{subject.name}'s {done} came at start number {number}{where(scope)},"
            f" the {name} on {day}.",
            number,
            read_as=reading(f"starts until the {done}", scope),
            table=Table(_COLUMNS, (_row(found[0], records),)),
        ).answer(self.parts, scope, records)

    def _of_all(self, records: Records) -> Outcome:
        """Who needed most starts, or fewest."""
        scope = replace(self.parts.scope, series=series_raced(self.parts.scope, records))
        found = _first_times(self.measure, scope, 1, records)
        found.sort(key=lambda each: each[1], reverse=Cue.LEAST not in self.parts.cues)
        races = {driver: race for driver, _, race in found}
        rows = ranked((driver, number, number) for driver, number, _ in found)
        if not rows:
            return Unknown(f"Nobody has a {self.measure.singular}{where(scope)}.")
        shown, left_out = cut(rows, _SHOWN)
        best = nth_best(rows, 1)
        names = tuple(records.person(row.name).name for row in best)
        word = "fewest" if Cue.LEAST in self.parts.cues else "most"
        return Finding(
            f"{listed(names)}: the {word} starts until the {self._first}{where(scope)}:"
            f" {best[0].value}.",
            names[0] if len(names) == 1 else names,
            read_as=reading(f"{word} starts until the {self._first}", scope),
            table=Table(
                ("Rank", *_COLUMNS),
                tuple(
                    (rank, *_row((row.name, int(row.value), races[row.name]), records))
                    for rank, row in with_ties(shown)
                ),
            ),
            caveats=(left_out,),
        ).answer(self.parts, scope, records)

    @property
    def _first(self) -> str:
        return f"first {self.measure.singular}"


_COLUMNS = ("Driver", "Starts", "Race", "Date")


def _first_times(
    measure: Measure, scope: Scope, nth: int, records: Records
) -> list[tuple[str, int, int]]:
    """Driver, number of the start, and race of each driver's nth time; only who did it counts."""
    rows = records.connection.execute(
        f"""
        with done as (
          select driver, race, row_number() over (partition by driver order by race) as nth
          from result where {scope.sql} and ({measure.rows})
        )
        select done.driver, (
          select count(*) from result where result.driver = done.driver
            and {scope.sql} and result.race <= done.race
        ), done.race from done where nth = :nth
        """,
        {**scope.parameters, "nth": nth},
    )
    return rows.fetchall()


def _row(found: tuple[str, int, int], records: Records) -> tuple[Cell, ...]:
    driver, number, race = found
    return records.person(driver).name, number, records.race_name(race), records.race_date(race)
