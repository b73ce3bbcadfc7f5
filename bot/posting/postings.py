"""Puts recaps into channels as moderators want them: each copy once, and as its draft is."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from bot.posting.delivery import WENT_WRONG
from bot.recap.copies import Change, Copy, mark_of
from bot.recap.correcting import find_proposal
from bot.recap.draft import PostState
from bot.recap.timing import timing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bot.book import Book
    from bot.channel import Destination
    from bot.recap.correcting import Proposal
    from bot.recap.draft import Draft, Signature, Target
    from bot.recap.timing import Timing
    from bot.store.preferences import StoredPreferences
    from bot.store.recap_posts import RecapPosts

_IS_EDITED = "The latest edit is on its way there."
_IS_UNDONE = "It is being taken back."

_REMEMBERED = 200
"""Recaps of which it is known what the rows contradict."""


class StoredPostings:
    """Keeps what is wanted; the crew of each platform's own processes does it.

    Who wanted it is not kept here, but in the trail of the draft, where a name can be deleted.
    """

    def __init__(
        self,
        posts: RecapPosts,
        preferences: StoredPreferences,
        book: Book,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._posts = posts
        self._preferences = preferences
        self._book = book
        self._clock = clock  # seconds since 1970
        self._proposals: dict[str, tuple[tuple[Draft, tuple[Copy, ...]], Proposal | None]] = {}

    async def send(self, draft: Draft, who: Signature) -> None:  # noqa: ARG002 - see above
        timings = await self._timings(draft, draft.targets)
        await self._posts.change(
            draft.id, lambda copies: tuple(self._sent(_unnamed(draft), copies, timings))
        )

    async def update(self, draft: Draft, who: Signature) -> None:  # noqa: ARG002 - see above
        copies = await self._posts.of(draft.id)
        timings = await self._timings(draft, (*(copy.target for copy in copies), *draft.targets))
        await self._posts.change(
            draft.id, lambda copies: tuple(self._updated(_unnamed(draft), copies, timings))
        )

    async def undo(self, draft: Draft, who: Signature) -> None:  # noqa: ARG002 - see above
        await self._posts.change(
            draft.id,
            lambda copies: [self._undone(copy) for copy in copies if copy.state != "removed"],
        )

    async def states(self, draft: Draft) -> tuple[PostState, ...]:
        """Of each channel the copy that was wanted last, and any that is still to be taken back."""
        copies = sorted(await self._posts.of(draft.id), key=lambda copy: copy.turn)
        last = {copy.target.to: copy for copy in copies}
        shown = [
            copy
            for copy in copies
            if copy is last[copy.target.to] or copy.state not in ("removed", "waiting")
        ]
        return tuple([await self._state(copy) for copy in shown])

    async def proposal(self, draft: Draft) -> Proposal | None:
        """Worked out once for the same copies: it takes as long as many an answer."""
        copies = await self._posts.of(draft.id)
        known = self._proposals.get(draft.id)
        if known is None or known[0] != (draft, copies):
            if len(self._proposals) >= _REMEMBERED:
                del self._proposals[next(iter(self._proposals))]
            known = (draft, copies), find_proposal(self._book, draft, copies)
            self._proposals[draft.id] = known
        return known[1]

    def _sent(
        self, draft: Draft, copies: tuple[Copy, ...], timings: Mapping[Destination, Timing]
    ) -> Iterator[Change]:
        wanted = {copy.target.to: copy for copy in copies if not copy.undone}
        for target in draft.targets:
            copy = wanted.pop(target.to, None)
            if copy is None:
                turn = 1 + sum(each.target.to == target.to for each in copies)
                new = Copy(mark_of(draft.id, target, turn), target, draft, turn)
                yield _begun(new, timings[target.to])
            elif not copy.message:
                again = replace(copy, target=target, draft=_later(draft, copy.draft))
                yield _begun(again, timings[target.to])
            elif copy.state == "failed":
                yield self._redrawn(replace(copy, draft=_later(draft, copy.draft)))
        for copy in wanted.values():
            if not copy.message:  # its channel was taken off the list before it was posted there
                yield self._undone(copy)

    def _updated(
        self, draft: Draft, copies: tuple[Copy, ...], timings: Mapping[Destination, Timing]
    ) -> Iterator[Change]:
        targets = {target.to: target for target in draft.targets}
        for copy in copies:
            if copy.undone or draft.version < copy.draft.version:
                continue
            newer = replace(copy, target=targets.get(copy.target.to, copy.target), draft=draft)
            if copy.message:
                yield self._redrawn(newer)
            elif copy.state == "waiting":
                yield _begun(newer, timings[copy.target.to])
            else:
                yield Change(newer)

    def _redrawn(self, copy: Copy) -> Change:
        copy = replace(copy, state="posted", why="")
        return Change(copy, self._clock() if copy.lacking else None)

    def _undone(self, copy: Copy) -> Change:
        wanted = replace(copy, undone=True, state="posted" if copy.message else "waiting", why="")
        return Change(wanted, self._clock())

    async def _timings(
        self, draft: Draft, targets: tuple[Target, ...]
    ) -> dict[Destination, Timing]:
        return {target.to: await self._timing(draft, target) for target in targets}

    async def _timing(self, draft: Draft, target: Target) -> Timing:
        to = target.to
        there = await self._preferences.of_channel(to.platform, to.community, to.channel)
        (race,) = self._book.races(draft.race)
        return timing(draft, target, date.fromisoformat(race.date), there.zone, self._clock())

    async def _state(self, copy: Copy) -> PostState:
        if copy.lacking and await self._posts.is_given_up(copy):
            return PostState(copy.target, "failed", WENT_WRONG)
        why = copy.why
        if copy.state == "posted" and copy.version != copy.draft.version:
            why = why or _IS_EDITED
        if copy.undone and copy.lacking:
            why = why or _IS_UNDONE
        return PostState(copy.target, copy.state, why)


def _unnamed(draft: Draft) -> Draft:
    return replace(draft, drafted_by=None, approved_by=None)


def _later(draft: Draft, other: Draft) -> Draft:
    return other if other.version > draft.version else draft


def _begun(copy: Copy, timing: Timing) -> Change:
    return Change(replace(copy, state="waiting", why=timing.why), timing.due)
