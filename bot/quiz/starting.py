"""When a night begins, is called to mind before, and closes where each plays in his own time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.reply import Fields
from bot.when import moment_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.quiz.night import Night
    from bot.reply import Told

_HOUR = 3600
BEFORE = (24 * _HOUR, _HOUR, 300)
"""Seconds before the start at which every channel is reminded."""

_IN_WORDS = {24 * _HOUR: "in 24 hours", _HOUR: "in an hour", 300: "in five minutes"}

_CLOSES = {
    "playing": "Open until",
    "locked": "Answers told by",
    "revealed": "Protests until",
}


def start_of(night: Night) -> float | None:
    """None where the host opens it himself, or it has begun."""
    return night.head.until if night.head.phase == "gathering" else None


def told_start(night: Night, now: float | None = None) -> tuple[Fields, ...]:
    """Nothing where the host opens it himself, and it was never to begin at a time."""
    facts = tuple(_start_facts(night, now))
    return (Fields(facts),) if facts else ()


def _start_facts(night: Night, now: float | None) -> Iterator[tuple[str, Told]]:
    if night.head.phase != "gathering":
        return
    starts, before = start_of(night), night.was_to_begin
    if starts:
        yield "Begins", moment_at(starts, night.zone, now)
    elif before:
        yield "Begins", "when the host opens it"
    if before:
        yield "Moved from", moment_at(before, night.zone)


def is_called_off(night: Night) -> bool:
    """It was ended before it began."""
    return night.head.phase == "over" and night.head.round < 0 and not night.open


def told_close(night: Night, now: float | None = None) -> tuple[Fields, ...]:
    """Only in one's own time: elsewhere it is a matter of seconds."""
    name = _CLOSES.get(night.head.phase, "")
    if not name or night.head.until is None or not night.rules.own_time:
        return ()
    return (Fields(((name, moment_at(night.head.until, night.zone, now)),)),)


def reminders(starts: float, now: float) -> Iterator[tuple[int, float]]:
    """How long before, and when, of those that are still to come."""
    for before in BEFORE:
        if starts - before > now:
            yield before, starts - before


def reminder_words(night: Night, before: int) -> str:
    return f"{night.title} begins {_IN_WORDS[before]}."
