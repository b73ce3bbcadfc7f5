"""Where drafts are kept: version by version, with who did what, and the community's template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

from bot.recap.draft import AT_ONCE

if TYPE_CHECKING:
    from bot.channel import Destination
    from bot.recap.draft import Draft, Signature, Target
    from bot.recap.recap import Key
    from bot.request import User

Did: TypeAlias = Literal[
    "drafted", "edited", "set aside", "asked", "approved", "posted", "scheduled", "updated",
    "proposed", "corrected", "left", "held back", "undone", "official", "tried again", "template",
    "lent", "lent no more",
]  # fmt: skip
"""What can be done to a draft; set aside is a change that came too late."""

TOLD: tuple[Did, ...] = ("posted", "scheduled", "updated", "corrected")
"""By these the words of a draft go out."""

SETTLING: tuple[Did, ...] = (*TOLD, "left", "undone")
"""After these nothing is left of what was proposed before."""

NOBODY = "a former moderator"
"""Who did something and has had his name deleted."""

LINKED_WITHIN = 15 * 60
"""Seconds that a code for a channel can be taken up."""


class Outdated(Exception):
    """Somebody has changed the draft since the version that a change was made from."""


@dataclass(frozen=True, slots=True)
class Done:
    """One line of the audit trail, with the draft as it was then."""

    number: int
    did: Did
    who: Signature
    at: float  # seconds since 1970
    draft: Draft
    words: str = ""  # as they went out, where they did; what was proposed or left, by its digest


@dataclass(frozen=True, slots=True)
class Template:
    """How a community likes its recaps."""

    off: tuple[Key, ...] = ()
    order: tuple[Key, ...] = ()
    intro: str = ""
    signed: bool = True  # by whoever drafts
    targets: tuple[Target, ...] = ()
    roles: tuple[str, ...] = ()
    when: str = AT_ONCE
    approval: bool = False  # by a second moderator


class Drafts(Protocol):
    """Each draft belongs to one community, which has one for each race."""

    async def begin(self, draft: Draft, who: Signature) -> Draft:
        """Keep a new draft; where the race has one there already, that one."""

    async def find(self, key: str) -> Draft | None: ...

    async def recent(self, platform: str, community: str, most: int) -> tuple[Draft, ...]:
        """The latest that were worked on."""

    async def change(self, draft: Draft, who: Signature, did: Did, words: str = "") -> Draft:
        """Keep it as the version after the one it was made from, or Outdated."""

    async def note(self, draft: Draft, who: Signature, did: Did, words: str = "") -> int:
        """A line of the audit trail without a new version; its number."""

    async def history(self, key: str) -> tuple[Done, ...]:
        """Everything that was done, in its order."""

    async def told(self, platform: str, community: str) -> tuple[Done, ...]:
        """Of each recap that went out, and was not taken back, how it went out last."""

    async def proposed(self, platform: str, community: str) -> frozenset[str]:
        """The recaps for which a correction was proposed, and nothing was done about it."""

    async def template(self, platform: str, community: str) -> Template: ...

    async def keep_template(self, platform: str, community: str, template: Template) -> None: ...

    async def signed(self, user: User) -> int:
        """Under how many recaps a person's name is kept."""

    async def forget(self, user: User) -> int:
        """Take a person's name away wherever it is kept, and say under how many recaps it was."""


class Links(Protocol):
    """Channels that one community lets another post recaps in."""

    async def offer(self, to: Destination, name: str) -> str:
        """A code by which another community may take the channel up, for a quarter of an hour."""

    async def take_up(self, code: str, platform: str, community: str) -> Target | None: ...

    async def linked(self, platform: str, community: str) -> tuple[Target, ...]:
        """The channels elsewhere that a community may post in."""

    async def lent(self, platform: str, community: str) -> tuple[Target, ...]:
        """The channels of a community that others may post in."""

    async def end(self, to: Destination) -> None:
        """Nobody else may post there any more."""
