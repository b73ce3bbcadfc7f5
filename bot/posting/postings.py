"""Puts recaps into channels as moderators want them: each copy once, and as its draft is."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING

from bot.posting.delivery import WENT_WRONG
from bot.posting.planning import plan
from bot.recap.correcting import find_proposal
from bot.recap.draft import PostState, next_version
from bot.recap.timing import timing

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.book import Book
    from bot.channel import Destination
    from bot.recap.copies import Copy
    from bot.recap.correcting import Proposal
    from bot.recap.draft import Draft, Signature, Target
    from bot.recap.drafts import Did
    from bot.recap.postings import Wanted
    from bot.recap.timing import Timing
    from bot.store.preferences import StoredPreferences
    from bot.store.recap_posts import Also, RecapPosts
    from bot.store.recaps import StoredDrafts

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
        drafts: StoredDrafts,
        posts: RecapPosts,
        preferences: StoredPreferences,
        book: Book,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._drafts = drafts
        self._posts = posts
        self._preferences = preferences
        self._book = book
        self._clock = clock  # seconds since 1970
        self._proposals: dict[str, tuple[tuple[object, ...], Proposal | None]] = {}

    async def keep(
        self, draft: Draft, who: Signature, did: Did, wanted: tuple[Wanted, ...], words: str = ""
    ) -> Draft:
        kept = next_version(draft)
        await self._want(
            kept,
            wanted,
            also=lambda within: self._drafts.change(draft, who, did, words, within=within),
        )
        return kept

    async def send(self, draft: Draft, who: Signature) -> None:  # noqa: ARG002 - see above
        await self._want(draft, ("send",))

    async def update(self, draft: Draft, who: Signature) -> None:  # noqa: ARG002 - see above
        await self._want(draft, ("update",))

    async def undo(self, draft: Draft, who: Signature) -> None:  # noqa: ARG002 - see above
        await self._want(draft, ("undo",))

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
        """Worked out once for the same copies and book: it takes as long as many an answer."""
        copies = await self._posts.of(draft.id)
        of, known = (draft, copies, self._book.fingerprint), self._proposals.get(draft.id)
        if known is None or known[0] != of:
            if len(self._proposals) >= _REMEMBERED:
                del self._proposals[next(iter(self._proposals))]
            known = of, find_proposal(self._book, draft, copies)
            self._proposals[draft.id] = known
        return known[1]

    async def _want(
        self, draft: Draft, wanted: tuple[Wanted, ...], also: Also | None = None
    ) -> None:
        copies = await self._posts.of(draft.id)
        timings = await self._timings(draft, (*(copy.target for copy in copies), *draft.targets))
        plans = [plan(each, draft, timings, self._clock()) for each in wanted]
        await self._posts.change(draft.id, *plans, also=also)

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
