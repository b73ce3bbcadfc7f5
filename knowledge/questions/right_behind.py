"""Right behind: who finished second to somebody in one race, or directly after him."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Outcome, Unknown, WhichOne
from knowledge.measures import ordinal
from knowledge.proof import Finding, reading
from knowledge.races import races_in, result_of
from knowledge.reading.meanings import Cue
from knowledge.sentences import where
from knowledge.subjects import Subject, driver_subject, in_likeliest_series

if TYPE_CHECKING:
    from knowledge.reading.parts import Parts
    from knowledge.records import Records

_FINISH, _DRIVER = 0, 3
"""Columns of a race's result."""


@dataclass(frozen=True, slots=True)
class RightBehind:
    """Whoever took the place after the driver named."""

    parts: Parts
    subject: Subject

    USES: ClassVar = frozenset({"drivers", "place"})
    CUES: ClassVar = frozenset({Cue.BEHIND, Cue.FINISHED, Cue.WHICH_DRIVER, Cue.WHO})
    UNDERSTANDS: ClassVar = (
        "who was runner-up to Jeff Gordon in the 1999 Daytona 500",
        "who finished right behind Tony Stewart in the 2005 Brickyard 400",
    )
    DECLINES: ClassVar = (
        "who finished second in the 2016 Daytona 500",
        "how often did Larson finish second to Bell",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> RightBehind | WhichOne | None:
        asks_who = parts.cues & {Cue.WHICH_DRIVER, Cue.WHO}
        if Cue.BEHIND not in parts.cues or not asks_who:
            return None
        if len(parts.drivers) != 1 or not parts.scope.one_race:
            return None
        subject = driver_subject(parts.drivers[0], parts, records)
        return cls(parts, subject) if isinstance(subject, Subject) else subject

    def answer(self, records: Records) -> Outcome:
        scope = replace(in_likeliest_series(self.subject.scope, records), driver=None)
        races = races_in(scope, records)
        if len(races) != 1:
            return Unknown(f"There were {len(races)} such races{where(scope)}: which one is meant?")
        result = result_of(races[0], records)
        places = {str(row[_DRIVER]): int(str(row[_FINISH])) for row in result.rows}
        his = places.get(self.subject.name)
        if his is None:
            return Unknown(f"{self.subject.name} did not start the {races[0].title}.")
        place = self.parts.place[0] if self.parts.place else his + 1
        names = [name for name, finish in places.items() if finish == place]
        if not names:
            return Unknown(f"Nobody finished behind {self.subject.name} in the {races[0].title}.")
        return Finding(
            f"{names[0]} finished {ordinal(place)} in the {races[0].title} on {races[0].date};"
            f" {self.subject.name} was {ordinal(his)}.",
            names[0],
            read_as=reading(ordinal(place), scope),
            table=result,
        ).answer(self.parts, scope, records)
