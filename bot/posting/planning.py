"""What becomes of a recap's copies when they are to be posted, drawn anew or taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.recap.copies import Change, Copy, mark_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.channel import Destination
    from bot.recap.draft import Draft
    from bot.recap.postings import Wanted
    from bot.recap.timing import Timing
    from bot.store.recap_posts import Plan


def plan(wanted: Wanted, draft: Draft, timings: Mapping[Destination, Timing], now: float) -> Plan:
    """The times of all channels that the draft or a copy of it goes to; now in seconds."""
    planner = _Planner(_unnamed(draft), timings, now)
    how = {"send": planner.sent, "update": planner.updated, "undo": planner.undone}[wanted]
    return lambda copies: tuple(how(copies))


@dataclass(frozen=True, slots=True)
class _Planner:
    draft: Draft
    timings: Mapping[Destination, Timing]
    now: float

    def sent(self, copies: tuple[Copy, ...]) -> Iterator[Change]:
        draft = self.draft
        wanted = {copy.target.to: copy for copy in copies if not copy.undone}
        for target in draft.targets:
            copy = wanted.pop(target.to, None)
            if copy is None:
                turn = 1 + sum(each.target.to == target.to for each in copies)
                new = Copy(mark_of(draft.id, target, turn), target, draft, turn)
                yield self._begun(new)
            elif not copy.message:
                again = replace(copy, target=target, draft=_later(draft, copy.draft))
                yield self._begun(again)
            elif copy.state == "failed":
                yield self._redrawn(replace(copy, draft=_later(draft, copy.draft)))
        for copy in wanted.values():
            if not copy.message:  # its channel was taken off the list before it was posted there
                yield self._undone(copy)

    def updated(self, copies: tuple[Copy, ...]) -> Iterator[Change]:
        draft = self.draft
        targets = {target.to: target for target in draft.targets}
        for copy in copies:
            if copy.undone or draft.version < copy.draft.version:
                continue
            newer = replace(copy, target=targets.get(copy.target.to, copy.target), draft=draft)
            if copy.message:
                yield self._redrawn(newer)
            elif copy.state == "waiting":
                yield self._begun(newer)
            else:
                yield Change(newer)

    def undone(self, copies: tuple[Copy, ...]) -> Iterator[Change]:
        return (self._undone(copy) for copy in copies if copy.state != "removed")

    def _begun(self, copy: Copy) -> Change:
        timing = self.timings[copy.target.to]
        return Change(replace(copy, state="waiting", why=timing.why), timing.due)

    def _redrawn(self, copy: Copy) -> Change:
        copy = replace(copy, state="posted", why="")
        return Change(copy, self.now if copy.lacking else None)

    def _undone(self, copy: Copy) -> Change:
        there = bool(copy.message)
        wanted = replace(copy, undone=True, state="posted" if there else "waiting", why="")
        return Change(wanted, self.now)


def _unnamed(draft: Draft) -> Draft:
    return replace(draft, drafted_by=None, approved_by=None)


def _later(draft: Draft, other: Draft) -> Draft:
    return other if other.version > draft.version else draft
