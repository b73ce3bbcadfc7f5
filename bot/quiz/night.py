"""A quiz night as its steps have made it; nothing in it changes, each step makes another one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot.quiz.entrant import community_key
from bot.quiz.given import Given, Head, refuse
from bot.quiz.marking import same
from bot.quiz.refused import NOT_IN, TAKEN_OUT, Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.quiz.entrant import Entrant
    from bot.quiz.given import Phase
    from bot.quiz.marking import Marking
    from bot.quiz.question import Question
    from bot.quiz.rules import Rules


@dataclass(frozen=True, slots=True)
class Protest:
    """A player's word against the marking of a question."""

    number: int
    player: str
    words: str
    upheld: bool | None = None  # none while it is open


@dataclass(frozen=True, slots=True)
class Doubt:
    """What the rows say by now against the key of a question."""

    right: tuple[str, ...]  # every right answer in words; none where there is no good one
    why: tuple[str, ...]
    settled: bool = False  # by the host, in whichever way


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """Points that a side got or lost, and why."""

    side: str
    number: int
    points: int
    reason: str
    at: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """How long a question was open, in seconds since 1970."""

    began: float
    until: float | None


@dataclass(frozen=True, slots=True)
class Night:
    """Everything there is to a night, and all that can be told of it."""

    id: str
    title: str
    rules: Rules
    questions: tuple[Question, ...]  # those of the rounds, the wager's, and spare tie-breaks
    host: str  # id of a player
    host_name: str = ""  # as his own platform shows him
    host_community: str = ""  # where he is called so, and nowhere else
    zone: str = ""  # by which its start is told
    head: Head = field(default_factory=Head)
    before: Phase = "gathering"  # what was going on when it was paused
    left: float | None = None  # seconds that were left then; of a night to come, its start
    why_paused: str = ""
    unlisted: str = ""  # why it is not among the events of its host's community
    was_to_begin: float | None = None  # before it was moved or called off
    open: Mapping[int, Stretch] = field(default_factory=dict)
    marked: Mapping[int, Mapping[str, Marking]] = field(default_factory=dict)
    ruled: Mapping[int, Mapping[str, bool]] = field(default_factory=dict)
    right_too: Mapping[int, frozenset[str]] = field(default_factory=dict)  # by protest
    revealed: tuple[int, ...] = ()
    void: frozenset[int] = frozenset()
    protests: tuple[Protest, ...] = ()
    doubts: Mapping[int, Doubt] = field(default_factory=dict)  # by number of the question
    changes: tuple[ScoreChange, ...] = ()  # the log of the scores
    entrants: Mapping[str, Entrant] = field(default_factory=dict)  # by id
    sides: Mapping[str, tuple[Entrant, ...]] = field(default_factory=dict)  # in order of coming in
    given: Mapping[str, Mapping[str, Given]] = field(default_factory=dict)  # by about, then player

    @property
    def question(self) -> Question:
        """The one that was asked last."""
        return self.questions[self.head.number]

    @property
    def is_hosted(self) -> bool:
        """Nobody hosts the question of a day."""
        return bool(self.host.partition(" ")[2])

    @property
    def is_tie_break(self) -> bool:
        return self.head.number >= self.rules.all

    def groups(self, number: int) -> Mapping[str, int]:
        """Answers to a question that wait for the host, and how many gave each."""
        ruled = self.ruled.get(number, {})
        near = {
            text
            for text, marking in self.marked.get(number, {}).items()
            if marking.verdict == "near" and text not in ruled
        }
        counted: dict[str, int] = {}
        for given in self.given.get(str(number), {}).values():
            if (text := same(given.text)) in near:
                counted[text] = counted.get(text, 0) + 1
        return counted

    @property
    def undecided(self) -> tuple[int, ...]:
        """Protests that wait for the host."""
        return tuple(i for i, protest in enumerate(self.protests) if protest.upheld is None)

    @property
    def playing(self) -> tuple[Entrant, ...]:
        """Those who can answer: their communities take part."""
        without = self.head.without
        return tuple(each for each in self.entrants.values() if each.belongs_to not in without)

    def is_without(self, platform: str, community: str) -> bool:
        """Whether the community was taken out of it."""
        return community_key(platform, community) in self.head.without

    @property
    def doubted(self) -> tuple[int, ...]:
        """Questions whose key the rows contradict, while the host has not settled it."""
        return tuple(number for number, doubt in self.doubts.items() if not doubt.settled)

    def captain(self, side: str) -> Entrant:
        """Who came in first for a side: he confirms what his mates propose."""
        return self.sides[side][0]

    def is_right(self, number: int, text: str) -> bool:
        """By the key, the marking, the host's rulings and upheld protests."""
        said = same(text)
        if said in self.right_too.get(number, ()):
            return True
        if said in (ruled := self.ruled.get(number, {})):
            return ruled[said]
        if self.questions[number].kind == "choice":
            return text in self.questions[number].accepted
        marking = self.marked.get(number, {}).get(said)
        return marking is not None and marking.verdict == "right"


def enter(night: Night, entrant: Entrant) -> Night | Refused:
    """Let a player in, from the next question on."""
    earlier = night.entrants.get(entrant.id)
    mates = night.sides.get(entrant.side, ())
    came = enrolled(night.rules, night.head, entrant, mates, earlier)
    if isinstance(came, Refused):
        return came
    return with_entrants(night, {**night.entrants, came.id: came}.values())


def with_entrants(night: Night, entrants: Iterable[Entrant]) -> Night:
    """The night with just these players."""
    came = sorted(entrants, key=lambda entrant: (entrant.at, entrant.id))
    sides: dict[str, tuple[Entrant, ...]] = {}
    for entrant in came:
        sides[entrant.side] = (*sides.get(entrant.side, ()), entrant)
    return replace(night, entrants={entrant.id: entrant for entrant in came}, sides=sides)


def enrolled(
    rules: Rules,
    head: Head,
    entrant: Entrant,
    mates: tuple[Entrant, ...],
    earlier: Entrant | None,
) -> Entrant | Refused:
    """The entrant as he comes in; `mates` are in his team already."""
    if head.phase == "over":
        return Refused("That night is over.")
    if entrant.belongs_to in head.without:
        return TAKEN_OUT
    if earlier is not None and (earlier.team == entrant.team or head.number >= 0):
        return replace(earlier, name=entrant.name, shows_name=entrant.shows_name)
    if entrant.team and len(mates) >= rules.team_size:
        return Refused(f"{entrant.team} is full: {rules.team_size} play in a team.")
    since = 0 if rules.own_time else head.number + 1
    return replace(entrant, since=since)


def give(night: Night, given: Given) -> Night | Refused:
    """Take an answer, a joker or a wager; it can be changed until it is too late."""
    entrant = night.entrants.get(given.player)
    if entrant is None:
        return NOT_IN
    others = night.given.get(given.about, {})
    leads = night.captain(entrant.side) == entrant
    before = others.get(given.player)
    refused = refuse(night.head, night.rules, entrant, given, before, leads=leads)
    if refused is not None:
        return refused
    kept = {**others, given.player: given}
    return replace(night, given={**night.given, given.about: kept})


def is_at(night: Night, number: int, *phases: Phase) -> bool:
    """Whether the question is the latest, and the night in one of those phases."""
    return night.head.number == number and night.head.phase in phases
