"""A feed on this machine, a client whose pauses are only noted, and an empty archive."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from knowledge.sources.fetching.archive import Archive
from knowledge.sources.fetching.polite import Manners, polite
from tests.knowledge.sources.fetching.loopback import serving

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from knowledge.sources.fetching.polite import Polite
    from tests.knowledge.sources.fetching.loopback import Loopback


@dataclass(slots=True)
class Clock:
    """Time goes on only where somebody pauses."""

    time: float = 1000.0
    pauses: list[float] = field(default_factory=list)

    async def pause(self, seconds: float) -> None:
        self.pauses.append(round(seconds, 3))
        self.time += seconds

    def __call__(self) -> float:
        return self.time


@pytest.fixture
async def feed() -> AsyncIterator[Loopback]:
    async with serving() as loopback:
        yield loopback


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def client(clock: Clock) -> AsyncIterator[Polite]:
    manners = Manners(time_out=0.2, pause=clock.pause, clock=clock)
    async with polite(manners) as each:
        yield each


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path)
