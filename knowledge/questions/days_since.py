"""Days since: how long ago somebody last won or did another thing, up to the day of asking."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Outcome, Table, Unknown, WhichOne
from knowledge.measures import MEASURE
from knowledge.proof import RACE_COLUMNS, Finding, races_where, reading
from knowledge.reading.meanings import Cue
from knowledge.sentences import where
from knowledge.subjects import Subject, in_likeliest_series, subject_of

if TYPE_CHECKING:
    from knowledge.measures import Measure
    from knowledge.reading.parts import Parts
    from knowledge.records import Records

_USES = frozenset({"measure", "drivers", "place", "top"})
_CUES = frozenset({Cue.CURRENT, Cue.DAYS, Cue.DROUGHT, Cue.HOW_MANY, Cue.LAST, Cue.SINCE})
_DATE, _RACE = RACE_COLUMNS.index("Date"), RACE_COLUMNS.index("Race")


@dataclass(frozen=True, slots=True)
class DaysSince:
    """The days from the last time to today."""

    measure: Measure
    parts: Parts
    subject: Subject

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "how many days since Kyle Busch last won in Cup",
        "days since a Ford won at Daytona",
    )
    DECLINES: ClassVar = (
        "how many races since Kyle Busch last won",
        "when did Kyle Busch last win",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> DaysSince | WhichOne | None:
        if Cue.DAYS not in parts.cues:
            return None
        measure = parts.counted or MEASURE["wins"]
        subject = subject_of(parts, records)
        if measure.table or not measure.rows or subject is None:
            return None
        return cls(measure, parts, subject) if isinstance(subject, Subject) else subject

    def answer(self, records: Records) -> Outcome:
        scope = in_likeliest_series(self.subject.scope, records)
        last = races_where(self.measure.rows, scope, records, limit=1, newest=True).rows
        tail = where(scope, subject=self.subject.kind)
        if not last:
            return Unknown(f"{self.subject.name} has no {self.measure.singular}{tail}.")
        then = date.fromisoformat(str(last[0][_DATE]))
        now = self.parts.today or date.fromisoformat(records.as_of(()).date)
        days = (now - then).days
        return Finding(
            f"{days:,} days from {self.subject.name}'s last {self.measure.singular}{tail},"
            f" the {last[0][_RACE]} on {then}, to {now}.",
            days,
            read_as=reading(f"days since the last {self.measure.singular}", scope),
            table=Table(RACE_COLUMNS, last),
        ).answer(self.parts, scope, records)
