"""A split: one measure by season, track, kind of track, team, make, month or starting place."""

from __future__ import annotations

from calendar import month_name
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Cell, Outcome, Table, Unknown, WhichOne
from knowledge.charts import bars
from knowledge.proof import Finding, reading
from knowledge.reading.meanings import Cue
from knowledge.sentences import capital, where
from knowledge.series import SERIES_WORDS
from knowledge.subjects import Subject, in_likeliest_series, series_raced, subject_of

if TYPE_CHECKING:
    from knowledge.measures import Measure
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

_USES = frozenset({"measure", "recent", "drivers", "place", "top", "split"})
_CUES = frozenset(
    {Cue.HOW_MANY, Cue.DROVE, Cue.LAPS, Cue.LED, Cue.LIST, Cue.STAGES, Cue.EACH, Cue.ALL_SERIES}
)
_GROUPS = {
    "season": "season",
    "venue": "venue",
    "kind": "kind",
    "team": "team",
    "make": "make",
    "month": "substr(date, 6, 2)",
    "start": "start",
    "series": "series",
    "car": "car",
    "driver": "driver",
}
_NAMES = {"venue": "track", "kind": "kind of track", "start": "starting place", "car": "car number"}


@dataclass(frozen=True, slots=True)
class Split:
    """One measure of one subject, or of all, split by a column."""

    measure: Measure
    parts: Parts
    scope: Scope
    name: str
    by: str

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "Kyle Busch Cup wins by season",
        "Chase Elliott average finish by track in Cup",
        "Cup wins by make in 2024",
    )
    DECLINES: ClassVar = ("Kyle Busch Cup wins", "who won each Cup race in 2024")

    @classmethod
    def read(cls, parts: Parts, records: Records) -> Split | WhichOne | None:
        measure = parts.counted
        if not parts.split or measure is None or measure.table:
            return None
        subject = subject_of(parts, records) or Subject("", parts.scope)
        if isinstance(subject, WhichOne):
            return subject
        scope = _in_series(subject, parts.split, records)
        return cls(measure, parts, scope, subject.name, parts.split)

    def answer(self, records: Records) -> Outcome:
        order = "1" if self.by in ("season", "month", "start") else "3 desc, 2 desc, 1"
        if self.measure.format != "count" and order != "1":
            order = f"3 {'desc' if self.measure.higher_is_better else 'asc'}, 1"
        rows = records.connection.execute(
            f"""
            select {_GROUPS[self.by]} as part, sum(starts), round({self.measure.sql}, 2)
            from entry where {self.scope.sql} and part <> '' group by part order by {order}
            """,
            self.scope.parameters,
        ).fetchall()
        if not rows:
            return Unknown(f"The rows hold no starts{where(self.scope)}.")
        named = tuple((self._name(part, records), *numbers) for part, *numbers in rows)
        noun = _NAMES.get(self.by, self.by)
        table = Table((noun.capitalize(), "Starts", self.measure.plural.capitalize()), named)
        return Finding(
            self._sentence(named, noun),
            None,
            read_as=f"{reading(self.measure.plural, self.scope)} · by {noun}",
            table=table,
            caveats=(self.measure.note,),
            drawing=lambda: bars(
                table, self.measure.plural, f"{self.name or 'everybody'}{where(self.scope)}"
            ),
        ).answer(self.parts, self.scope, records)

    def _name(self, part: str | int, records: Records) -> Cell:
        if self.by in ("driver", "venue"):
            return records.named(self.by, str(part))
        if self.by == "month":
            return month_name[int(part)]
        return SERIES_WORDS[str(part)] if self.by == "series" else part

    def _sentence(self, rows: tuple[tuple[Cell, ...], ...], noun: str) -> str:
        who = f"{self.name}: " if self.name else ""
        higher = self.measure.format == "count" or self.measure.higher_is_better
        known = [row for row in rows if row[2] is not None]
        best = (max if higher else min)(known, key=lambda row: float(str(row[2])))
        number = self.measure.counted(float(str(best[2])))
        what = f"{who}{self.measure.plural} by {noun}{where(self.scope)}"
        return f"{capital(what)}; the best {noun}: {best[0]} with {number}."


def _in_series(subject: Subject, by: str, records: Records) -> Scope:
    scope = subject.scope
    if scope.series or by == "series":
        return scope
    if not subject.name:
        return replace(scope, series=series_raced(scope, records))
    return in_likeliest_series(scope, records)
