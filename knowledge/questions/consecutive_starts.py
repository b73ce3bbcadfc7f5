"""Consecutive starts: how many races of a series in a row a driver took the start."""

from __future__ import annotations

from dataclasses import dataclass, replace
from heapq import nlargest
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Cell, Outcome, Table, Unknown, Value, WhichOne
from knowledge.proof import Finding, reading
from knowledge.reading.meanings import Cue
from knowledge.sentences import listed, where
from knowledge.subjects import Subject, driver_subject, in_likeliest_series, series_raced

if TYPE_CHECKING:
    from collections.abc import Iterator

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
_SHOWN = 10

Run = tuple[int, str, int, int]
"""Length, driver, first race and last race."""


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
        best = [run for run in runs if run[0] == runs[0][0]]
        names = tuple(dict.fromkeys(records.person(driver).name for _, driver, *_ in best))
        length, _, first, last = best[0]
        span = f"{records.race_date(first)} to {records.race_date(last)}"
        noun = "race" if length == 1 else "races"
        return Finding(
            f"{listed(names)} started {length:,} {noun} in a row{where(scope)} ({span}).",
            self._value(length, names),
            read_as=reading("consecutive starts", scope),
            table=Table(_COLUMNS, tuple(_row(run, records) for run in runs[:_SHOWN])),
        ).answer(self.parts, scope, records)

    def _scope(self, records: Records) -> Scope:
        if self.subject:
            return in_likeliest_series(self.subject.scope, records)
        return replace(self.parts.scope, series=series_raced(self.parts.scope, records))

    def _runs(self, scope: Scope, records: Records) -> list[Run]:
        """The longest runs; nobody's can be longer than he has starts, so few are looked at."""
        order = _order_of_races(scope, records)
        runs: list[Run] = []
        last = max(order, default=0)
        for driver, starts in _drivers(scope, records):
            if len(runs) >= _SHOWN and starts < runs[-1][0]:
                break
            own = _runs_of(driver, scope, order, records)
            if Cue.CURRENT in self.parts.cues:
                own = (run for run in own if run[3] == last)
            runs = nlargest(_SHOWN, [*runs, *own], key=lambda run: (run[0], -run[2]))
        return runs

    def _value(self, length: int, names: tuple[str, ...]) -> Value:
        if self.subject or not self.parts.cues & {Cue.WHO, Cue.WHICH_DRIVER}:
            return length
        return names[0] if len(names) == 1 else names


_COLUMNS = ("Driver", "Length", "First race", "From", "Last race", "To")


def _order_of_races(scope: Scope, records: Records) -> dict[int, int]:
    """Which one of the scope's races each race is, in the order of racing."""
    limits = scope.limited_to_races()
    rows = records.connection.execute(
        f"select id from race where {limits.sql} order by id", limits.parameters
    )
    return {race: number for number, (race,) in enumerate(rows)}


def _drivers(scope: Scope, records: Records) -> list[tuple[str, int]]:
    """Everybody with his starts, the most first."""
    return records.connection.execute(
        f"select driver, sum(starts) as starts from {scope.table('driver')} where {scope.sql}"
        " group by driver order by starts desc",
        scope.parameters,
    ).fetchall()


def _runs_of(driver: str, scope: Scope, order: dict[int, int], records: Records) -> Iterator[Run]:
    rows = records.connection.execute(
        f"select race from result where driver = :who and {scope.sql} order by race",
        {**scope.parameters, "who": driver},
    )
    races = [race for (race,) in rows]
    missed = [order[race] - number for number, race in enumerate(races)]
    first = 0
    for _, group in groupby(missed):
        length = len(list(group))
        yield length, driver, races[first], races[first + length - 1]
        first += length


def _row(run: Run, records: Records) -> tuple[Cell, ...]:
    length, driver, first, last = run
    return (
        records.person(driver).name,
        length,
        records.race_name(first),
        records.race_date(first),
        records.race_name(last),
        records.race_date(last),
    )
