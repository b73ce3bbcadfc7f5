"""A copy: a recap in one channel, what is wanted there and what is there."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

from bot.channel import LONGEST_MARK, Posted

if TYPE_CHECKING:
    from bot.recap.draft import Draft, Target
    from bot.recap.recap import Key

Lines: TypeAlias = "tuple[tuple[Key, str], ...]"
"""Words of a recap by their blocks."""

Step: TypeAlias = Literal["post", "replace", "remove", "publish"]

UNCOVER = "uncover"
"""The verb of a cover's button; its words are the mark of the post."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What a moderator wants in a channel, and below it what is there."""

    mark: str
    target: Target
    draft: Draft
    turn: int = 1  # counted up where what was taken back is posted anew
    undone: bool = False  # wanted no more
    errand: int = 0  # number of the job that was put for it last
    state: Literal["waiting", "posted", "failed", "removed"] = "waiting"
    message: str = ""
    thread: str = ""
    version: int = 0  # of the draft, that it shows
    tried: bool = False  # somebody may have posted it without knowing
    told: Lines = ()  # what it shows
    struck: Lines = ()  # what it showed once, and the rows contradict
    disputed: tuple[Key, ...] = ()  # lines that the rows contradicted when it was posted anyway
    published: bool = False
    why: str = ""

    @property
    def lacking(self) -> Step | None:
        """What is to be done next so that the channel has what is wanted."""
        if self.state in ("failed", "removed"):
            return None
        if self.undone:
            return "remove"
        if not self.message:
            return "post"
        if self.version != self.draft.version:
            return "replace"
        return "publish" if self.draft.official and not self.published else None

    @property
    def posted(self) -> Posted:
        return Posted(self.target.to, self.message, self.thread)


@dataclass(frozen=True, slots=True)
class Change:
    """A copy as it is to be, and when something is to be done for that; perhaps never."""

    copy: Copy
    due: float | None = None  # seconds since 1970


def kind_of(platform: str) -> str:
    """The kind of the jobs that a platform's own processes do."""
    return f"recap {platform}"


def mark_of(recap: str, target: Target, turn: int) -> str:
    """The same for the same recap in the same channel, so that two who post it post one."""
    to = target.to
    named = f"{recap} {to.platform} {to.community} {to.channel} {turn}"
    return hashlib.sha256(named.encode()).hexdigest()[:LONGEST_MARK]


class Copies(Protocol):
    """Where copies are kept, as far as a button needs it."""

    async def find(self, mark: str) -> Copy | None: ...
