"""When to sync next: every few hours, and soon after a race should have ended."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from knowledge.sources.fetching.listed_races import LASTS, listed_races

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from knowledge.sources.fetching.archive import Archive

SOON = timedelta(minutes=30)
STAYS_NEWS = timedelta(hours=6)
"""The standings are written some two hours after the finish; rain may hold both up."""


def next_sync(now: datetime, starts: Iterable[datetime], every: timedelta) -> datetime:
    """At the end that a start lets expect, and often after it; else when the hours have passed."""
    nearest = now + every
    for start in starts:
        end = start + LASTS
        if now < end:
            nearest = min(nearest, end)
        elif now < end + STAYS_NEWS:
            nearest = min(nearest, now + SOON)
    return nearest


def known_starts(archive: Archive, season: int) -> list[datetime]:
    return [start for race in listed_races(archive, season) for start in race.starts]
