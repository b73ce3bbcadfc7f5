"""onthisday: the races that were run on a day of the year, today's where none is named."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from bot.asked import asked
from bot.command import Option
from knowledge.answer import Unknown

if TYPE_CHECKING:
    from collections.abc import Mapping

_NUMBERS = re.compile(r"^(?:(?P<year>\d{4})-)?(?P<month>\d{1,2})[-/.](?P<day>\d{1,2})$")
_LEAP_YEAR = 2000


def _question(given: Mapping[str, str], today: date) -> str | Unknown:
    typed = given.get("date", "").strip()
    numbers = _NUMBERS.match(typed)
    if numbers:
        day = _written_out(int(numbers["month"]), int(numbers["day"]))
        if not day:
            return Unknown(f"No year has a {typed}; write the month first, like 7/4.")
        typed = day
    return f"what happened on {typed or _written_out(today.month, today.day)}"


def _written_out(month: int, day: int) -> str:
    """Write "July 4"; nothing where there is no such day."""
    try:
        return f"{date(_LEAP_YEAR, month, day):%B} {day}"
    except ValueError:
        return ""


ONTHISDAY = asked(
    "onthisday",
    "The races that were run on this day, or on another",
    _question,
    Option("date", "A day like July 4 or 7/4; today where none is named", longest=30),
)
