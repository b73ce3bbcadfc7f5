"""Everyone with a number: exactly eight wins, at least five poles at a track."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Outcome, Table, Unknown
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
_CUES = frozenset({Cue.HOW_MANY, Cue.LIST, Cue.WHICH_DRIVER, Cue.WHO, Cue.EACH})
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

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "which drivers have exactly 8 Cup wins",
        "who has at least 5 wins at Dover",
        "drivers with more than 50 Cup wins",
    )
    DECLINES: ClassVar = (
        "who has the most wins at Dover",
        "did Heim win more than 10 races in 2025",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> WithNumber | None:
        if not parts.limits or not parts.fits(uses=_USES, cues=_CUES):
            return None
        measure = parts.counted
        if measure is None or measure.format != "count" or Cue.YES_NO in parts.cues:
            return None
        scope = replace(parts.scope, series=series_raced(parts.scope, records))
        low, high = parts.limits
        return cls(measure, parts, scope, low, _ANY if high is None else high)

    def answer(self, records: Records) -> Outcome:
        measure, scope = self.measure, self.scope
        table = measure.table or ("entry" if measure.over_rows else scope.table("driver"))
        rows = records.connection.execute(
            f"select driver, {measure.sql} as value from {table} where {scope.sql}"
            " group by driver having value between :low and :high order by value desc, driver",
            {**scope.parameters, "low": self.low, "high": self.high},
        ).fetchall()
        if not rows:
            return Unknown(f"Nobody has {self._limits()}{where(scope)}.")
        named = [(records.person(key).name, value) for key, value in rows]
        told = listed([f"{name} {value}" for name, value in named], _TOLD)
        asks_how_many = Cue.HOW_MANY in self.parts.cues
        noun = "driver has" if len(named) == 1 else "drivers have"
        return Finding(
            f"{len(named)} {noun} {self._limits()}{where(scope)}: {told}.",
            len(named) if asks_how_many else tuple(name for name, _ in named),
            read_as=reading(self._limits(), scope),
            table=Table(("Driver", measure.plural.capitalize()), tuple(named)),
            backed_by="champions" if measure.table else "results",
        ).answer(self.parts, scope, records)

    def _limits(self) -> str:
        if self.low == self.high:
            return f"exactly {self.measure.counted(self.low)}"
        if self.high == _ANY:
            return f"at least {self.measure.counted(self.low)}"
        return f"{self.low} to {self.measure.counted(self.high)}"
