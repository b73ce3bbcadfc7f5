"""Everyone with a number: exactly eight wins, at least one from the pole or in a car."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Outcome, Table, Unknown, Value
from knowledge.proof import Finding, reading
from knowledge.reading.meanings import Cue
from knowledge.sentences import listed, where
from knowledge.subjects import series_raced

if TYPE_CHECKING:
    from knowledge.measures import Measure
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

_USES = frozenset({"measure", "limits", "place"})
_CUES = frozenset(
    {
        Cue.DROVE,
        Cue.EACH,
        Cue.HOW_MANY,
        Cue.LIST,
        Cue.WHICH_DRIVER,
        Cue.WHICH_MAKE,
        Cue.WHICH_TEAM,
        Cue.WHO,
        Cue.WINNER,
        Cue.YES_NO,
    }
)
_LIMITS_OF_A_START = frozenset({"team", "make", "car", "start"})
_GROUPS = {Cue.WHICH_TEAM: "team", Cue.WHICH_MAKE: "make"}
_TOLD = 10
_ANY = 10_000


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
        "who won the Daytona 500 from the pole",
        "who has won for Joe Gibbs Racing in Cup",
        "which teams won in Trucks in 2020",
    )
    DECLINES: ClassVar = (
        "who has the most wins at Dover",
        "did Heim win more than 10 races in 2025",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> WithNumber | None:
        if not (parts.limits or _asks_for_all(parts)):
            return None
        measure = parts.counted
        if measure is None or measure.format != "count":
            return None
        scope = replace(parts.scope, series=series_raced(parts.scope, records))
        low, high = parts.limits or (1, None)
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
        if not rows:
            return Unknown(f"Nobody has {self._limits()}{where(scope)}.")
        named = [(records.named(group, key), value) for key, value in rows]
        told = listed([f"{name} {value}" for name, value in named], _TOLD)
        yes = "Yes: " if Cue.YES_NO in self.parts.cues else ""
        noun = f"{group} has" if len(named) == 1 else f"{group}s have"
        return Finding(
            f"{yes}{len(named)} {noun} {self._limits()}{where(scope)}: {told}.",
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


def _asks_for_all(parts: Parts) -> bool:
    """Whether "who won" asks for everybody who did, for his car or his starting place."""
    if parts.cues >= {Cue.EACH, Cue.HOW_MANY} and parts.cues & {Cue.WINNER, Cue.WHO}:
        return True  # "the winners of 2016, how many each"
    if parts.cues & _GROUPS.keys() and not parts.scope.one_race and not parts.drivers:
        return bool(parts.scope.columns) and Cue.HOW_MANY not in parts.cues
    asks = parts.cues & {Cue.WHO, Cue.WHICH_DRIVER, Cue.WINNER, Cue.LIST, Cue.YES_NO}
    limited = parts.scope.columns & _LIMITS_OF_A_START
    if Cue.YES_NO in parts.cues and parts.scope.columns & {"team", "make", "car"}:
        return False  # whether the team or the car ever did
    return bool(asks and limited) and Cue.HOW_MANY not in parts.cues


def _group(parts: Parts) -> str:
    return next((group for cue, group in _GROUPS.items() if cue in parts.cues), "driver")
