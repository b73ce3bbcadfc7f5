"""A question's parts: what each mention adds to what is asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from knowledge.measures import places, share_of
from knowledge.once import once
from knowledge.reading.meanings import Cue
from knowledge.scope import Named, RaceSet, Scope

if TYPE_CHECKING:
    from datetime import date

    from knowledge.measures import Measure
    from knowledge.reading.drivers import NamedDriver


@dataclass(frozen=True)
class Parts:
    """What was asked, in parts; a follow-up is the same with some of them replaced."""

    cues: frozenset[Cue] = frozenset()
    measure: Measure | None = None
    drivers: tuple[NamedDriver, ...] = ()
    spoken_of: tuple[NamedDriver, ...] = ()  # before these, in the same conversation
    scope: Scope = field(default_factory=Scope)
    place: tuple[int, int] | None = None
    top: int | None = None
    ordinal: int | None = None
    rank: int | None = None
    recent: int | None = None  # only the last so many
    minimum: int | None = None
    stage: int | None = None
    rival_teams: tuple[Named, ...] = ()  # several are no filter: they stand against each other
    rival_makes: tuple[Named, ...] = ()
    rival_cars: tuple[str, ...] = ()
    rival_races: tuple[RaceSet, ...] = ()
    without: Measure | None = None  # most starts without a win
    never_in: Scope | None = None  # won here, but never there
    split: str | None = None  # the column to split by
    limits: tuple[int, int | None] | None = None  # exactly 8, at least 5 of what is counted
    day: tuple[int, int] | None = None  # month and day
    fact: str | None = None  # of a race: how many cautions
    trait: str | None = None  # of a race: led throughout
    term: tuple[str, bool] | None = None  # asked to be defined; True: whether it counts
    own_season: str = ""  # first, last or title: a season of the driver's own
    by_noun: bool = False  # the measure was named as a thing: "Michigan wins", not "who won"
    shift: int | None = None  # seasons after the one asked about before: the year before is -1
    all_time: bool = False  # whether a whole career or history was named
    today: date | None = None  # the day of asking
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
        if limits is None:
            return None
        return share_of(places(*limits)) if Cue.PERCENT in self.cues else places(*limits)

    @once
    def present(self) -> frozenset[str]:
        """The names of the parts that a shape must use or leave the question alone."""
        return frozenset(name for name in PARTS if getattr(self, name))

    @once
    def telling_cues(self) -> frozenset[Cue]:
        """The cues that a shape must know or leave the question alone."""
        he_is_named = self.drivers or self.scope.team or self.cues & _SOMEBODY
        used = {Cue.HE} if he_is_named else set()
        counted_as = self.counted.format if self.counted else ""
        used |= {cue for cue, told in _SAID_BY_MEASURE if counted_as == told}
        return self.cues - NEUTRAL - used

    @property
    def championship_season(self) -> bool:
        return self.own_season == "title"

    @property
    def only_completes(self) -> bool:
        """Whether this names a driver or a filter and asks nothing: "and Majeski?"."""
        if self.cues & {Cue.EVERYWHERE, Cue.SAME_SEASON, Cue.THOSE}:
            return True
        if self.present <= {"drivers"} and self.telling_cues <= {Cue.HOW_MANY}:
            return True
        rivals = self.drivers or self.rival_teams or self.rival_makes
        if self.cues & {Cue.MORE, Cue.OF_TWO} and not rivals:  # of the two spoken of
            return True
        names_nothing = not rivals and self.scope.columns <= {"start"}
        if Cue.HE in self.telling_cues or self.shift:
            return names_nothing or bool(self.shift)
        return names_nothing and not self.all_time and self.telling_cues <= _ABOUT_THE_SAME


NEUTRAL = frozenset(
    {
        Cue.ABOUT,
        Cue.EVER,
        Cue.HOW_LONG,
        Cue.OF_TWO,
        Cue.OWN,
        Cue.RACES,
        Cue.RUN,
        Cue.THAN,
        Cue.TIMES,
        Cue.TOGETHER,
    }
)
"""Cues that no shape needs and none is spoilt by."""

_SAID_BY_MEASURE = (
    (Cue.PERCENT, "percent"),
    (Cue.AVERAGE, "average"),
    (Cue.WHERE, "average"),  # where he finished on average
)
"""Cues that say no more than the format of a measure does already."""

_SOMEBODY = frozenset({Cue.CHAMPION, Cue.WHICH_DRIVER, Cue.WHO, Cue.WINNER})
"""Cues of somebody whom "he" can mean: "who got his first win"."""

_ABOUT_THE_SAME = frozenset(
    {
        Cue.BEST,
        Cue.CURRENT,
        Cue.FINISHED,
        Cue.HOW_MANY,
        Cue.EVERYWHERE,
        Cue.LAPS,
        Cue.LAST,
        Cue.LEAST,
        Cue.LED,
        Cue.LIST,
        Cue.MOST,
        Cue.SAME_SEASON,
        Cue.STARTED,
        Cue.WHEN,
        Cue.WHERE,
        Cue.WHO,
        Cue.WINNER,
        Cue.WORST,
    }
)
"""Cues of "who won it?": without a name or a filter they ask about what was asked before."""

PARTS = (
    "measure",
    "drivers",
    "place",
    "top",
    "ordinal",
    "rank",
    "recent",
    "minimum",
    "stage",
    "day",
    "fact",
    "trait",
    "rival_teams",
    "rival_makes",
    "rival_cars",
    "shift",
    "without",
    "never_in",
    "limits",
    "split",
    "term",
)
"""The parts besides scope and cues."""
