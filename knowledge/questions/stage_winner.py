"""Who won a stage of a race."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Outcome, Table, Unknown
from knowledge.proof import Finding, reading
from knowledge.races import races_in
from knowledge.reading.meanings import Cue
from knowledge.sentences import where
from knowledge.subjects import series_raced

if TYPE_CHECKING:
    from knowledge.races import Race
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

_USES = frozenset({"measure", "stage"})
_CUES = frozenset({Cue.WHO, Cue.WINNER, Cue.WHICH_DRIVER})
_MEASURES = frozenset({"wins", "stage_wins"})


@dataclass(frozen=True, slots=True)
class StageWinner:
    """The winner of one stage of one race, with those of its other stages."""

    parts: Parts
    scope: Scope
    stage: int

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "who won stage 1 of the 2023 Daytona 500",
        "stage 2 winner at Kansas in the spring of 2023",
    )
    DECLINES: ClassVar = (
        "who won the 2023 Daytona 500",
        "how many stages did Larson win in 2021",
        "most stage 1 wins in 2023",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> StageWinner | None:
        if not parts.stage:
            return None
        if parts.measure and parts.measure.key not in _MEASURES:
            return None
        scope = replace(parts.scope, series=series_raced(parts.scope, records))
        return cls(parts, scope, parts.stage)

    def answer(self, records: Records) -> Outcome:
        races = races_in(self.scope, records)
        if not races:
            return Unknown(f"The book holds no race{where(self.scope)}.")
        if len(races) > 1:
            return Unknown(
                f"There were {len(races)} races{where(self.scope)}; tell me which one.",
                reading=reading(f"winner of stage {self.stage}", self.scope),
            )
        return self._of(races[0], records)

    def _of(self, race: Race, records: Records) -> Outcome:
        rows = records.connection.execute(
            "select stage, driver from stage_winner where race = :race order by stage",
            {"race": race.id},
        )
        winners = {stage: records.person(driver).name for stage, driver in rows}
        if self.stage not in winners:
            return Unknown(
                f"The book holds no winner of stage {self.stage} of the {race.title}.",
                nearest="Stage winners are known since 2017.",
            )
        return Finding(
            f"{winners[self.stage]} won stage {self.stage} of the {race.title} on {race.date}.",
            winners[self.stage],
            read_as=reading(f"winner of stage {self.stage}", self.scope),
            table=Table(("Stage", "Winner"), tuple(winners.items())),
            backed_by="stage_winners",
        ).answer(self.parts, self.scope, records)
