"""Ages in years and days, from dates as the book writes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

_LEAP_DAY = (2, 29)


@dataclass(frozen=True, slots=True)
class Age:
    """Whole years, and the days since the last birthday."""

    years: int
    days: int

    def __str__(self) -> str:
        return f"{self.years} years and {self.days} {'day' if self.days == 1 else 'days'}"


def age(born: date, then: date) -> Age:
    birthday = _birthday(born, then.year)
    if birthday > then:
        birthday = _birthday(born, then.year - 1)
    return Age(birthday.year - born.year, (then - birthday).days)


def _birthday(born: date, year: int) -> date:
    """The birthday in a year; whoever was born on February 29 has it a day later in most."""
    if (born.month, born.day) == _LEAP_DAY and (year % 4 or (year % 100 == 0 and year % 400)):
        return date(year, 3, 1)
    return born.replace(year=year)
