"""What a question comes back as: an Answer, a WhichOne or an Unknown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Cell: TypeAlias = str | int | float | None
Value: TypeAlias = str | int | float | bool | tuple[str | int, ...] | None


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts come from, and what their licence is; the url may be missing."""

    title: str
    url: str | None = None
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows behind an answer; every row has as many cells as there are columns."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One name in a chart with its number at each label; None leaves a gap."""

    name: str
    values: tuple[float | None, ...]


ChartKind: TypeAlias = Literal["bars", "lines", "places", "moves"]
"""Bars or lines of numbers; places have the first on top; moves go from one place to another."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Numbers that people would rather look at than read, in the order of the labels."""

    kind: ChartKind
    title: str
    across: str  # what the labels are: season, race, driver
    up: str  # what the numbers are: wins, finish
    labels: tuple[str, ...]
    lines: tuple[Line, ...]


Drawing: TypeAlias = Callable[[], Chart | None]
"""How a chart is drawn up; None where there is too little to draw."""


@dataclass(frozen=True, slots=True)
class AsOf:
    """The last race that the book holds."""

    race: str
    season: int
    date: str  # YYYY-MM-DD


@dataclass(frozen=True, slots=True)
class Answer:
    """A question answered: the sentence, the bare value, and everything that backs it."""

    headline: str
    value: Value
    reading: str
    table: Table = field(default_factory=Table)
    caveats: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    as_of: AsOf | None = None
    drawing: Drawing | None = field(default=None, repr=False, compare=False)
    series: tuple[str, ...] = ()  # which national series it is about
    question: object = None  # what a follow-up completes; opaque outside knowledge

    @property
    def chart(self) -> Chart | None:
        """Drawn up each time it is looked at: most answers are only read."""
        return self.drawing() if self.drawing else None


@dataclass(frozen=True, slots=True)
class WhichOne:
    """A question that can be read in several ways: the choices, one of which was meant."""

    name: str
    choices: tuple[str, ...]
    reading: str = ""
    question: object = None


@dataclass(frozen=True, slots=True)
class Unknown:
    """Not readable, or not in the book: why, the nearest thing there is, and examples."""

    why: str
    nearest: str = ""
    examples: tuple[str, ...] = ()
    reading: str = ""
    question: object = None


@dataclass(frozen=True, slots=True)
class StillToCome(Unknown):
    """Not decided yet: the race is planned, or the season is still running."""


Outcome: TypeAlias = Answer | WhichOne | Unknown
