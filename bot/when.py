"""How a moment and an age are said: by the reader's clock, and how far off it is."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.reply import Moment

if TYPE_CHECKING:
    from datetime import date

_MINUTE, _HOUR, _DAY = 60, 3600, 24 * 3600


def moment_of(start: datetime, zone: str, now: float) -> Moment:
    return moment_at(start.timestamp(), zone, now)


def moment_at(at: float, zone: str, now: float | None = None) -> Moment:
    """Seconds since 1970; without `now` it is not said how far off it is, which goes on changing.

    Where no zone is known, the words are those of UTC.
    """
    there = datetime.fromtimestamp(at, ZoneInfo(zone) if zone else UTC)
    clock = f"{there:%I:%M %p}".lstrip("0")
    words = f"{there:%A}, {there:%B} {there.day}, {clock} {there:%Z}"
    return Moment(int(at), words, "" if now is None else wait(at - now))


def wait(seconds: float) -> str:
    """How far off: "in 3 days", "in 2 h 5 min", "14 min ago"."""
    told = length(abs(seconds))
    return f"in {told}" if seconds >= 0 else f"{told} ago"


def length(seconds: float) -> str:
    whole = int(seconds)
    if whole < _MINUTE:
        return f"{whole} s"
    if whole < _HOUR:
        return f"{whole // _MINUTE} min"
    if whole < 2 * _DAY:
        hours, minutes = divmod(whole // _MINUTE, 60)
        return f"{hours} h {minutes} min" if minutes else f"{hours} h"
    return f"{whole // _DAY} days"


def day_words(day: date) -> str:
    return f"{day:%A}, {day:%B} {day.day}"
