"""Every question shape, the most particular first: the first that fits a question answers it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from knowledge.questions.best_part import BestPart
from knowledge.questions.card import Card
from knowledge.questions.champion import Champion
from knowledge.questions.consecutive_starts import ConsecutiveStarts
from knowledge.questions.days_since import DaysSince
from knowledge.questions.definition import Definition
from knowledge.questions.different import Different
from knowledge.questions.driver_in_race import DriverInRace
from knowledge.questions.fact_split import FactSplit
from knowledge.questions.field_count import FieldCount
from knowledge.questions.first_timers import FirstTimers
from knowledge.questions.head_to_head import HeadToHead
from knowledge.questions.here_not_there import HereNotThere
from knowledge.questions.how_old import HowOld
from knowledge.questions.in_one import InOne
from knowledge.questions.leaders import Leaders
from knowledge.questions.most_raced import MostRaced
from knowledge.questions.never import MostWithout, TracksWithout
from knowledge.questions.on_this_day import OnThisDay
from knowledge.questions.race import RaceResult
from knowledge.questions.race_count import RaceCount
from knowledge.questions.race_extremes import RaceExtremes
from knowledge.questions.race_facts import RaceFacts
from knowledge.questions.races_that import RacesThat
from knowledge.questions.races_to_come import RacesToCome
from knowledge.questions.right_behind import RightBehind
from knowledge.questions.running_standing import RunningStanding
from knowledge.questions.side_by_side import SideBySide
from knowledge.questions.split import Split
from knowledge.questions.spread import Spread
from knowledge.questions.stage_winner import StageWinner
from knowledge.questions.standing import Standing
from knowledge.questions.starts_until import StartsUntil
from knowledge.questions.streak import Streak
from knowledge.questions.sweep import Sweep
from knowledge.questions.total import Total
from knowledge.questions.versus import Versus
from knowledge.questions.when import Occasion
from knowledge.questions.who_drove import WhoDrove
from knowledge.questions.with_number import WithNumber
from knowledge.questions.won_everywhere import WonEverywhere
from knowledge.questions.yes_no import YesNo
from knowledge.questions.youngest import Youngest
from knowledge.reading.meanings import Cue

if TYPE_CHECKING:
    from knowledge.answer import Outcome, Unknown, WhichOne
    from knowledge.reading.parts import Parts
    from knowledge.records import Records


class Question(Protocol):
    """A question read in full."""

    def answer(self, records: Records) -> Outcome: ...


class Shape(Protocol):
    """A kind of question: the parts and cues it can use, and how it is read.

    It lists sentences that it must read as UNDERSTANDS, and as DECLINES those that it must not.
    """

    USES: frozenset[str]
    CUES: frozenset[Cue]

    def read(self, parts: Parts, records: Records, /) -> Question | WhichOne | Unknown | None: ...


SHAPES = (
    Definition,
    RacesToCome,
    RunningStanding,
    Standing,
    OnThisDay,
    RacesThat,
    FactSplit,
    RaceExtremes,
    RaceFacts,
    HowOld,
    Youngest,
    FirstTimers,
    Sweep,
    DaysSince,
    StartsUntil,
    ConsecutiveStarts,
    Streak,
    InOne,
    MostRaced,
    Spread,
    FieldCount,
    Different,
    Split,
    BestPart,
    HereNotThere,
    WonEverywhere,
    WithNumber,
    TracksWithout,
    MostWithout,
    RaceCount,
    SideBySide,
    HeadToHead,
    Versus,
    YesNo,
    WhoDrove,
    Leaders,
    Champion,
    StageWinner,
    RightBehind,
    RaceResult,
    DriverInRace,
    Occasion,
    Total,
    Card,
)


NEEDED: dict[Shape, frozenset[Cue | str]] = {
    RacesToCome: frozenset({Cue.LEFT, Cue.NEXT, Cue.WHEN, Cue.WHERE}),
    RacesThat: frozenset({"trait"}),
    FactSplit: frozenset({"fact"}),
    RaceExtremes: frozenset({"fact"}),
    HowOld: frozenset({Cue.BORN, Cue.HOW_OLD}),
    Youngest: frozenset({Cue.YOUNGEST, Cue.OLDEST}),
    FirstTimers: frozenset({Cue.FIRST_TIME, Cue.OWN}),
    Sweep: frozenset({Cue.BOTH, Cue.SWEPT}),
    DaysSince: frozenset({Cue.DAYS}),
    StartsUntil: frozenset({Cue.UNTIL}),
    ConsecutiveStarts: frozenset({Cue.STREAK}),
    Streak: frozenset({Cue.DROUGHT, Cue.STREAK}),
    MostRaced: frozenset({Cue.MOST}),
    Spread: frozenset({Cue.MOST}),
    Different: frozenset({Cue.DIFFERENT, Cue.HOW_MANY, "split"}),
    Split: frozenset({"split"}),
    BestPart: frozenset({Cue.BEST, Cue.LEAST, Cue.MOST, Cue.WORST}),
    HereNotThere: frozenset({"never_in"}),
    TracksWithout: frozenset({Cue.NEVER}),
    MostWithout: frozenset({Cue.NEVER}),
    SideBySide: frozenset({Cue.COMPARE}),
    HeadToHead: frozenset({Cue.AHEAD}),
    YesNo: frozenset({Cue.YES_NO}),
    StageWinner: frozenset({"stage"}),
    RightBehind: frozenset({Cue.BEHIND}),
}
"""Cues and parts one of which a shape cannot do without: elsewhere it is not asked in vain."""


def fitting(parts: Parts) -> tuple[Shape, ...]:
    """The shapes that can use all of a question; most need not even read it."""
    return _fitting(parts.present, parts.cues, parts.telling_cues)


@lru_cache(maxsize=4096)
def _fitting(
    present: frozenset[str], cues: frozenset[Cue], telling: frozenset[Cue]
) -> tuple[Shape, ...]:
    return tuple(
        shape
        for shape in SHAPES
        if telling <= shape.CUES and present <= shape.USES and _has_need(shape, present | cues)
    )


def _has_need(shape: Shape, told: frozenset[Cue | str]) -> bool:
    needed = NEEDED.get(shape)
    return needed is None or not needed.isdisjoint(told)
