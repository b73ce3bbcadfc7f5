"""What Spotter says, before a platform draws it: plain words and structure, no markup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from knowledge.answer import Chart as Drawing
    from knowledge.answer import Outcome

Tone: TypeAlias = Literal["plain", "quiet", "caution"]


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence or two; quiet stands back behind the answer, caution asks to be read."""

    words: str
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Fields:
    """Facts with their names, in order."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column; numbers stand flush right."""

    name: str
    holds_numbers: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """All rows, each with as many cells as there are columns; a platform may show the first few."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Numbers to be looked at; the words tell the same to whoever sees no picture."""

    drawing: Drawing
    words: str


Block: TypeAlias = Text | Fields | Table | Chart
"""Closed: a renderer that forgets one of them fails the type check."""


@dataclass(frozen=True, slots=True)
class Button:
    """A next step to offer: pressing it asks the question."""

    label: str
    question: str


@dataclass(frozen=True, slots=True)
class Reply:
    """The first sentence as title, then what backs it, what could follow, and the small print."""

    title: str
    blocks: tuple[Block, ...] = ()
    buttons: tuple[Button, ...] = ()
    footer: str = ""
    private: bool = False
    outcome: Outcome | None = None  # what the words were made from, for who wants data instead
