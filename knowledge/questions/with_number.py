"""Everyone with a number: exactly eight wins, at least one from the pole or in a car."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Outcome, Table, Unknown, Value, WhichOne
from knowledge.measures import MEASURE
from knowledge.proof import Finding, reading
from knowledge.reading.meanings import Cue
from knowledge.sentences import listed, where
from knowledge.subjects import Subject, in_likeliest_series, series_raced, subject_of

if TYPE_CHECKING:
    from knowledge.measures import Measure
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

_USES = frozenset({"drivers", "measure", "limits", "minimum", "place"})
_CUES = frozenset(
    {
        Cue.DROVE,
        Cue.EACH,
        Cue.FINISHED,
        Cue.HOW_MANY,
        Cue.LAPS,
        Cue.LED,
        Cue.LIST,
        Cue.SEASON,
        Cue.WHICH_DRIVER,
        Cue.WHICH_MAKE,
        Cue.WHICH_TEAM,
        Cue.WHICH_TRACK,
        Cue.WHERE,
        Cue.WHO,
        Cue.WINNER,
        Cue.YES_NO,
    }
)
_LIMITS_OF_A_START = frozenset({"team", "make", "car", "start"})
_GROUPS = {Cue.WHICH_TEAM: "team", Cue.WHICH_MAKE: "make", Cue.WHICH_TRACK: "venue"}
_TOLD = 10
_ANY = 10**9


@dataclass(frozen=True, slots=True)
class WithNumber:
    """The drivers whose measure lies between two numbers."""

    measure: Measure
    parts: Parts
    scope: Scope
    low: int
    high: int
    group: str  # driver, team or make

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "which drivers have exactly 8 Cup wins",
        "who has at least 5 wins at Dover",
        "drivers with more than 50 Cup wins",
        "how many drivers have over 100 starts in Trucks",
        "who won the Daytona 500 from the pole",
        "who has won for Joe Gibbs Racing in Cup",
        "which teams won in Trucks in 2020",
    )
    DECLINES: ClassVar = (
        "who has the most wins at Dover",
        "did Heim win more than 10 races in 2025",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> WithNumber | WhichOne | None:
        if parts.minimum and not _limits_starts(parts):
            return None
        if not (_asks_how_many_each(parts) or _asks_for_all(parts)):
            return None
        measure = MEASURE["starts"] if _limits_starts(parts) else parts.counted
        if measure is None or measure.format != "count":
            return None
        if bool(parts.drivers) is not (Cue.WHICH_TRACK in parts.cues) or len(parts.drivers) > 1:
            return None  # tracks are counted of one driver, drivers of everybody
        subject = subject_of(parts, records) if parts.drivers else Subject("", parts.scope)
        if not isinstance(subject, Subject):
            return subject
        scope = _in_series(subject, records)
        low, high = parts.limits or (parts.minimum or 1, None)
        return cls(measure, parts, scope, low, _ANY if high is None else high, _group(parts))

    def answer(self, records: Records) -> Outcome:
        measure, scope = self.measure, self.scope
        group = self.group
        table = measure.table or ("entry" if measure.over_rows else scope.table(group))
        rows = records.connection.execute(
            f"select {group}, {measure.sql} as value from {table}"
            f" where {scope.sql} and {group} <> ''"
            f" group by {group} having value between :low and :high order by value desc, {group}",
            {**scope.parameters, "low": self.low, "high": self.high},
        ).fetchall()
        if not rows and not self.parts.cues & {Cue.YES_NO, Cue.HOW_MANY}:
            return Unknown(f"Nobody has {self._limits()}{where(scope)}.")
        named = [(records.named(group, key), value) for key, value in rows]
        told = listed([f"{name} {value}" for name, value in named], _TOLD)
        yes = ""
        if Cue.YES_NO in self.parts.cues:
            yes = "Yes: " if rows else "No: "
        noun = "track" if group == "venue" else group
        noun = f"{noun} has" if len(named) == 1 else f"{noun}s have"
        nobody = "nobody has" if group == "driver" else f"no {noun.split()[0].rstrip('s')} has"
        counted = f"{len(named)} {noun}" if named or not yes else nobody
        return Finding(
            f"{yes}{counted} {self._limits()}{where(scope)}{': ' if told else ''}{told}.",
            self._value([name for name, _ in named]),
            read_as=reading(self._limits(), scope),
            table=Table((group.capitalize(), measure.plural.capitalize()), tuple(named)),
            backed_by="champions" if measure.table else "results",
        ).answer(self.parts, scope, records)

    def _value(self, names: list[str]) -> Value:
        if Cue.YES_NO in self.parts.cues:
            return bool(names)
        counts = Cue.HOW_MANY in self.parts.cues and Cue.EACH not in self.parts.cues
        return len(names) if counts else tuple(names)

    def _limits(self) -> str:
        if self.low == self.high:
            return f"exactly {self.measure.counted(self.low)}"
        if self.high == _ANY:
            return f"at least {self.measure.counted(self.low)}"
        return f"{self.low} to {self.measure.counted(self.high)}"


def _asks_how_many_each(parts: Parts) -> bool:
    """Whether limits are set for everybody; of one team or make they ask another question."""
    of_everybody = parts.cues & {Cue.LIST, Cue.WHICH_DRIVER, Cue.WHO, *_GROUPS}
    limited = parts.limits is not None or _limits_starts(parts)
    return limited and bool(of_everybody or not parts.scope.columns & {"team", "make", "car"})


def _limits_starts(parts: Parts) -> bool:
    """Whether "at least 100 starts" is all that is asked for; else it only leaves some out."""
    return parts.minimum is not None and not parts.measure and parts.counted is None


def _asks_for_all(parts: Parts) -> bool:
    """Whether "who won" asks for everybody who did, for his car or his starting place."""
    if parts.cues >= {Cue.EACH, Cue.HOW_MANY} and parts.cues & {Cue.WINNER, Cue.WHO}:
        return True  # "the winners of 2016, how many each"
    if parts.cues & _GROUPS.keys() and not parts.scope.one_race and not parts.drivers:
        return bool(parts.scope.columns) and Cue.HOW_MANY not in parts.cues
    if parts.cues >= {Cue.EVER, Cue.WHO} and parts.scope.columns - {"series"}:
        return Cue.HOW_MANY not in parts.cues
    asks = parts.cues & {Cue.WHO, Cue.WHICH_DRIVER, Cue.WINNER, Cue.LIST, Cue.YES_NO}
    limited = parts.scope.columns & _LIMITS_OF_A_START
    if Cue.YES_NO in parts.cues and parts.scope.columns & {"team", "make", "car"}:
        return False  # whether the team or the car ever did
    return bool(asks and limited) and Cue.HOW_MANY not in parts.cues


def _in_series(subject: Subject, records: Records) -> Scope:
    if subject.name:
        return in_likeliest_series(subject.scope, records)
    return subject.scope.but(series=series_raced(subject.scope, records))


def _group(parts: Parts) -> str:
    return next((group for cue, group in _GROUPS.items() if cue in parts.cues), "driver")
