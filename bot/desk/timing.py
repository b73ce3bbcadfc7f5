"""When a recap goes out: at once, when the result is official, or at a time of the moderator's."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.recap.draft import AT_ONCE, OFFICIAL
from bot.setting_fields import NotUnderstood

if TYPE_CHECKING:
    from collections.abc import Callable

_SPAN = re.compile(r"in (\d{1,3}|an?) ?(minute|min|hour|day)s?")
_SECONDS = {"minute": 60, "min": 60, "hour": 3600, "day": 24 * 3600}
_CLOCK = re.compile(r"(?:at )?(\d{1,2})(?::(\d\d))? ?([ap])?\.?(?:m\.?)?$")
_NAMED = {"noon": "12:00", "midnight": "0:00"}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WRITTEN = ("%Y-%m-%d", "%B %d %Y", "%b %d %Y", "%d %B %Y", "%d %b %Y")

EXAMPLES = "now, official, 18:30, tomorrow 9 am, in 2 hours or 2026-02-15 18:30"


def read_when(text: str, zone: str, now: float) -> str:
    """At once, official, or seconds since 1970; NotUnderstood says what is wrong."""
    said = " ".join(text.casefold().replace(",", " ").split())
    if said in ("", "now", AT_ONCE):
        return AT_ONCE
    if OFFICIAL in said:
        return OFFICIAL
    moment = find_moment(said, zone, now)
    if moment is None:
        raise NotUnderstood(f"I do not understand the time “{text}”; say {EXAMPLES}.")
    if moment <= now:
        raise NotUnderstood(f"“{text}” is past already; say now, or a later time.")
    return f"{moment:.0f}"


def find_moment(said: str, zone: str, now: float) -> float | None:
    """Seconds since 1970, also of what is past; none where no time is named."""
    said = " ".join(said.casefold().replace(",", " ").split())
    if span := _SPAN.fullmatch(said):
        number = int(span[1]) if span[1].isdecimal() else 1
        return now + number * _SECONDS[span[2]]
    return _read_moment(said, ZoneInfo(zone), now)


def phrase_when(when: str, zone: str) -> str:
    if when == OFFICIAL:
        return "when the result is marked official"
    if when == AT_ONCE:
        return AT_ONCE
    moment = datetime.fromtimestamp(float(when), ZoneInfo(zone))
    return f"{moment:%B} {moment.day}, {moment.year} at {moment:%H:%M} ({zone})"


def _read_moment(said: str, zone: ZoneInfo, now: float) -> float | None:
    """A day and a time, or a time alone, which is the next of it."""
    for name, clock in _NAMED.items():
        said = said.replace(name, clock)
    found = _CLOCK.search(said)
    time = _read_clock(found) if found else None
    if found is None or time is None:
        return None
    today = datetime.fromtimestamp(now, zone).date()
    day = said[: found.start()].removesuffix(" at").strip()
    if day:
        named = _read_day(day, today)
        return _moment(named, time, zone) if named else None
    at = _moment(today, time, zone)
    return at if at is None or at > now else _moment(today + timedelta(days=1), time, zone)


def _read_clock(found: re.Match[str]) -> tuple[int, int] | None:
    """18:30, 6:30 pm, 6 pm; a bare number is no time."""
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[3] == "p" else 0)
    elif found[2] is None:
        return None
    return (hour, minute) if hour < 24 and minute < 60 else None


def _read_day(said: str, today: date) -> date | None:
    if said in ("today", "tonight"):
        return today
    if said == "tomorrow":
        return today + timedelta(days=1)
    if said.removeprefix("on ") in _DAYS:
        ahead = (_DAYS.index(said.removeprefix("on ")) - today.weekday()) % 7
        return today + timedelta(days=ahead or 7)
    return _written(said, today.year)


def _written(said: str, year: int) -> date | None:
    """A date with its year, or of this one."""
    attempts: list[Callable[[], str]] = [lambda: said, lambda: f"{said} {year}"]
    for attempt in attempts:
        for form in _WRITTEN:
            try:
                return datetime.strptime(attempt(), form).date()  # noqa: DTZ007 - a day has no zone
            except ValueError:
                continue
    return None


def _moment(day: date, time: tuple[int, int], zone: ZoneInfo) -> float | None:
    """Seconds since 1970; none where the clocks skip that time."""
    moment = datetime(day.year, day.month, day.day, *time, tzinfo=zone)
    seconds = moment.timestamp()
    back = datetime.fromtimestamp(seconds, zone)
    return seconds if (back.hour, back.minute) == time else None
