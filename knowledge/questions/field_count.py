"""How many of the field: DNFs, crashes or lead-lap finishes of all the cars in a scope."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Outcome, Unknown
from knowledge.counting import over_all
from knowledge.proof import Finding, races_behind, reading
from knowledge.reading.meanings import Cue
from knowledge.sentences import capital, where
from knowledge.subjects import series_raced

if TYPE_CHECKING:
    from knowledge.measures import Measure
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

_USES = frozenset({"measure"})
_CUES = frozenset({Cue.HOW_MANY, Cue.WHICH_DRIVER})
_OF_THE_FIELD = frozenset({"crashes", "dnfs", "lead_lap_finishes", "races_led"})
"""Measures that many cars of a race have: their number over all cars says something."""


@dataclass(frozen=True, slots=True)
class FieldCount:
    """A number over every car, where no driver, team or make is named."""

    measure: Measure
    parts: Parts
    scope: Scope

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "how many DNFs were there in the 2016 Daytona 500",
        "how many drivers crashed in the 2011 Daytona 500",
    )
    DECLINES: ClassVar = (
        "how many DNFs does Kyle Busch have",
        "who had the most DNFs in 2016",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> FieldCount | None:
        measure = parts.counted
        if measure is None or measure.key not in _OF_THE_FIELD or Cue.HOW_MANY not in parts.cues:
            return None
        of_somebody = parts.scope.columns & {"team", "make", "car"}
        if of_somebody or not parts.scope.seasons:
            return None
        scope = replace(parts.scope, series=series_raced(parts.scope, records))
        return cls(measure, parts, scope)

    def answer(self, records: Records) -> Outcome:
        count = over_all(self.measure, self.scope, records)
        if count.value is None:
            return Unknown(f"The book holds no race{where(self.scope)}.")
        number = int(count.value)
        return Finding(
            f"{capital(self.measure.counted(number))} in {count.starts:,} starts"
            f"{where(self.scope)}.",
            number,
            read_as=f"{reading(self.measure.plural, self.scope)} · all cars",
            table=races_behind(self.measure, self.scope, records, number),
            caveats=(self.measure.note,),
        ).answer(self.parts, self.scope, records)
