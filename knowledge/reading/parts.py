"""A question's parts: what each mention adds to what is asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from knowledge.measures import places
from knowledge.once import once
from knowledge.reading.meanings import Cue
from knowledge.scope import Named, Scope

if TYPE_CHECKING:
    from knowledge.measures import Measure
    from knowledge.reading.drivers import NamedDriver


@dataclass(frozen=True)
class Parts:
    """What was asked, in parts; a follow-up is the same with some of them replaced."""

    cues: frozenset[Cue] = frozenset()
    measure: Measure | None = None
    drivers: tuple[NamedDriver, ...] = ()
    scope: Scope = field(default_factory=Scope)
    place: tuple[int, int] | None = None
    top: int | None = None
    ordinal: int | None = None
    rank: int | None = None
    minimum: int | None = None
    stage: int | None = None
    rival_teams: tuple[Named, ...] = ()  # several are no filter: they stand against each other
    rival_makes: tuple[Named, ...] = ()
    without: Measure | None = None  # most starts without a win
    split: str | None = None  # the column to split by
    limits: tuple[int, int | None] | None = None  # exactly 8, at least 5 of what is counted
    day: tuple[int, int] | None = None  # month and day
    fact: str | None = None  # of a race: how many cautions
    term: tuple[str, bool] | None = None  # asked to be defined; True: whether it counts
    championship_season: bool = False
    notes: tuple[str, ...] = ()

    @once
    def counted(self) -> Measure | None:
        """What is counted: the measure, or the finishes that a place or "top 5" stands for."""
        if self.measure:
            if self.place or self.top:
                return None
            # Only honours have columns that they lack: to work the scope's out takes time.
            known = not self.measure.table or self.measure.knows(self.scope.columns)
            return self.measure if known else None
        limits = self.place or ((1, self.top) if self.top else None)
        return places(*limits) if limits else None

    @once
    def present(self) -> frozenset[str]:
        """The names of the parts that a shape must use or leave the question alone."""
        return frozenset(name for name in PARTS if getattr(self, name))

    @once
    def telling_cues(self) -> frozenset[Cue]:
        """The cues that a shape must know or leave the question alone."""
        return self.cues - NEUTRAL

    @property
    def only_completes(self) -> bool:
        """Whether this names a driver or a filter and asks nothing: "and Majeski?"."""
        if self.present <= {"drivers"} and not self.telling_cues:
            return True
        if self.drivers or not self.telling_cues <= _ABOUT_THE_SAME:
            return False
        return self.scope.columns <= {"start"}

    def fits(self, *, uses: frozenset[str], cues: frozenset[Cue]) -> bool:
        """Whether a shape that knows these parts and cues leaves nothing of this unused."""
        return self.present <= uses and self.telling_cues <= cues


NEUTRAL = frozenset({Cue.ABOUT, Cue.RACES, Cue.TIMES, Cue.EVER, Cue.HOW_LONG, Cue.RUN})
"""Cues that no shape needs and none is spoilt by."""

_ABOUT_THE_SAME = frozenset({Cue.WHO, Cue.WHEN, Cue.WHERE, Cue.WINNER, Cue.STARTED, Cue.FINISHED})
"""Cues of "who won it?": without a name or a filter they ask about what was asked before."""

PARTS = (
    "measure",
    "drivers",
    "place",
    "top",
    "ordinal",
    "rank",
    "minimum",
    "stage",
    "day",
    "fact",
    "rival_teams",
    "rival_makes",
    "without",
    "limits",
    "split",
    "term",
)
"""The parts besides scope and cues."""
