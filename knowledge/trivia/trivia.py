"""A quiz question with everything that proves it, what is wished of one, and a mark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from knowledge.answer import AsOf, Table
    from knowledge.races import Race

Style: TypeAlias = Literal["choice", "typed", "any"]
Judgement: TypeAlias = Literal["right", "near", "wrong"]


@dataclass(frozen=True, slots=True)
class Trivia:
    """One question that stands for itself, with every right answer and the rows behind them."""

    key: str  # the same question has the same key whenever it is made
    kind: str  # "who won", "odd one out"
    prompt: str  # says its series and seasons, and how far the rows reach where that can change
    answer: str  # as shown at the reveal: one of `accepted`, or as many as are wanted
    accepted: tuple[str, ...]  # every right answer, as names or figures of the book
    choices: tuple[str, ...]  # four, exactly one of them right; none where it can only be typed
    told: str  # one sentence that gives the answer with its figure
    proof: Table
    as_of: AsOf
    difficulty: int  # 1, what everybody knows, to 5
    series: str
    subjects: tuple[str, ...]  # drivers, tracks and races named in it, by full name
    clues: tuple[str, ...] = ()  # who am I: from hard to easy
    wanted: int = 1  # name five: how many of `accepted` must be named
    unit: str = ""  # closest number: what is counted; `accepted` holds the exact figure


@dataclass(frozen=True, slots=True)
class Wish:
    """Which questions are wanted; what is empty does not limit."""

    series: tuple[str, ...] = ()
    seasons: tuple[int, int] | None = None  # first and last
    track: str = ""
    driver: str = ""
    race: Race | None = None  # last week's: questions about it and who is in it
    kinds: tuple[str, ...] = ()
    difficulty: tuple[int, int] = (1, 5)
    style: Style = "any"
    without: frozenset[str] = frozenset()  # keys asked already


@dataclass(frozen=True, slots=True)
class AskedBefore:
    """A question that was made from an earlier book, and what was right then."""

    key: str
    accepted: tuple[str, ...]  # as names or figures, also where it was asked with choices
    until: str  # the day of the last race that it knew of: later ones change nothing in it
    choices: tuple[str, ...] = ()
    clues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recount:
    """What the rows say to it now."""

    right: tuple[str, ...]  # every right answer; none where it has no good one any more
    why: tuple[str, ...] = ()  # what was corrected since, in sentences

    def differs(self, asked: AskedBefore) -> bool:
        return set(self.right) != set(asked.accepted)


@dataclass(frozen=True, slots=True)
class Mark:
    """How a typed answer is judged, and as what it was read; near ones a host decides."""

    judgement: Judgement
    read_as: tuple[str, ...] = ()  # the names or the figure that were read
    right: int = 0  # name five: how many of those wanted were named
    number: float | None = None  # the figure that was said; who was closest, all marks tell
