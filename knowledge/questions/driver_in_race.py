"""Where one driver finished or started in a race, or in each race of a small set."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Cell, Outcome, Table, Unknown, WhichOne
from knowledge.measures import ordinal
from knowledge.proof import RACE_COLUMNS, Finding, races_where, reading
from knowledge.reading.meanings import Cue
from knowledge.sentences import listed, where
from knowledge.subjects import Subject, driver_subject

if TYPE_CHECKING:
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

_USES = frozenset({"measure", "drivers"})
_CUES = frozenset(
    {
        Cue.FINISHED,
        Cue.FULL_RESULT,
        Cue.LIST,
        Cue.LAST,
        Cue.STARTED,
        Cue.STATS,
        Cue.STORY,
        Cue.WHERE,
    }
)
_PLACE = {"start": RACE_COLUMNS.index("Start"), "finish": RACE_COLUMNS.index("Finish")}
_RACE = RACE_COLUMNS.index("Race")
_TOLD = 6
"""Places that the sentence says; the table has them all."""


@dataclass(frozen=True, slots=True)
class DriverInRace:
    """Where one driver finished or started."""

    parts: Parts
    subject: Subject
    column: str  # finish or start

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "where did Ross Chastain finish in the fall Martinsville race in 2022",
        "where did Heim start at Phoenix in 2025",
        "Kyle Larson finish in the 2024 Brickyard 400",
        "how did Ross Chastain do in the 2022 fall Martinsville race",
    )
    DECLINES: ClassVar = (
        "where did Heim first win",
        "Heim average finish in 2025",
        "where did Heim finish in 2025",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> DriverInRace | WhichOne | None:
        column = _column(parts)
        if column is None or len(parts.drivers) != 1 or not _names_a_race(parts):
            return None
        subject = driver_subject(parts.drivers[0], parts, records)
        if not isinstance(subject, Subject):
            return subject
        return cls(parts, subject, column)

    def answer(self, records: Records) -> Outcome:
        scope = _in_likeliest_series(self.subject.scope, records)
        rows = races_where("1", scope, records).rows
        latest = Cue.LAST in self.parts.cues or not scope.seasons
        rows = rows[-1:] if latest else rows
        known = [row for row in rows if row[_PLACE[self.column]] is not None]
        if not rows:
            return Unknown(f"{self.subject.name} made no starts{where(scope)}.")
        if not known:
            return Unknown(f"The rows do not hold where {self.subject.name} started{where(scope)}.")
        values = [int(str(row[_PLACE[self.column]])) for row in known]
        return Finding(
            self._sentence(known),
            values[0] if len(values) == 1 else tuple(values),
            read_as=reading(self.column, scope),
            table=Table(RACE_COLUMNS, rows),
            caveats=("No year was named: this is his latest one.",) if latest else (),
        ).answer(self.parts, scope, records)

    def _sentence(self, rows: list[tuple[Cell, ...]]) -> str:
        told = [
            f"{ordinal(int(str(row[_PLACE[self.column]])))} in the {row[_RACE]} on {row[0]}"
            for row in rows[:_TOLD]
        ]
        more = f", and {len(rows) - _TOLD} more" if len(rows) > _TOLD else ""
        return f"{self.subject.name} {self.column}ed {listed(told)}{more}."


def _column(parts: Parts) -> str | None:
    """Finish or start, as the verb says; None where neither was asked."""
    starts = parts.measure is not None and parts.measure.key == "starts"
    if starts or (Cue.STARTED in parts.cues and parts.measure is None):
        return "start" if parts.cues & {Cue.WHERE, Cue.STARTED} else None
    asks = parts.cues & {Cue.FINISHED, Cue.FULL_RESULT} or _asks_how_he_did(parts)
    return "finish" if asks and parts.measure is None else None


def _asks_how_he_did(parts: Parts) -> bool:
    """Whether it is "how did he do", or his bare name, with one race."""
    asks_nothing_else = parts.telling_cues <= {Cue.STATS} and parts.measure is None
    return asks_nothing_else and bool(parts.scope.one_season and parts.scope.names_race)


def _names_a_race(parts: Parts) -> bool:
    """A season alone is no race: where somebody finished a season, the standings tell."""
    scope = parts.scope
    if Cue.FULL_RESULT in parts.cues and scope.one_season:
        return True
    return bool(scope.races or scope.venues or scope.round or scope.part in ("opener", "finale"))


def _in_likeliest_series(scope: Scope, records: Records) -> Scope:
    if scope.series:
        return scope
    rows = records.connection.execute(
        f"select series from result where {scope.sql} group by series"
        " order by series <> 'cup', count(*) desc",
        scope.parameters,
    ).fetchall()
    return replace(scope, series=rows[0] if rows else ("cup",))
