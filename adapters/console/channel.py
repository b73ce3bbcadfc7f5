"""How Spotter posts in a terminal: it is printed, and kept so that a change can be shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from adapters.console.render import show
from adapters.inert import inert
from bot.channel import NotPosted, Posted, buttons_of, seen_of
from bot.reply import Reply

if TYPE_CHECKING:
    from bot.channel import Destination, Occasion, Post


@dataclass(frozen=True, slots=True)
class _Kept:
    """What stands in a channel of the terminal."""

    to: Destination
    mark: str


class Channels:
    """Any word is a channel; what is posted lasts as long as the program."""

    def __init__(self) -> None:
        self._kept: dict[str, _Kept] = {}
        self._number = 0

    async def post(self, to: Destination, post: Post, *, again: bool = False) -> Posted:
        there = (key for key, kept in self._kept.items() if kept == _Kept(to, post.mark))
        if again and (earlier := next(there, "")):
            return _posted(to, earlier, bool(post.thread))
        self._number += 1
        key = str(self._number)
        self._kept[key] = _Kept(to, post.mark)
        called = f", calling {', '.join(map(inert, post.roles))}" if post.roles else ""
        _print(f"Posted in {to.channel}{called}", post, to, post.thread)
        return _posted(to, key, bool(post.thread))

    async def replace(self, posted: Posted, post: Post) -> None:
        self._get(posted)
        name = post.thread or posted.thread if posted.thread else ""
        _print(f"Changed in {posted.to.channel}", post, posted.to, name)

    async def remove(self, posted: Posted) -> None:
        if self._kept.pop(posted.message, None):
            print(f"\n--- Taken back from {inert(posted.to.channel)}: post {posted.message} ---")

    async def publish(self, posted: Posted) -> bool:
        self._get(posted)
        return False

    async def list_occasion(self, to: Destination, occasion: Occasion) -> None:
        """A terminal has none."""

    async def head_count(self, community: str, role: str) -> int | None:  # noqa: ARG002 - nobody else is there
        return None

    async def role_name(self, community: str, role: str) -> str:  # noqa: ARG002 - any word is one
        return ""

    async def channel_name(self, to: Destination) -> str:  # noqa: ARG002 - its key is its name
        return ""

    def _get(self, posted: Posted) -> _Kept:
        if posted.message not in self._kept:
            raise NotPosted("My message is gone.", gone=True)
        return self._kept[posted.message]


def _posted(to: Destination, key: str, in_thread: bool) -> Posted:
    return Posted(to, key, f"below {key}" if in_thread else "")


def _print(heading: str, post: Post, to: Destination, thread: str) -> None:
    """The title, and the rest below it; what is covered is behind a button, as on Slack."""
    print(f"\n--- {inert(heading)} ---")
    seen = seen_of(replace(post, thread=thread), to.platform)
    show(Reply(blocks=buttons_of(seen), seen=seen), None, "")
