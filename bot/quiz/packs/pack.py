"""A pack of questions as its community wrote it, and what is at fault with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from bot.quiz.question import Kind
    from knowledge.trivia_doctor.diagnosis import State

LARGEST = 100_000
"""Bytes; more than that is no pack for one night."""

MOST_QUESTIONS, MOST_ACCEPTED = 200, 20
LONGEST = {"title": 80, "question": 300, "answer": 80, "choices": 70, "told": 300}
"""Characters; a choice stands on a button, which carries 75 with its letter."""

WORDS = ("question", "answer", "choices", "difficulty", "told", "kind", "wanted", "as_of")
"""What can be said of a question: the keys of YAML, the columns of CSV."""

LISTS = frozenset({"answer", "choices"})
"""Of these there may be several."""

NORMAL = 3
"""How difficult a question is of which nothing is said."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text of a pack, and the line it stands on."""

    text: str
    line: int


Decision: TypeAlias = Literal["", "left", "ours"]
"""What a moderator says of what the doctor found: left as it is; or known better, and told so."""

Entry: TypeAlias = Mapping[str, tuple[Said, ...]]
"""What is said of one question, by what it says."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and where."""

    line: int
    words: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.words}"


@dataclass(frozen=True, slots=True)
class Written:
    """A question as it stands in a pack."""

    question: str
    answers: tuple[str, ...]  # every one accepted, the first is shown
    choices: tuple[str, ...] = ()  # all of them, the right one among them
    kind: Kind = "typed"
    difficulty: int = NORMAL  # 1 to 5
    told: str = ""
    wanted: int = 1  # how many are to be named, of several
    as_of: int | None = None  # the season up to which the answer was right
    line: int = field(default=0, compare=False)
    found: State | None = field(default=None, compare=False)  # by the trivia doctor, if he looked
    decided: Decision = field(default="", compare=False)

    @property
    def waits(self) -> bool:
        """Whether it cannot be asked before its community has decided: the rows deny it."""
        return self.found == "contradicted" and self.decided != "ours"


@dataclass(frozen=True, slots=True)
class Pack:
    """A title and questions."""

    title: str
    questions: tuple[Written, ...]


@dataclass(frozen=True, slots=True)
class PackRead:
    """The questions that are sound, and every fault of the others."""

    pack: Pack
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A pack cut into what it says, not yet looked at."""

    title: Said | None
    entries: tuple[tuple[int, Entry], ...]  # with the line each begins on
    faults: tuple[Fault, ...] = ()
