"""Race control: what a command knows of races to come and of the one that runs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from knowledge.live.snapshot import Snapshot
    from knowledge.schedule.scheduled import Schedule


class Calendar(Protocol):
    """Where the schedule is read; it may take a disk, so it is called in a thread."""

    def find(self, now: datetime) -> Schedule | None: ...


@dataclass(frozen=True, slots=True)
class Look:
    """The newest snapshot there is, and what went wrong since in one line."""

    snapshot: Snapshot | None = None
    trouble: str = ""


class Desk(Protocol):
    """Where the live feed is looked at."""

    async def look(self) -> Look: ...


@dataclass(frozen=True, slots=True)
class RaceControl:
    """Without a calendar nothing is known of races to come; without a desk none is looked at."""

    calendar: Calendar | None = None
    desk: Desk | None = None
    fetches: bool = False  # whoever runs Spotter has the feed asked


NO_CONTROL = RaceControl()

SWITCH = "Whoever runs me can have NASCAR's unofficial feed asked, with SPOTTER_SYNC=all."


def at(seconds: float) -> datetime:
    """The clock of the bot as knowledge takes it."""
    return datetime.fromtimestamp(seconds, UTC)
