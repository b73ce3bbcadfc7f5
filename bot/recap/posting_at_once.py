"""Recaps posted by one process that is gone when it ends: at once, for a console."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.channel import NotPosted
from bot.recap.copies import Copy, mark_of
from bot.recap.covering import cover
from bot.recap.draft import PostState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.book import Book
    from bot.channel import Channel, Destination, Post, Posted
    from bot.recap.draft import Draft, Signature, Target
    from bot.recap.drafts import Did, Drafts
    from bot.recap.postings import Wanted

_NOT_LATER = "Nothing is posted here later; hold it back, and post it now."


class PostingsAtOnce:
    """What is posted is remembered as long as the process lasts."""

    def __init__(self, drafts: Drafts, channels: Mapping[str, Channel], book: Book) -> None:
        self._drafts = drafts
        self._channels = channels  # by their platforms
        self._book = book
        self._posted: dict[tuple[str, Destination], Posted] = {}
        self._states: dict[str, dict[Destination, PostState]] = {}
        self._copies: dict[str, Copy] = {}

    async def keep(
        self, draft: Draft, who: Signature, did: Did, wanted: tuple[Wanted, ...], words: str = ""
    ) -> Draft:
        """What a channel refuses stands in its state, so the draft is never ahead of its copies."""
        kept = await self._drafts.change(draft, who, did, words)
        does = {"send": self.send, "update": self.update, "undo": self.undo}
        for each in wanted:
            await does[each](kept, who)
        return kept

    async def send(self, draft: Draft, who: Signature) -> None:  # noqa: ARG002 - nobody else is there
        states = self._states.setdefault(draft.id, {})
        for target in draft.targets:
            if draft.state == "scheduled":
                states[target.to] = PostState(target, "waiting", _NOT_LATER)
            elif (draft.id, target.to) not in self._posted:
                states[target.to] = await self._post(draft, target)

    async def update(self, draft: Draft, who: Signature) -> None:  # noqa: ARG002
        for target in draft.targets:
            if posted := self._posted.get((draft.id, target.to)):
                post = replace(self._drawn(draft, target), roles=())
                self._states[draft.id][target.to] = await self._replace(target, posted, post)

    async def undo(self, draft: Draft, who: Signature) -> None:  # noqa: ARG002
        for to, state in self._states.get(draft.id, {}).items():
            posted = self._posted.get((draft.id, to))
            self._states[draft.id][to] = await self._remove(state.target, posted)
            if self._states[draft.id][to].state == "removed":
                self._posted.pop((draft.id, to), None)
                self._copies.pop(mark_of(draft.id, state.target, 1), None)

    async def find(self, mark: str) -> Copy | None:
        """What the button of a covered post tells."""
        return self._copies.get(mark)

    async def states(self, draft: Draft) -> tuple[PostState, ...]:
        return tuple(self._states.get(draft.id, {}).values())

    async def proposal(self, draft: Draft) -> None:
        """The rows stay the same as long as the process lasts."""

    async def _post(self, draft: Draft, target: Target) -> PostState:
        if target.to.platform not in self._channels:
            return PostState(target, "failed", f"I am not on {target.to.platform} here.")
        try:
            posted = await self._channel(target).post(target.to, self._drawn(draft, target))
        except NotPosted as why:
            return PostState(target, "failed", str(why))
        self._posted[draft.id, target.to] = posted
        return PostState(target, "posted")

    async def _replace(self, target: Target, posted: Posted, post: Post) -> PostState:
        try:
            await self._channel(target).replace(posted, post)
        except NotPosted as why:
            return PostState(target, "failed", str(why))
        return PostState(target, "posted")

    async def _remove(self, target: Target, posted: Posted | None) -> PostState:
        try:
            if posted:
                await self._channel(target).remove(posted)
        except NotPosted as why:
            return PostState(target, "failed", str(why))
        return PostState(target, "removed")

    def _channel(self, target: Target) -> Channel:
        return self._channels[target.to.platform]

    def _drawn(self, draft: Draft, target: Target) -> Post:
        from bot.recap.drawing_up import recap_of  # slow to load, and most chats never need it

        mark = mark_of(draft.id, target, 1)
        self._copies[mark] = Copy(mark, target, draft)
        return cover(recap_of(draft, self._book), target, draft, mark)
