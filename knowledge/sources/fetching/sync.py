"""One sync: asks each source for what its plan wants, and archives whatever it answers."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

from knowledge.sources.fetching.archive import Check
from knowledge.sources.fetching.outcomes import Answer, NotThere, OutOfReach, Refused, Unchanged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from knowledge.sources.fetching.address import Wanted
    from knowledge.sources.fetching.archive import Archive
    from knowledge.sources.fetching.outcomes import Outcome
    from knowledge.sources.fetching.source import Source

What: TypeAlias = Literal["new", "unchanged", "not good", "not there", "refused", "stopped"]


class Client(Protocol):
    """Whatever asks one address and says what came of it."""

    async def ask(self, url: str, etag: str, most_bytes: int) -> Outcome:
        """Send what we have by its ETag; take no answer that is longer."""


@dataclass(frozen=True, slots=True)
class Step:
    """What came of one address; the last of a source may say for how many seconds to rest."""

    what: What
    words: str
    rest: float = 0.0


@dataclass(frozen=True, slots=True)
class Synced:
    """All steps of a sync."""

    steps: tuple[Step, ...] = ()

    def count(self, what: What) -> int:
        return sum(step.what == what for step in self.steps)

    @property
    def rest(self) -> float:
        return max((step.rest for step in self.steps), default=0.0)


@dataclass(slots=True)
class Sync:
    """Asks one source after the other, with what they are told by."""

    archive: Archive
    client: Client
    now: Callable[[], datetime]
    tell: Callable[[Step], None] = lambda _: None
    steps: list[Step] = field(default_factory=list)

    async def run(self, sources: Iterable[Source]) -> Synced:
        for source in sources:
            await self._ask_all(source)
        return Synced(tuple(self.steps))

    async def _ask_all(self, source: Source) -> None:
        """Plan anew after each round: a new list has new races. Nothing is asked twice."""
        asked = set()
        while wanted := [
            each
            for each in await asyncio.to_thread(source.plan, self.now(), self.archive)
            if each.address not in asked
        ]:
            for each in wanted:
                asked.add(each.address)
                step = await self._ask(source, each)
                self.steps.append(step)
                self.tell(step)
                if step.what == "stopped":
                    return

    async def _ask(self, source: Source, wanted: Wanted) -> Step:
        """Read and write the archive in a thread: others talk meanwhile."""
        address = wanted.address
        etag = await asyncio.to_thread(self.archive.etag_of, address)
        outcome = await self.client.ask(source.url(address), etag, source.most_bytes)
        if isinstance(outcome, OutOfReach):
            return Step(
                "stopped", f"{source.name}: {outcome.why}. No more of it now.", outcome.rest
            )
        step = await asyncio.to_thread(self._archive, wanted, outcome, etag)
        if step.what == "not there" and address.kind == "race list":
            return replace(step, what="stopped", words=f"{step.words} No more of it now.")
        return step

    def _archive(
        self, wanted: Wanted, outcome: Answer | Unchanged | NotThere | Refused, etag: str
    ) -> Step:
        """Keep the answer before the note that it was asked: a kill between costs one request."""
        address, at = wanted.address, self.now()
        if isinstance(outcome, Unchanged) and not etag:
            outcome = Refused("it says unchanged where nothing is held", outcome.status)
        step = self._step(wanted, outcome, at)
        new_etag = outcome.etag if isinstance(outcome, Answer) else etag
        self.archive.note(address, Check(at, outcome.status, new_etag, wanted.mark))
        return step

    def _step(
        self, wanted: Wanted, outcome: Answer | Unchanged | NotThere | Refused, at: datetime
    ) -> Step:
        words = wanted.address.words
        match outcome:
            case NotThere():
                return Step("not there", f"{words}: not there ({outcome.status}).")
            case Refused():
                return Step("refused", f"{words}: refused, {outcome.why}.")
            case Unchanged():
                return Step("unchanged", f"{words}: unchanged.")
        kept = self.archive.keep(wanted.address, outcome, at)
        fault = kept.fault if kept else self.archive.versions(wanted.address)[-1].fault
        if fault:
            return Step("not good", f"{words}: archived but not used, {fault}.")
        if kept is None:
            return Step("unchanged", f"{words}: unchanged.")
        return Step("new", f"{words}: archived.")
