"""A highlight: one sentence, how much it weighs, what it states, and the rows behind it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from knowledge.answer import Table

if TYPE_CHECKING:
    from collections.abc import Callable

Kind: TypeAlias = Literal[
    "win", "track", "record", "streak", "grid", "led", "climb", "first", "team",
    "race", "finish", "stages", "start",
]  # fmt: skip

Noun: TypeAlias = str
"""What is counted, by the key of a measure or of a fact of a race; or one of those below."""

NAME, SEASON, DATE, PLACE, RUN, WAIT = "name", "season", "date", "place", "run", "wait"
"""A name said; a season; a day; a place on a list; things in a row; starts or races without."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One number or name that rows give, of whom or what, as it stood after the race."""

    noun: Noun
    value: str | float
    subject: str = ""  # the name of a driver, team or make; the race where there is none
    words: str = ""  # what is counted, where the noun alone does not say: "of the season"


@dataclass(frozen=True, slots=True)
class Highlight:
    """Something remarkable: a sentence that stands for itself; the weightier, the rarer."""

    statement: str
    kind: Kind
    weight: int  # 0 to 100
    subject: str = ""  # the name of the driver it is about, where it is about one
    facts: tuple[Fact, ...] = ()
    brief: str = ""  # the same as the end of a headline, of what a win means
    proof: Callable[[], Table] = field(default=Table, repr=False, compare=False)

    @property
    def rows(self) -> Table:
        """The rows behind it, looked up each time: most highlights are only read."""
        return self.proof()
