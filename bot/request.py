"""What came in: a command with its options, a pressed button or a filled form; from whom, where."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ROWS = 12
"""Rows of a table that a message shows well; a longer table is shown page by page."""

ALL_ROWS = 0


@dataclass(frozen=True, slots=True)
class User:
    """Who asks, as the platform knows them; the key is unique within the platform."""

    platform: str
    key: str
    name: str
    may_moderate: bool = False
    roles: tuple[str, ...] = ()  # by which a community can name its moderators
    home: str = ""  # the community that the key is of, where users are each community's own


@dataclass(frozen=True, slots=True)
class Place:
    """Where it was said, and what can be shown there."""

    conversation: str  # a user in a channel or thread: follow-ups complete what was asked there
    community: str = ""  # a server or workspace; none in a direct message
    channel: str = ""
    direct: bool = False  # nobody else reads along
    whispers: bool = True  # whether a reply can be for the asker alone
    presses: bool = True  # whether what could be asked next can be pressed
    rows: int = ROWS
    begins: str = ""  # another conversation that what is asked here is the beginning of


@dataclass(frozen=True, slots=True)
class Request:
    """One command to be handled; option values are text, as they were typed or picked."""

    command: str
    user: User
    place: Place
    options: Mapping[str, str] = field(default_factory=dict)
    after: str = ""  # a button's key of the card that this is said in reply to


@dataclass(frozen=True, slots=True)
class Press:
    """A pressed button, or an entry picked from a menu; the key is what the button carried."""

    key: str
    user: User
    place: Place


LARGEST_FILE = 100_000
"""Bytes of a file that a form takes."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that was put into a form: the bytes of its text, or why there are none."""

    name: str
    content: bytes = b""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Submission:
    """A filled form; the key is what the form carried, the values are by the fields' names."""

    key: str
    user: User
    place: Place
    values: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, Sent] = field(default_factory=dict)
