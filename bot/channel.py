"""How Spotter speaks unasked: it posts in channels, and changes or takes back what it posted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

from bot.reply import Reply, Seen, Text

if TYPE_CHECKING:
    from bot.reply import Button


LONGEST_MARK = 20
"""Letters and digits by which a post is found again."""


@dataclass(frozen=True, slots=True)
class Destination:
    """A channel of a community, by the platform's own keys."""

    platform: str
    community: str
    channel: str


@dataclass(frozen=True, slots=True)
class Post:
    """What is posted, and a mark that is its own: by it a post is found that nobody noted."""

    reply: Reply
    mark: str  # letters and digits, at most LONGEST_MARK
    roles: tuple[str, ...] = ()  # these are mentioned, and nobody else ever
    cover: Button | None = None  # what the reply tells stays covered: bars, or this button
    thread: str = ""  # the reply goes into a thread of this name, below its title alone


Stage: TypeAlias = Literal["planned", "on", "gone"]
"""It is to begin at its time; it has begun; it is over, or does not take place."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """What happens in a channel at a time, for the list of events that a community may have."""

    mark: str  # letters and digits that are its own, by which it is found again
    stage: Stage
    title: str = ""
    words: str = ""
    begins: float = 0.0  # seconds since 1970; both matter only while it is planned
    ends: float = 0.0


@dataclass(frozen=True, slots=True)
class Posted:
    """A post that is there, by the platform's own key of its message."""

    to: Destination
    message: str
    thread: str = ""  # key of the message or thread that holds the rest, where there is one


class NotPosted(Exception):
    """The platform did not take it; the sentence is for the moderators."""

    def __init__(self, why: str, again_in: float | None = None, *, gone: bool = False) -> None:
        super().__init__(why)
        self.again_in = again_in  # seconds; nothing where trying again is in vain
        self.gone = gone  # the message, or all that it stood in, or the right to change it


BARS = frozenset({"discord"})
"""Platforms that can hide words behind bars; elsewhere a button stands for what is covered."""


def parts_of(
    post: Post, platform: str, *, in_thread: bool | None = None
) -> tuple[Reply, Reply | None]:
    """What stands in the channel, and what in the thread below it, where there is one."""
    whole, cover = post.reply, post.cover if platform not in BARS else None
    covered = Reply(whole.title, buttons=(cover,), series=whole.series) if cover else None
    if not (bool(post.thread) if in_thread is None else in_thread):
        return covered or whole, None
    title = Reply(whole.title, series=whole.series, link=whole.link)
    return title, covered or replace(whole, title="", link=None)


def seen_of(post: Post, platform: str) -> tuple[Seen, ...]:
    """A post as the readers of that platform will see it."""
    above, below = parts_of(post, platform)
    covered = post.cover is not None and platform in BARS
    first = Seen(above, covered=covered, roles=post.roles)
    return (first, Seen(below, f"in the thread {post.thread}", covered)) if below else (first,)


def buttons_of(seen: tuple[Seen, ...]) -> tuple[Text, ...]:
    """What can be pressed there once it is posted; before that its buttons would do nothing."""
    labels = " · ".join(button.label for each in seen for button in each.reply.buttons)
    return (Text(f"With a button: {labels}", "quiet"),) if labels else ()


class Channel(Protocol):
    """The channels of one platform."""

    async def post(self, to: Destination, post: Post, *, again: bool = False) -> Posted:
        """Post it once; `again`: an attempt before may have done so, so look for its mark first."""

    async def replace(self, posted: Posted, post: Post) -> None:
        """Draw it anew in its place; nobody is mentioned again."""

    async def remove(self, posted: Posted) -> None:
        """Take it back; what is gone already is well."""

    async def publish(self, posted: Posted) -> bool:
        """Hand it on to those who follow an announcement channel; False where it is none."""

    async def list_occasion(self, to: Destination, occasion: Occasion) -> None:
        """Have it among the community's events as it is now, once; nothing where it has none."""

    async def head_count(self, community: str, role: str) -> int | None:
        """How many a mention of the role reaches; None where the platform does not say."""

    async def role_name(self, community: str, role: str) -> str:
        """What people there call the role; empty where the platform does not say."""

    async def channel_name(self, to: Destination) -> str:
        """What people there call the channel; empty where the platform does not say."""
