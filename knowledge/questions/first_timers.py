"""First-timers: who did a thing for the first time in his career within a scope."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Outcome, Table
from knowledge.proof import RACE_COLUMNS, Finding, races_where, reading
from knowledge.reading.meanings import Cue
from knowledge.sentences import listed, where
from knowledge.subjects import series_raced

if TYPE_CHECKING:
    from knowledge.measures import Measure
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

_USES = frozenset({"measure", "ordinal", "place", "top"})
_CUES = frozenset(
    {
        Cue.EACH,
        Cue.FIRST_TIME,
        Cue.HOW_MANY,
        Cue.LIST,
        Cue.OWN,
        Cue.WHICH_DRIVER,
        Cue.WHO,
        Cue.WINNER,
        Cue.YES_NO,
    }
)
_DRIVER = RACE_COLUMNS.index("Driver")
_TOLD = 10


@dataclass(frozen=True, slots=True)
class FirstTimers:
    """The drivers whose first win, pole or top five of the series lies within the scope."""

    measure: Measure
    parts: Parts
    scope: Scope

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "first time winners in 2023 Cup",
        "who got their first Cup win in 2022",
        "how many first-time Truck winners were there in 2021",
    )
    DECLINES: ClassVar = (
        "who won the first race of 2022",
        "when did Heim get his first win",
        "who won the first Cup race at Talladega",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> FirstTimers | None:
        own_first = Cue.OWN in parts.cues and parts.ordinal == 1
        if not (own_first or Cue.FIRST_TIME in parts.cues) or parts.drivers:
            return None
        if parts.ordinal not in (None, 1):
            return None
        measure = parts.counted
        if measure is None or not measure.rows or measure.table or not parts.scope.columns:
            return None
        scope = replace(parts.scope, series=series_raced(parts.scope, records))
        return cls(measure, parts, scope)

    def answer(self, records: Records) -> Outcome:
        rows = races_where(f"({self.measure.rows}) and {self._first()}", self.scope, records).rows
        names = tuple(dict.fromkeys(str(row[_DRIVER]) for row in rows))
        noun = f"first-time {self.measure.singular}"
        told = f": {listed(names, _TOLD)}" if names else ""
        return Finding(
            f"{len(names)} {'driver' if len(names) == 1 else 'drivers'} had a {noun}"
            f"{where(self.scope)}{told}.",
            self._value(names),
            read_as=reading(noun, self.scope),
            table=Table(RACE_COLUMNS, rows),
        ).answer(self.parts, self.scope, records)

    def _value(self, names: tuple[str, ...]) -> int | bool | tuple[str, ...]:
        if Cue.YES_NO in self.parts.cues:
            return bool(names)
        return len(names) if Cue.HOW_MANY in self.parts.cues else names

    def _first(self) -> str:
        """SQL for a start before which the driver never did it in that series."""
        return (
            "not exists (select 1 from result as before where before.driver = result.driver"
            " and before.series = result.series and before.race < result.race"
            f" and ({self.measure.rows}))"
        )
