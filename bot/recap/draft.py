"""A recap on its way: what the moderators of a community made of it, and where it goes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from bot.recap.recap import Edits

if TYPE_CHECKING:
    from bot.channel import Destination

State: TypeAlias = Literal["draft", "waiting", "scheduled", "posted", "undone"]
"""Being written, waiting for a second moderator, for its time, in its channels, taken back."""

AS_WRITTEN = Edits()
AT_ONCE, OFFICIAL = "at once", "official"


@dataclass(frozen=True, slots=True)
class Signature:
    """Who did something, by the platform's key, and by the name that readers see."""

    platform: str
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Target:
    """A channel that a recap goes to, with its way of keeping results covered."""

    to: Destination
    name: str = ""  # as moderators call it
    spoilers: str = "open"  # as bot.preferences has them


@dataclass(frozen=True, slots=True)
class Draft:
    """One recap of one race for one community, as its latest version has it."""

    id: str
    platform: str
    community: str
    race: str  # "2025 cup race 14": what RecordBook.races finds it by
    version: int = 1  # counted up by each change; who changed another version is told so
    state: State = "draft"
    edits: Edits = AS_WRITTEN
    favourites: tuple[str, ...] = ()  # drivers by name, as the community had them at the drafting
    targets: tuple[Target, ...] = ()
    roles: tuple[str, ...] = ()  # from the community's allow-list
    when: str = AT_ONCE  # at once, official, or seconds since 1970
    drafted_by: Signature | None = None
    approved_by: Signature | None = None
    anyway: bool = False  # posted though a figure is red: the post says whose figure it is
    official: bool = False


def next_version(draft: Draft) -> Draft:
    return replace(draft, version=draft.version + 1)


@dataclass(frozen=True, slots=True)
class PostState:
    """How far a recap is in one channel."""

    target: Target
    state: Literal["waiting", "posted", "failed", "removed"]
    why: str = ""  # it failed or waits, in a sentence for moderators
