"""Drafts and links of one process: for a console that is gone when it ends."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from bot.codes import new_code, read_code
from bot.recap.draft import Target, next_version
from bot.recap.drafts import LINKED_WITHIN, SETTLING, TOLD, Done, Outdated, Template
from bot.recap.forgetting import anonymous, is_by, without_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.channel import Destination
    from bot.recap.draft import Draft, Signature
    from bot.recap.drafts import Did
    from bot.request import User


_OF_PROPOSALS = ("proposed", *SETTLING)


class DraftsInMemory:
    """The drafts, each with its audit trail."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock  # seconds since 1970
        self._drafts: dict[str, Draft] = {}  # the latest that was worked on is the last
        self._history: dict[str, list[Done]] = {}
        self._templates: dict[tuple[str, str], Template] = {}

    async def begin(self, draft: Draft, who: Signature) -> Draft:
        if draft.id not in self._drafts:
            self._drafts[draft.id] = draft
            await self.note(draft, who, "drafted")
        return self._drafts[draft.id]

    async def find(self, key: str) -> Draft | None:
        return self._drafts.get(key)

    async def recent(self, platform: str, community: str, most: int) -> tuple[Draft, ...]:
        theirs = [each for each in self._drafts.values() if _is_of(each, platform, community)]
        return tuple(reversed(theirs))[:most]

    async def change(self, draft: Draft, who: Signature, did: Did, words: str = "") -> Draft:
        if self._drafts[draft.id].version != draft.version:
            raise Outdated
        del self._drafts[draft.id]
        self._drafts[draft.id] = changed = next_version(draft)
        self._write(changed, who, did, words)
        return changed

    async def note(self, draft: Draft, who: Signature, did: Did, words: str = "") -> int:
        return self._write(draft, who, did, words)

    async def history(self, key: str) -> tuple[Done, ...]:
        return tuple(self._history.get(key, ()))

    async def told(self, platform: str, community: str) -> tuple[Done, ...]:
        out = [
            next((done for done in reversed(self._history[each.id]) if done.did in TOLD), None)
            for each in reversed(self._drafts.values())
            if _is_of(each, platform, community) and each.state in ("posted", "scheduled")
        ]
        return tuple(done for done in out if done)

    async def proposed(self, platform: str, community: str) -> frozenset[str]:
        last = {
            key: next((each.did for each in reversed(done) if each.did in _OF_PROPOSALS), "")
            for key, done in self._history.items()
            if _is_of(self._drafts[key], platform, community)
        }
        return frozenset(key for key, did in last.items() if did == "proposed")

    async def template(self, platform: str, community: str) -> Template:
        return self._templates.get((platform, community), Template())

    async def keep_template(self, platform: str, community: str, template: Template) -> None:
        self._templates[platform, community] = template

    async def signed(self, user: User) -> int:
        return sum(
            any(is_by(done.who, user) for done in history) for history in self._history.values()
        )

    async def forget(self, user: User) -> int:
        count = await self.signed(user)
        for key, history in self._history.items():
            name = next((done.who.name for done in history if is_by(done.who, user)), "")
            self._drafts[key] = without_name(self._drafts[key], user, name)
            self._history[key] = [anonymous(done, user, name) for done in history]
        return count

    def _write(self, draft: Draft, who: Signature, did: Did, words: str = "") -> int:
        history = self._history.setdefault(draft.id, [])
        history.append(Done(len(history) + 1, did, who, self._clock(), draft, words))
        return len(history)


class LinksInMemory:
    """The links of communities that talk in one process."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock  # seconds since 1970
        self._offered: dict[str, tuple[float, Target]] = {}
        self._linked: dict[tuple[str, str], list[Target]] = {}

    async def offer(self, to: Destination, name: str) -> str:
        code = new_code()
        self._offered[code] = self._clock() + LINKED_WITHIN, Target(to, name)
        return code

    async def take_up(self, code: str, platform: str, community: str) -> Target | None:
        expires, target = self._offered.pop(read_code(code), (0.0, None))
        if target is None or expires <= self._clock():
            return None
        self._linked.setdefault((platform, community), []).append(target)
        return target

    async def linked(self, platform: str, community: str) -> tuple[Target, ...]:
        return tuple(self._linked.get((platform, community), ()))

    async def lent(self, platform: str, community: str) -> tuple[Target, ...]:
        lent = {each.to: each for targets in self._linked.values() for each in targets}
        ours = (platform, community)
        return tuple(each for to, each in lent.items() if (to.platform, to.community) == ours)

    async def end(self, to: Destination) -> None:
        for whose, targets in self._linked.items():
            self._linked[whose] = [each for each in targets if each.to != to]


def _is_of(draft: Draft, platform: str, community: str) -> bool:
    return (draft.platform, draft.community) == (platform, community)
