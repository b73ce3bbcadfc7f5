"""A question of a quiz night, made from rows or from a community's own pack."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from knowledge.answer import Table

Kind: TypeAlias = Literal["choice", "typed", "closest", "several"]
"""One of four is pressed; a name or figure is typed; the nearest figure wins; several are named."""

LETTERS = "ABCD"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, what is right, and what proves it."""

    key: str  # the same question has the same key in every night
    kind: Kind
    prompt: str
    answer: str  # as shown at the reveal
    accepted: tuple[str, ...]  # every right answer; of a choice its letters
    choices: tuple[str, ...] = ()  # in the order of the letters
    told: str = ""  # a sentence that gives the answer with its figure
    proof: Table | None = None  # none where a pack has no rows for it
    difficulty: int = 3  # 1 to 5
    clues: tuple[str, ...] = ()  # given one after another while it is open
    wanted: int = 1  # how many are to be named
    unit: str = ""  # what a figure counts
    source: str = ""  # the pack it is from; empty where it was made from rows
    through: str = ""  # the last race that it knew of
    until: str = ""  # the day of that race; the season, where a pack was found sound as of one
    sound: bool = False  # a pack's: the records agreed with it when it was looked over

    def letter_of(self, choice: str) -> str:
        return LETTERS[self.choices.index(choice)]
