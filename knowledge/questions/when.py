"""When and where: the first, the last, the 200th time, or every time something was done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Cell, Outcome, Table, Unknown, Value, WhichOne
from knowledge.measures import MEASURE, Measure, ordinal, places
from knowledge.proof import RACE_COLUMNS, Finding, races_where, reading
from knowledge.reading.meanings import Cue
from knowledge.sentences import listed, where
from knowledge.series import SERIES_WORDS
from knowledge.subjects import CUP_CAREER, Subject, series_raced, subject_of

if TYPE_CHECKING:
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

_USES = frozenset({"measure", "recent", "drivers", "place", "top", "ordinal"})
_TARGETS = frozenset(
    {
        Cue.WHEN,
        Cue.WHERE,
        Cue.WHICH_RACE,
        Cue.WHICH_SEASON,
        Cue.WHICH_TRACK,
        Cue.WHO,
        Cue.WHICH_DRIVER,
        Cue.WHICH_NUMBER,
    }
)
_CUES = _TARGETS | {
    Cue.ALL_SERIES,
    Cue.CHAMPION,
    Cue.DROVE,
    Cue.EACH,
    Cue.LAPS,
    Cue.LAST,
    Cue.LED,
    Cue.SEASON,
    Cue.LIST,
    Cue.STAGES,
    Cue.STARTED,
    Cue.UNTIL,
    Cue.WINNER,
}
_DATE, _SEASON, _RACE, _TRACK, _DRIVER, _CAR = (
    RACE_COLUMNS.index(name) for name in ("Date", "Season", "Race", "Track", "Driver", "Car")
)


_TOLD = 10
"""Occasions that the sentence says; the table has them all."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """One occasion, or all of them, on which something was done."""

    measure: Measure
    parts: Parts
    subject: Subject

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "when did Richard Petty win his 200th race",
        "what track was Corey Heim's first Truck win at",
        "when was the last time Ron Hornaday won a Truck race",
        "what year did the Cup Series first race at Talladega",
        "who was the last Ford driver to win at Dega in the Cup Series",
        "which Cup races did Chase Briscoe win in 2025",
    )
    DECLINES: ClassVar = (
        "how many wins did Heim have in 2025",
        "most wins at Talladega",
        "who won the 2003 spring Darlington race",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> Occasion | WhichOne | None:
        if not _asks_for_occasions(parts):
            return None
        measure = _measure(parts)
        if _asks_when_it_began(parts) or (Cue.UNTIL in parts.cues and not parts.ordinal):
            parts = replace(parts, ordinal=1)
        if measure is None or measure.format != "count" or measure.table or not measure.rows:
            return None
        every = replace(parts, recent=None)  # of all his wins the last three
        subject = subject_of(every, records) or Subject("", parts.scope)
        if isinstance(subject, WhichOne):
            return subject
        if parts.drivers and not subject.name:
            return None
        return cls(measure, parts, subject)

    def answer(self, records: Records) -> Outcome:
        scope = self._in_series(records)
        rows = self._rows(scope, records)
        if not rows:
            return self._never(scope, records)
        headline, value = self._told(rows, scope)
        return Finding(
            headline,
            value,
            read_as=reading(self._what(), scope),
            table=Table(RACE_COLUMNS, rows),
            caveats=(self.measure.note,),
        ).answer(self.parts, scope, records)

    def _rows(self, scope: Scope, records: Records) -> tuple[tuple[Cell, ...], ...]:
        """The occasion asked for, the nth or the nth from the end; else all of them."""
        newest = Cue.LAST in self.parts.cues
        if self.parts.recent:
            limit = self.parts.recent
            return races_where(self.measure.rows, scope, records, limit=limit, newest=True).rows
        if not newest and not self.parts.ordinal:
            return races_where(self.measure.rows, scope, records).rows
        skip = (self.parts.ordinal or 1) - 1
        found = races_where(self.measure.rows, scope, records, limit=1, skip=skip, newest=newest)
        return found.rows

    def _in_series(self, records: Records) -> Scope:
        scope = self.subject.scope
        if scope.series:
            return scope
        if not scope.driver:
            return replace(scope, series=series_raced(scope, records))
        rows = records.connection.execute(
            f"""
            select series, count(*), sum({self.measure.rows}) from result
            where {scope.sql} group by series order by 2 desc
            """,
            scope.parameters,
        ).fetchall()
        done = [series for series, _, times in rows if times]
        cup = [
            series
            for series, starts, times in rows
            if series == "cup" and times and starts >= CUP_CAREER
        ]
        return replace(
            scope, series=tuple((cup or done or [key for key, *_ in rows] or ["cup"])[:1])
        )

    def _told(self, chosen: tuple[tuple[Cell, ...], ...], scope: Scope) -> tuple[str, Value]:
        if len(chosen) == 1:
            return self._once(chosen[0], scope), self._value(chosen[0])
        values = tuple(dict.fromkeys(self._value(row) for row in chosen))
        who = self.subject.name or "Somebody"
        told = listed([str(value) for value in values], _TOLD)
        done = self.measure.counted(len(chosen))
        return f"{who}: {done}{where(scope, subject=self.subject.kind)}: {told}.", values

    def _once(self, row: tuple[Cell, ...], scope: Scope) -> str:
        there = "" if str(row[_TRACK]) in str(row[_RACE]) else f" at {row[_TRACK]}"
        race = f"the {row[_RACE]}{there} on {row[_DATE]}"
        series = f"{SERIES_WORDS[scope.series[0]]} Series " if len(scope.series) == 1 else ""
        tail = where(scope, series=not series, venues=False, subject=self.subject.kind)
        done = f"{self._nth()}{series}{self._noun()}{tail}"
        if self.subject.is_driver:
            return f"{_own(self.subject.name)} {done} was {race}."
        if self.subject.name:
            return f"{_own(self.subject.name)} {done} was {race}, with {row[_DRIVER]}."
        if self.measure.key == "starts":
            return f"The {done} there was {race}." if scope.venues else f"The {done} was {race}."
        return f"{row[_DRIVER]} took the {done} in {race}."

    def _noun(self) -> str:
        return "race" if self.measure.key == "starts" else self.measure.singular

    def _nth(self) -> str:
        if Cue.LAST in self.parts.cues:
            return "last " if not self.parts.ordinal else f"{ordinal(self.parts.ordinal)}-last "
        if not self.parts.ordinal:
            return ""
        return "first " if self.parts.ordinal == 1 else f"{ordinal(self.parts.ordinal)} "

    def _value(self, row: tuple[Cell, ...]) -> str | int:
        cues = self.parts.cues
        if cues & {Cue.SEASON, Cue.WHICH_SEASON}:  # "the year of his first win"
            return int(str(row[_SEASON]))
        if cues & {Cue.WHERE, Cue.WHICH_TRACK}:
            return str(row[_TRACK])
        if Cue.WHICH_NUMBER in cues:
            return str(row[_CAR])
        if Cue.WHICH_RACE in cues:
            return str(row[_RACE])
        if Cue.WHEN in cues:
            return str(row[_DATE])
        a_race = self.measure.key == "starts" and not self.subject.name
        if cues & {Cue.WHO, Cue.WHICH_DRIVER, Cue.WINNER}:
            return str(row[_DRIVER])
        if not self.subject.name and not a_race:
            return str(row[_DRIVER])
        return str(row[_RACE]) if Cue.LIST in cues else str(row[_DATE])

    def _what(self) -> str:
        return f"{self._nth()}{self.measure.singular if self._nth() else self.measure.plural}"

    def _never(self, scope: Scope, records: Records) -> Unknown:
        times = len(races_where(self.measure.rows, scope, records).rows)
        done = f"only {self.measure.counted(times)}" if times else f"no {self.measure.singular}"
        who = f"{self.subject.name} has" if self.subject.name else "The book holds"
        return Unknown(
            f"{who} {done}{where(scope, subject=self.subject.kind)}.",
            nearest=self.measure.note,
            reading=reading(self._what(), scope),
        )


def _asks_when_it_began(parts: Parts) -> bool:
    """Whether it is "when did the Truck Series start"."""
    starts = parts.measure is not None and parts.measure.key == "starts"
    begins = starts and bool(parts.cues & {Cue.WHEN, Cue.WHICH_SEASON})
    return begins and not parts.drivers and parts.scope.columns == {"series"}


def _asks_for_occasions(parts: Parts) -> bool:
    if _asks_when_it_began(parts):
        return True
    if parts.ordinal or Cue.LAST in parts.cues or (parts.recent and parts.counted):
        return True
    asks_when = parts.cues & (_TARGETS - {Cue.WHO, Cue.WHICH_DRIVER})
    return bool(parts.drivers or parts.scope.team or parts.scope.make or parts.scope.car) and bool(
        asks_when or (Cue.LIST in parts.cues and Cue.HOW_MANY not in parts.cues)
    )


def _measure(parts: Parts) -> Measure | None:
    if parts.measure:
        return parts.measure
    if parts.place:
        return places(*parts.place)
    if parts.top:
        return places(1, parts.top)
    started = parts.cues & {Cue.RUN, Cue.RACES, Cue.STARTED}
    return MEASURE["starts"] if started else None


def _own(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"
