"""What Spotter says, before a platform draws it: plain words and structure, no markup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from bot.card import Card
    from knowledge.answer import Chart as Drawing
    from knowledge.answer import Outcome

Tone: TypeAlias = Literal["plain", "quiet", "caution", "struck"]


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence or two.

    Quiet stands back behind the answer, caution asks to be read, struck was told and is no more.
    """

    words: str
    tone: Tone = "plain"

    @property
    def in_words(self) -> str:
        """The same where nothing can be struck through."""
        return f"Told before: {self.words}" if self.tone == "struck" else self.words


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time; each reader sees it by his own clock where the platform can do that."""

    at: int  # seconds since 1970
    words: str  # by the clock that holds where it is told, with its zone
    wait: str = ""  # how far off it was when it was told: "in 3 days"

    def __str__(self) -> str:
        """The same where nothing but words can be shown."""
        return f"{self.words} ({self.wait})" if self.wait else self.words


Told: TypeAlias = str | Moment


@dataclass(frozen=True, slots=True)
class Fields:
    """Facts with their names, in order."""

    pairs: tuple[tuple[str, Told], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column; numbers stand flush right."""

    name: str
    holds_numbers: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows to be shown, each with as many cells as columns; the bot has chosen which ones."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Numbers to be looked at; the words tell the same to whoever sees no picture."""

    drawing: Drawing
    words: str


@dataclass(frozen=True, slots=True)
class File:
    """Something to take home, as text; the name has letters, digits and hyphens alone."""

    name: str
    content: str


Block: TypeAlias = Text | Fields | Table | Chart
"""Closed: a renderer that forgets one of them fails the type check."""


LONGEST_KEY = 100
"""Characters; more than that no platform carries in a button."""


@dataclass(frozen=True, slots=True)
class Button:
    """A next step to offer; the key says all that is needed to take it, also after a restart."""

    label: str
    key: str


@dataclass(frozen=True, slots=True)
class Menu:
    """More choices than buttons would hold."""

    label: str
    choices: tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values that a field can have."""

    label: str
    value: str


FieldKind: TypeAlias = Literal["words", "choice", "roles", "mentions", "channel", "file"]
"""Words of one's own, one of some choices, those who are named as moderators, those whom a post may
mention (both several keys, with spaces between, as the platform lets one pick them), the key of a
channel, or a text file of one's own (see `bot.request.Sent`)."""


@dataclass(frozen=True, slots=True)
class Field:
    """A line, or a box of text, to be filled in; or something to be picked."""

    name: str
    label: str
    value: str = ""
    long: bool = False
    required: bool = True
    longest: int = 400  # characters
    kind: FieldKind = "words"
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """Fields to fill in; the key comes back with what was filled."""

    key: str
    title: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """A message as the readers of a channel will see it, shown before it is posted."""

    reply: Reply
    heading: str = ""  # where it stands
    covered: bool = False  # all but its title stands behind bars
    roles: tuple[str, ...] = ()  # called above it; nobody is while it is only shown


@dataclass(frozen=True, slots=True)
class Reply:
    """The first sentence as title, then what backs it, what could follow, and the small print."""

    title: str = ""
    blocks: tuple[Block, ...] = ()
    buttons: tuple[Button, ...] = ()
    menu: Menu | None = None
    form: Form | None = None  # instead of words: the platform opens it
    footer: str = ""
    private: bool = False  # only the asker sees it
    series: tuple[str, ...] = ()  # which national series it is about
    seen: tuple[Seen, ...] = ()  # drawn first, each just as it will be posted
    in_place: bool = False  # replaces the message whose button was pressed
    link: str | None = None
    files: tuple[File, ...] = ()  # private as the reply is
    outcome: Outcome | None = None  # what the words were made from, for who wants data instead
    card: Card | None = None  # what was asked, where it can be asked again

    @property
    def chart(self) -> Chart | None:
        """The picture that it has: its own, else that of a message shown in it."""
        blocks = (*self.blocks, *(block for each in self.seen for block in each.reply.blocks))
        return next((block for block in blocks if isinstance(block, Chart)), None)

    @property
    def steps(self) -> tuple[Button, ...]:
        """All that can be pressed or picked."""
        return (*self.buttons, *(self.menu.choices if self.menu else ()))
