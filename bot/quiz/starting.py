"""When a night begins, in words; and the moments before it at which it is called to mind."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.quiz.night import Night

_HOUR = 3600
BEFORE = (24 * _HOUR, _HOUR, 300)
"""Seconds before the start at which every channel is reminded."""

_IN_WORDS = {24 * _HOUR: "in 24 hours", _HOUR: "in an hour", 300: "in five minutes"}


def start_of(night: Night) -> float | None:
    """None where the host opens it himself, or it has begun."""
    return night.head.until if night.head.phase == "gathering" else None


def phrase_start(starts: float, zone: str) -> str:
    """The day and time there: "Friday, November 27 at 20:00 (America/New_York)"."""
    moment = datetime.fromtimestamp(starts, ZoneInfo(zone))
    return f"{moment:%A, %B} {moment.day} at {moment:%H:%M} ({zone})"


def begins_words(night: Night) -> str:
    starts = start_of(night)
    return f"It begins on {phrase_start(starts, night.zone)}." if starts and night.zone else ""


def reminders(starts: float, now: float) -> Iterator[tuple[int, float]]:
    """How long before, and when, of those that are still to come."""
    for before in BEFORE:
        if starts - before > now:
            yield before, starts - before


def reminder_words(night: Night, before: int) -> str:
    return f"{night.title} begins {_IN_WORDS[before]}."
