"""How many races: held in a scope, or won from the pole by whoever it was."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Outcome, Table
from knowledge.measures import MEASURE
from knowledge.proof import Finding, races_where, reading
from knowledge.races import races_in
from knowledge.reading.meanings import Cue
from knowledge.sentences import where
from knowledge.series import SERIES_WORDS
from knowledge.subjects import series_raced

if TYPE_CHECKING:
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

_USES = frozenset({"measure"})
_CUES = frozenset({Cue.HOW_MANY, Cue.YES_NO})
_PLACES = frozenset({"venue", "kind", "race", "month"})
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class RaceCount:
    """The number of races in a scope, or of those whose winner started in a place."""

    parts: Parts
    scope: Scope
    won: bool

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "how many Cup races were run in 1964",
        "how many races has Rockingham hosted in Cup",
        "how many times has the pole sitter won the Daytona 500",
        "was there ever a Cup race at Montreal",
    )
    DECLINES: ClassVar = (
        "how many races did Heim run in 2025",
        "how many wins does Ford have",
        "did Heim ever race at Montreal",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> RaceCount | None:
        measure, scope = parts.measure, parts.scope
        if _asks_whether(parts):
            measure = MEASURE["starts"]
        elif Cue.HOW_MANY not in parts.cues:
            return None
        if measure is None or scope.columns & {"team", "make", "car", "finish"}:
            return None
        won = measure.key == "wins" and scope.start is not None
        if not won and (measure.key != "starts" or scope.start):
            return None
        return cls(parts, replace(scope, series=series_raced(scope, records)), won)

    def answer(self, records: Records) -> Outcome:
        return self._won(records) if self.won else self._held(records)

    def _won(self, records: Records) -> Outcome:
        table = races_where("finish = 1", self.scope, records)
        number = len(table.rows)
        return Finding(
            f"{number} {'race was' if number == 1 else 'races were'} won{where(self.scope)}.",
            number,
            read_as=reading("races won", self.scope),
            table=table,
        ).answer(self.parts, self.scope, records)

    def _held(self, records: Records) -> Outcome:
        races = races_in(self.scope, records)
        shown = races or races_in(self.scope.but(series=()), records)  # of the other series
        rows = tuple(
            (race.date, SERIES_WORDS[race.series], race.name, race.venue) for race in shown
        )
        counted = f"{len(races):,} {'race' if len(races) == 1 else 'races'}" if races else "no race"
        told = f"he book holds {counted}{where(self.scope)}."
        whether = Cue.YES_NO in self.parts.cues
        answer = ("Yes: t" if races else "No: t") if whether else "T"
        return Finding(
            f"{answer}{told}",
            bool(races) if whether else len(races),
            read_as=reading("races held", self.scope),
            table=Table(("Date", "Series", "Race", "Track"), rows),
            backed_by="races",
        ).answer(self.parts, self.scope, records)


def _asks_whether(parts: Parts) -> bool:
    """Whether it is asked if there ever was a race: "did the trucks ever run at Road America"."""
    held = Cue.YES_NO in parts.cues and parts.cues & {Cue.RACES, Cue.RUN}
    return bool(held and parts.measure is None and parts.scope.columns & _PLACES)
