"""What a quiz night is played by, as its host chose it before it began."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Style: TypeAlias = Literal["choice", "typed"]
Moves: TypeAlias = Literal["clock", "host", "own"]
"""Who goes on from a reveal to the next question: the clock by itself, or the host; or everybody
answers all of them in his own time, until the night closes."""

ROUNDS, QUESTIONS = (1, 8), (1, 20)
SECONDS = (10, 300)
TEAM_SIZE = (2, 6)
"""The fewest and the most of each that a night can have."""

GRACE = 1.5
"""Seconds; an answer is on its way for as long as that, and counts if it comes in by then."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Rounds of questions, each open for so many seconds."""

    rounds: int = 3
    questions: int = 5  # in a round
    seconds: int = 30  # for each question
    style: Style = "choice"
    team_size: int = 0  # at most so many in a team; 0 where each plays alone
    bonus: bool = False  # for speed, in three coarse steps; never where platforms are linked
    joker: bool = False  # doubles one round, chosen before it
    wager: bool = False  # one last question, on which each sets what he dares
    moves: Moves = "clock"
    bonus_off: bool = False  # it was chosen, and is off as communities play together

    @property
    def own_time(self) -> bool:
        """No rounds one after another: neither joker nor wager nor bonus has a place in it."""
        return self.moves == "own"

    @property
    def normal(self) -> int:
        """Questions before the wager."""
        return self.rounds * self.questions

    @property
    def all(self) -> int:
        return self.normal + self.wager

    def round_of(self, number: int) -> int:
        """The round of a question, both counted from 0; the wager is a round of its own."""
        return min(number // self.questions, self.rounds)
