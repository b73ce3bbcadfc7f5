"""Days and seasons in a sentence: "July 28, 1996", "in 1996"."""

from __future__ import annotations

import re
from calendar import month_name
from typing import NamedTuple

_MONTHS = {name.lower(): number for number, name in enumerate(month_name) if name}
_DAY = re.compile(
    rf"\b(?P<month>{'|'.join(_MONTHS)}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    r"(?:,? (?P<year>\d{4}))?\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b\d{1,2}:\d\d(?::\d\d)?\b")


class Day(NamedTuple):
    """A day said from start to end (exclusive), as YYYY-MM-DD or, without a year, -MM-DD."""

    start: int
    end: int
    iso: str


def days_in(text: str) -> list[Day]:
    return [
        Day(
            *found.span(),
            f"{found['year'] or ''}-{_MONTHS[found['month'].lower()]:02}-{int(found['day']):02}",
        )
        for found in _DAY.finditer(text)
    ]


def durations_in(text: str) -> list[tuple[int, int]]:
    """Where hours, minutes and seconds are said: 2:53:42."""
    return [found.span() for found in _CLOCK.finditer(text)]
