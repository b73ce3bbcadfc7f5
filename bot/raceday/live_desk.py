"""The live desk: asks the feed only while somebody looks, once for all who look, at its pace."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Protocol

from bot.race_control import Look, at
from knowledge.live.reading import NotReadable, read_snapshot
from knowledge.sources.fetching.backing_off import wait_after
from knowledge.sources.fetching.outcomes import Answer, NotThere, OutOfReach, Unchanged

if TYPE_CHECKING:
    from collections.abc import Callable

    from knowledge.sources.fetching.outcomes import Outcome

PACE = 5.0
"""Seconds between two requests, whoever looks how often."""

NOT_THERE = 900.0
"""Seconds; who says that there is nothing for us is not asked again soon."""

PATIENCE = 2.0
"""Seconds that whoever looks waits for an answer; platforms give up after three."""


class LiveFeed(Protocol):
    """Asks for the session on track, politely; sends what we have by its ETag."""

    async def ask(self, etag: str) -> Outcome: ...


class LiveDesk:
    """One for all platforms of a process; it keeps nothing but the last snapshot."""

    def __init__(self, feed: LiveFeed, now: Callable[[], float]) -> None:
        self._feed = feed
        self._now = now  # seconds since 1970
        self._look = Look()
        self._etag = ""
        self._free_at = 0.0
        self._failed = 0  # times in a row
        self._asking: asyncio.Task[None] | None = None

    async def look(self, patience: float = PATIENCE) -> Look:
        """How it stands; what comes too late for whoever looks is there for the next."""
        if self._asking is None and self._now() >= self._free_at:
            self._asking = asyncio.create_task(self._ask())
        if self._asking is not None:
            await asyncio.wait((self._asking,), timeout=patience)
        if self._look == Look():
            return Look(trouble="The live feed has not answered yet; look again in a moment.")
        return self._look

    async def close(self) -> None:
        """Ask nothing any more."""
        if self._asking is not None:
            self._asking.cancel()
            await asyncio.wait((self._asking,))

    async def _ask(self) -> None:
        try:
            outcome = await self._feed.ask(self._etag)
            self._take(outcome)
        finally:
            self._asking = None

    def _take(self, outcome: Outcome) -> None:
        now = self._now()
        match outcome:
            case Answer():
                self._free_at, self._failed = now + PACE, 0
                self._read(outcome, now)
            case Unchanged():
                self._free_at, self._failed = now + PACE, 0
                self._look = Look(self._look.snapshot)
            case NotThere():
                self._free_at = now + NOT_THERE
                self._fail(f"The live feed has nothing for us ({outcome.status}).")
            case OutOfReach():
                self._failed += 1
                self._free_at = now + max(outcome.rest, wait_after(self._failed, None))
                self._fail(f"The live feed does not answer: {outcome.why}.")
            case _:
                self._free_at = now + NOT_THERE
                self._fail(f"The live feed's answer was refused: {outcome.why}.")

    def _read(self, answer: Answer, now: float) -> None:
        """What cannot be read must come anew, whole."""
        try:
            self._look = Look(read_snapshot(answer.content, at(now)))
            self._etag = answer.etag
        except NotReadable as why:
            self._fail(f"The live feed says nothing that I can use: {why}.")

    def _fail(self, trouble: str) -> None:
        self._etag = ""
        self._look = Look(self._look.snapshot, trouble)
