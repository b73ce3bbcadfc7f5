"""A question's parts: what each mention adds to what is asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from knowledge.reading.meanings import Cue
from knowledge.scope import Scope

if TYPE_CHECKING:
    from knowledge.measures import Measure
    from knowledge.reading.drivers import NamedDriver


@dataclass(frozen=True, slots=True)
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
    championship_season: bool = False
    notes: tuple[str, ...] = ()

    @property
    def present(self) -> frozenset[str]:
        """The names of the parts that a shape must use or leave the question alone."""
        return frozenset(name for name in PARTS if getattr(self, name))

    def fits(self, *, uses: frozenset[str], cues: frozenset[Cue]) -> bool:
        """Whether a shape that knows these parts and cues leaves nothing of this unused."""
        return self.present <= uses and self.cues <= cues | NEUTRAL


NEUTRAL = frozenset({Cue.RACES, Cue.TIMES, Cue.EVER, Cue.RUN})
"""Cues that no shape needs and none is spoilt by."""

PARTS = ("measure", "drivers", "place", "top", "ordinal", "rank", "minimum", "stage")
"""The parts besides scope and cues."""
