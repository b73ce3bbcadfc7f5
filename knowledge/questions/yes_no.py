"""Yes or no, with the proof either way: has he ever won there, was he champion."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Outcome, Table, WhichOne
from knowledge.counting import Count, by_series
from knowledge.proof import Finding, races_behind, races_where, reading
from knowledge.reading.meanings import Cue
from knowledge.scope import Scope
from knowledge.sentences import listed, where
from knowledge.series import ALL_SERIES, SERIES_WORDS
from knowledge.subjects import Subject, subject_of

if TYPE_CHECKING:
    from knowledge.measures import Measure
    from knowledge.reading.parts import Parts
    from knowledge.records import Records

_USES = frozenset({"measure", "drivers", "place", "top", "limits", "minimum"})
_CUES = frozenset(
    {
        Cue.ALL_SERIES,
        Cue.CHAMPION,
        Cue.DROVE,
        Cue.LAPS,
        Cue.LED,
        Cue.NEVER,
        Cue.STAGES,
        Cue.STARTED,
        Cue.WINNER,
        Cue.YES_NO,
    }
)
_ROWS = 20
"""Starts that show why the answer is no."""


@dataclass(frozen=True, slots=True)
class YesNo:
    """Whether one subject ever did a thing in a scope."""

    measure: Measure
    subject: Subject
    parts: Parts

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "has Jimmie Johnson ever won at Watkins Glen",
        "did Ryan Newman win the 2008 Daytona 500",
        "did Mark Martin ever win a Cup championship",
        "did Heim lead a lap at Daytona in 2025",
    )
    DECLINES: ClassVar = (
        "how many wins does Heim have",
        "did Larson or Bell win more races in 2025",
        "who won the 2008 Daytona 500",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> YesNo | WhichOne | None:
        measure = parts.counted
        if Cue.YES_NO not in parts.cues or measure is None or measure.format != "count":
            return None
        subject = subject_of(parts, records)
        return cls(measure, subject, parts) if isinstance(subject, Subject) else subject

    def answer(self, records: Records) -> Outcome:
        found = by_series(self.measure, self.subject.scope, records)
        low, high = self._limits or (1, None)
        done = {
            series: count
            for series, count in found.items()
            if (count.value or 0) >= low and (high is None or (count.value or 0) <= high)
        }
        did = bool(done)
        scope = self._scope(done or found)
        return Finding(
            self._sentence(done, found, scope),
            did is not (Cue.NEVER in self.parts.cues),
            read_as=reading(f"ever {self.measure.singular}", self.subject.scope),
            table=self._proof(scope, records, did=did or self._limits is not None),
            caveats=(self.measure.note,),
            backed_by="champions" if self.measure.table else "results",
        ).answer(self.parts, scope, records)

    @property
    def _limits(self) -> tuple[int, int | None] | None:
        """More than ten races won: here the races are no condition on starts."""
        minimum = self.parts.minimum
        return self.parts.limits or ((minimum, None) if minimum else None)

    def _scope(self, found: dict[str, Count]) -> Scope:
        """The scope in the series that prove it."""
        if self.subject.scope.series:
            return self.subject.scope
        return replace(
            self.subject.scope, series=tuple(key for key in ALL_SERIES if key in found) or ("cup",)
        )

    def _sentence(self, done: dict[str, Count], found: dict[str, Count], scope: Scope) -> str:
        name = self.subject.name
        tail = where(replace(scope, series=()), subject=self.subject.kind)
        if done:
            each = [
                f"{self.measure.counted(count.value or 0)} in the {SERIES_WORDS[key]} Series"
                for key, count in done.items()
            ]
            return f"Yes: {name} has {listed(each)}{tail}."
        tail = where(scope, subject=self.subject.kind)
        if self._limits:
            most = max((count.value or 0 for count in found.values()), default=0)
            return f"No: {name} has {self.measure.counted(most)}{tail}."
        starts = sum(count.starts for count in found.values())
        if self.measure.table or not starts:
            why = "" if self.measure.table else " and no start"
            return f"No: {name} has no {self.measure.singular}{why}{tail}."
        noun = "start" if starts == 1 else "starts"
        return f"No: {name} has no {self.measure.singular} in {starts:,} {noun}{tail}."

    def _proof(self, scope: Scope, records: Records, *, did: bool) -> Table:
        if self.measure.table:
            return _titles(scope, records) if did else _standings(scope, records)
        if did:
            return races_behind(self.measure, scope, records)
        return races_where("1", scope, records, limit=_ROWS, newest=True)


def _titles(scope: Scope, records: Records) -> Table:
    rows = records.connection.execute(
        f"select season, series, driver from champion where {scope.sql} order by season",
        scope.parameters,
    )
    told = tuple(
        (season, SERIES_WORDS[series], records.person(driver).name)
        for season, series, driver in rows
    )
    return Table(("Season", "Series", "Champion"), told)


def _standings(scope: Scope, records: Records) -> Table:
    """His places in the final standings that the book holds: how near he came."""
    limits = Scope(driver=scope.driver, series=scope.series, seasons=scope.seasons)
    rows = records.connection.execute(
        f"select season, series, rank, points from standing where {limits.sql} order by rank",
        limits.parameters,
    )
    told = tuple((season, SERIES_WORDS[key], *numbers) for season, key, *numbers in rows)
    return Table(("Season", "Series", "Rank", "Points"), told[:_ROWS])
