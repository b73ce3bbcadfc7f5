"""Races of a kind: led by one driver throughout, without a caution, one car on the lead lap."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Outcome, Table, Unknown, Value, WhichOne
from knowledge.proof import RACE_COLUMNS, Finding, races_where, reading
from knowledge.race_traits import RACE_TRAIT, RaceTrait
from knowledge.ranking import nth_best, ranked
from knowledge.reading.meanings import Cue
from knowledge.sentences import listed, where
from knowledge.subjects import Subject, in_likeliest_series, series_raced, subject_of

if TYPE_CHECKING:
    from knowledge.answer import Cell
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

_USES = frozenset({"trait", "drivers", "measure", "ordinal", "rank"})
_CUES = frozenset(
    {
        Cue.FINISHED,
        Cue.HOW_MANY,
        Cue.LAPS,
        Cue.LAST,
        Cue.LED,
        Cue.LIST,
        Cue.MOST,
        Cue.WHEN,
        Cue.WHERE,
        Cue.WHICH_DRIVER,
        Cue.WHICH_RACE,
        Cue.WHICH_TRACK,
        Cue.WHO,
        Cue.WINNER,
        Cue.YES_NO,
    }
)
_COUNTS_RACES = frozenset({"wins", "starts", "laps", "laps_led", "races_led"})
_TOLD = 6
_DATE, _SEASON, _RACE, _TRACK, _DRIVER = (
    RACE_COLUMNS.index(name) for name in ("Date", "Season", "Race", "Track", "Driver")
)
Rows = tuple[tuple["Cell", ...], ...]


@dataclass(frozen=True, slots=True)
class RacesThat:
    """The races of a scope of which something is true, with their winners."""

    parts: Parts
    trait: RaceTrait
    scope: Scope
    name: str  # of the driver, team or make whose wins they are; empty for anybody's

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "who led every lap of a Cup race",
        "how many Cup races had only one car on the lead lap",
        "when was the last caution free race at Talladega",
        "has Kyle Busch ever led every lap of an Xfinity race",
    )
    DECLINES: ClassVar = (
        "who led the most laps at Bristol",
        "how many cautions in the 2001 Daytona 500",
        "most lead lap finishes in 2024",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> RacesThat | WhichOne | None:
        if not parts.trait:
            return None
        if parts.measure and parts.measure.key not in _COUNTS_RACES:
            return None
        subject = subject_of(parts, records)
        if isinstance(subject, WhichOne):
            return subject
        if isinstance(subject, Subject):
            scope, name = in_likeliest_series(subject.scope, records), subject.name
        else:
            scope, name = replace(parts.scope, series=series_raced(parts.scope, records)), ""
        return cls(parts, RACE_TRAIT[parts.trait], scope, name)

    def answer(self, records: Records) -> Outcome:
        condition = f"finish = 1 and race in (select id from race where {self.trait.sql})"
        rows = races_where(condition, self.scope, records).rows
        if not rows and Cue.YES_NO not in self.parts.cues and Cue.HOW_MANY not in self.parts.cues:
            return Unknown(f"The book holds no race {self._what()}.", nearest=self.trait.note)
        chosen = self._chosen(rows)
        if not chosen and rows:
            return Unknown(f"There were only {len(rows)} races {self._what()}.")
        return Finding(
            self._sentence(chosen, len(rows)),
            self._value(chosen),
            read_as=reading(f"races {self.trait.words}", self.scope),
            table=Table(RACE_COLUMNS, rows),
            caveats=(self.trait.note,),
        ).answer(self.parts, self.scope, records)

    def _chosen(self, rows: Rows) -> Rows:
        """The nth or the last of them where one is asked for; else all."""
        if Cue.LAST in self.parts.cues:
            return rows[-1:]
        nth = self.parts.ordinal
        return rows[nth - 1 : nth] if nth else rows

    def _what(self) -> str:
        won = f" won by {self.name}" if self.name else ""
        tail = where(self.scope, subject="team" if self.scope.team else "driver")
        return f"{self.trait.words}{won}{tail}"

    def _sentence(self, rows: Rows, number: int) -> str:
        if number and len(rows) == 1:
            (row,) = rows
            there = "" if str(row[_TRACK]) in str(row[_RACE]) else f" at {row[_TRACK]}"
            last = "The last" if Cue.LAST in self.parts.cues else "The one"
            nth = last if not self.parts.ordinal else f"Number {self.parts.ordinal}"
            won = f"the {row[_RACE]}{there} on {row[_DATE]}, won by {row[_DRIVER]}"
            return f"{nth} race {self._what()}: {won}."
        told = f": {listed(self._named(rows), _TOLD)}" if rows else ""
        answer = ("Yes: t" if number else "No: t") if Cue.YES_NO in self.parts.cues else "T"
        races = f"were {number:,} races" if number else "was no race"
        return f"{answer}here {races} {self._what()}{told}."

    def _named(self, rows: Rows) -> list[str]:
        """What is asked of them; else their winners with how often, the most first."""
        value = self._value(rows)
        if isinstance(value, tuple) and self._asked_column != _DRIVER:
            return [str(each) for each in value]
        won = Counter(str(row[_DRIVER]) for row in rows)
        return [name if times == 1 else f"{name} {times}" for name, times in won.most_common()]

    def _value(self, rows: Rows) -> Value:
        cues = self.parts.cues
        if Cue.YES_NO in cues:
            return bool(rows)
        if Cue.HOW_MANY in cues:
            return len(rows)
        if Cue.MOST in cues or self.parts.rank:
            return _most(rows, self.parts.rank or 1)
        values = tuple(dict.fromkeys(str(row[self._asked_column]) for row in rows))
        return values[0] if len(values) == 1 else values

    @property
    def _asked_column(self) -> int:
        return next((column for asked, column in _ASKED if self.parts.cues & asked), _RACE)


_ASKED = (
    (frozenset({Cue.WHO, Cue.WHICH_DRIVER, Cue.WINNER}), _DRIVER),
    (frozenset({Cue.WHEN}), _DATE),
    (frozenset({Cue.WHERE, Cue.WHICH_TRACK}), _TRACK),
)


def _most(rows: Rows, rank: int) -> Value:
    won = Counter(str(row[_DRIVER]) for row in rows)
    best = nth_best(ranked((name, times, times) for name, times in won.most_common()), rank)
    names = tuple(row.name for row in best)
    return names[0] if len(names) == 1 else names
