"""The best part of a career: where he won most, for which team, in which make of car."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Outcome, Table, Unknown, Value, WhichOne
from knowledge.charts import bars
from knowledge.measures import MEASURE
from knowledge.proof import Finding, reading
from knowledge.ranking import Placed, nth_best, ranked, with_ties
from knowledge.reading.meanings import Cue
from knowledge.sentences import capital, listed, where
from knowledge.subjects import Subject, in_likeliest_series, subject_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from knowledge.measures import Measure
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

_USES = frozenset({"measure", "recent", "drivers", "place", "top", "rank", "minimum"})
_EXTREME = frozenset({Cue.BEST, Cue.LEAST, Cue.MOST, Cue.WORST})
_PARTS: Mapping[Cue, str] = {
    Cue.WHICH_TRACK: "venue",
    Cue.WHERE: "venue",
    Cue.WHICH_TEAM: "team",
    Cue.WHICH_MAKE: "make",
}
_NOUNS = {"venue": "track"}
_CUES = _EXTREME | frozenset(
    {Cue.ALL_SERIES, Cue.DROVE, Cue.HOW_MANY, Cue.LAPS, Cue.LED, Cue.STAGES, Cue.WINNER, *_PARTS}
)
_ENOUGH = 3
"""Starts from which an average over a part says something."""


@dataclass(frozen=True, slots=True)
class BestPart:
    """One subject's starts by track, team or make, the best of them first."""

    measure: Measure
    parts: Parts
    scope: Scope
    subject: Subject
    by: str

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "Kevin Harvick best track by wins",
        "at which track has Kevin Harvick won the most",
        "where does Denny Hamlin have the most top fives",
        "Denny Hamlin's worst track by average finish",
        "which team has Kyle Busch won the most for",
        "Chase Elliott's best road course by wins",
        "at which track has Hendrick Motorsports won most",
    )
    DECLINES: ClassVar = (
        "Kevin Harvick Cup wins by track",
        "best season for Mark Martin",
        "most Cup wins by one driver at a single track",
        "which team has the most wins at Bristol",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> BestPart | WhichOne | None:
        measure, by = _measure(parts), _part(parts)
        if not by or measure is None or measure.table or not parts.cues & _EXTREME:
            return None
        if Cue.LEAST in parts.cues and measure.format == "count":
            return None  # the fewest are none
        subject = subject_of(parts, records)
        if not isinstance(subject, Subject):
            return subject
        if by in subject.scope.columns or (by != "venue" and not subject.is_driver):
            return None
        scope = in_likeliest_series(subject.scope, records)
        return cls(measure, parts, scope, subject, by)

    def answer(self, records: Records) -> Outcome:
        rows = ranked(self._found(records))
        if not rows:
            return Unknown(f"The rows hold no {self.measure.plural}{where(self.scope)}.")
        best = nth_best(rows, self.parts.rank or 1)
        if not best:
            return Unknown(f"The rows hold only {len(rows)} of them{where(self.scope)}.")
        plural = self.measure.plural
        cells = tuple((rank, row.name, row.value, row.starts) for rank, row in with_ties(rows))
        table = Table(("Rank", self._noun.capitalize(), capital(plural), "Starts"), cells)
        shown = Table(table.columns[1:3], tuple(row[1:3] for row in cells))
        return Finding(
            self._sentence(best),
            self._value(best),
            read_as=reading(f"{self._word} {self._noun} by {self._what}", self.scope),
            table=table,
            caveats=(self.measure.note,),
            drawing=lambda: bars(shown, plural, f"{self.subject.name}{where(self.scope)}"),
        ).answer(self.parts, self.scope, records)

    def _found(self, records: Records) -> list[tuple[str, float, int]]:
        rows = records.connection.execute(
            f"""
            select {self.by}, round({self.measure.sql}, 2) as value, sum(starts) as starts
            from entry where {self.scope.sql} and {self.by} <> ''
            group by {self.by} having value is not null and sum(starts) >= :minimum {self._floor}
            order by value {"desc" if self._largest_first else "asc"}, 3 desc, {self.by}
            """,
            {**self.scope.parameters, "minimum": self._minimum},
        )
        return [
            (records.venue_name(part) if self.by == "venue" else str(part), value, starts)
            for part, value, starts in rows
        ]

    @property
    def _floor(self) -> str:
        return "and value > 0" if self.measure.format == "count" else ""

    @property
    def _minimum(self) -> int:
        return self.parts.minimum or (_ENOUGH if self.measure.minimum_starts else 1)

    @property
    def _largest_first(self) -> bool:
        if self.measure.format == "count":
            return True
        return self.measure.higher_is_better is not bool(self.parts.cues & {Cue.WORST, Cue.LEAST})

    @property
    def _noun(self) -> str:
        return _NOUNS.get(self.by, self.by)

    @property
    def _word(self) -> str:
        return "worst" if self.parts.cues & {Cue.WORST, Cue.LEAST} else "best"

    @property
    def _what(self) -> str:
        least = self._minimum
        return self.measure.plural + (f" (at least {least} starts)" if least > 1 else "")

    def _sentence(self, best: list[Placed]) -> str:
        rank, is_tie = best[0].rank, len(best) > 1
        noun = self._noun + ("s" if is_tie else "")
        which = f"{self._word} {noun}" if rank == 1 else f"{noun} number {rank}"
        verb, each = ("are", " each") if is_tie else ("is", "")
        names, number = listed([row.name for row in best]), self.measure.counted(best[0].value)
        tail = where(self.scope, subject=self.subject.kind)
        told = f"{_of(self.subject)} {which} by {self._what}"
        return f"{told} {verb} {names}: {number}{each}{tail}."

    def _value(self, best: list[Placed]) -> Value:
        names = tuple(row.name for row in best)
        return names[0] if len(names) == 1 else names


def _measure(parts: Parts) -> Measure | None:
    """What is counted; a track that is only called his best or worst is so by his finishes."""
    if parts.counted is None and not parts.measure:
        if Cue.BEST in parts.cues or {Cue.MOST, Cue.WINNER} <= parts.cues:
            return MEASURE["wins"]
        return MEASURE["average_finish"] if Cue.WORST in parts.cues else None
    return parts.counted


def _part(parts: Parts) -> str:
    """By what it is parted; of a kind of track that is called his best, by its tracks."""
    said = [by for cue, by in _PARTS.items() if cue in parts.cues]
    if said:
        return said[0]
    return "venue" if parts.scope.kinds and parts.cues & {Cue.BEST, Cue.WORST} else ""


def _of(subject: Subject) -> str:
    is_plural = subject.kind == "team" and subject.name.endswith("s")
    return f"{subject.name}'" if is_plural else f"{subject.name}'s"
