"""Consecutive starts: how many races of a series in a row a driver took the start."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from heapq import nsmallest
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Outcome, Table, Unknown, Value, WhichOne
from knowledge.proof import Finding, reading
from knowledge.reading.meanings import Cue
from knowledge.runs import RUN_COLUMNS, SHOWN, Run, row_of
from knowledge.sentences import listed, where
from knowledge.subjects import Subject, driver_subject, in_likeliest_series, series_raced

if TYPE_CHECKING:
    import sqlite3

    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

_USES = frozenset({"measure", "drivers"})
_CUES = frozenset(
    {
        Cue.CURRENT,
        Cue.HOW_MANY,
        Cue.LONGEST,
        Cue.MOST,
        Cue.RECORD,
        Cue.STARTED,
        Cue.STREAK,
        Cue.WHICH_DRIVER,
        Cue.WHO,
    }
)


@dataclass(frozen=True, slots=True)
class ConsecutiveStarts:
    """The longest rows of races without a miss, of everybody or of one driver."""

    parts: Parts
    subject: Subject | None

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "who has the most consecutive starts in Cup",
        "Jeff Gordon consecutive Cup starts",
        "who started the most Truck races in a row",
    )
    DECLINES: ClassVar = ("most starts in Cup", "longest winning streak in Cup")

    @classmethod
    def read(cls, parts: Parts, records: Records) -> ConsecutiveStarts | WhichOne | None:
        if Cue.STREAK not in parts.cues:
            return None
        is_asked = parts.measure.key == "starts" if parts.measure else Cue.STARTED in parts.cues
        if not is_asked or len(parts.drivers) > 1 or parts.scope.columns - {"series", "season"}:
            return None
        subject = driver_subject(parts.drivers[0], parts, records) if parts.drivers else None
        return subject if isinstance(subject, WhichOne) else cls(parts, subject)

    def answer(self, records: Records) -> Outcome:
        scope = self._scope(records)
        runs = self._runs(scope, records)
        if not runs:
            return Unknown(f"There is no such run of starts{where(scope)}.")
        best = [run for run in runs if run.length == runs[0].length]
        names = tuple(dict.fromkeys(records.person(run.driver).name for run in best))
        length = best[0].length
        span = f"{records.race_date(best[0].first)} to {records.race_date(best[0].last)}"
        noun = "race" if length == 1 else "races"
        return Finding(
            f"{listed(names)} started {length:,} {noun} in a row{where(scope)} ({span}).",
            self._value(length, names),
            read_as=reading("consecutive starts", scope),
            table=Table(RUN_COLUMNS, tuple(row_of(run, records) for run in runs)),
        ).answer(self.parts, scope, records)

    def _scope(self, records: Records) -> Scope:
        if self.subject:
            return in_likeliest_series(self.subject.scope, records)
        return replace(self.parts.scope, series=series_raced(self.parts.scope, records))

    def _runs(self, scope: Scope, records: Records) -> list[Run]:
        """The longest runs; what lies outside of the scope's seasons is no part of them."""
        races = _races(scope, records)
        runs: list[Run] = []
        for driver, first, last, length in _unbroken(scope, records):
            if len(runs) >= SHOWN and length < runs[-1].length:
                break
            run = races[bisect_left(races, first) : bisect_right(races, last)]
            if run and (Cue.CURRENT not in self.parts.cues or run[-1] == races[-1]):
                runs.append(Run(driver, len(run), run[0], run[-1]))
                runs = nsmallest(SHOWN, runs, key=lambda run: (-run.length, run.first))
        return runs

    def _value(self, length: int, names: tuple[str, ...]) -> Value:
        if self.subject or not self.parts.cues & {Cue.WHO, Cue.WHICH_DRIVER}:
            return length
        return names[0] if len(names) == 1 else names


def _races(scope: Scope, records: Records) -> list[int]:
    """The scope's races in the order of racing."""
    limits = scope.limited_to_races()
    rows = records.connection.execute(
        f"select id from race where {limits.sql} order by id", limits.parameters
    )
    return [race for (race,) in rows]


def _unbroken(scope: Scope, records: Records) -> sqlite3.Cursor:
    """Drivers with first race, last race and length of each run, the longest first."""
    of_all_seasons = scope.but(seasons=())
    return records.connection.execute(
        f"select driver, first, last, length from unbroken where {of_all_seasons.sql}"
        " order by length desc",
        of_all_seasons.parameters,
    )
