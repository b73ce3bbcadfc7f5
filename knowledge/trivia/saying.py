"""How quiz questions say a series of an era, a race, and how far the rows reach."""

from __future__ import annotations

import re
from calendar import month_name
from typing import TYPE_CHECKING

from knowledge.highlights.saying import of_season
from knowledge.series import SERIES_WORDS

if TYPE_CHECKING:
    from knowledge.trivia.rows import Won

_CALLED = (
    ("cup", 1949, "Strictly Stock (Cup) Series"),
    ("cup", 1950, "Grand National (Cup) Series"),
    ("cup", 1971, "Winston Cup Series"),
    ("cup", 2004, "Nextel Cup Series"),
    ("cup", 2008, "Sprint Cup Series"),
    ("cup", 2017, "Monster Energy Cup Series"),
    ("cup", 2020, "Cup Series"),
    ("xfinity", 1982, "Late Model Sportsman (Xfinity) Series"),
    ("xfinity", 1984, "Busch (Xfinity) Series"),
    ("xfinity", 2008, "Nationwide (Xfinity) Series"),
    ("xfinity", 2015, "Xfinity Series"),
    ("xfinity", 2026, "O'Reilly Auto Parts (Xfinity) Series"),
    ("truck", 1995, "SuperTruck Series"),
    ("truck", 1996, "Craftsman Truck Series"),
    ("truck", 2009, "Camping World Truck Series"),
    ("truck", 2019, "Gander Truck Series"),
    ("truck", 2021, "Camping World Truck Series"),
    ("truck", 2023, "Craftsman Truck Series"),
)
"""Each series from each season on, by the name it then had; today's stands beside an odd one."""

_PRESENTED = re.compile(r",?\s+(?:presented|powered|supporting|presents)\b.*$", re.IGNORECASE)
_DISTANCE = re.compile(r"^(\d+) (Mile|Lap)s at .*")
_EARLIER_NAME = {"Coca-Cola 600": "Coca-Cola 600 (once the World 600)"}


def series_then(series: str, season: int) -> str:
    """The series as it was called in a season: "Winston Cup Series"."""
    names = [name for key, first, name in _CALLED if key == series and first <= season]
    return names[-1] if names else series_now(series)


def series_now(series: str) -> str:
    return f"{SERIES_WORDS[series]} Series"


def race_words(won: Won, track: str, *, alone: bool) -> str:
    """Name a race so that it can be no other: by its season where its name stands alone."""
    name = _DISTANCE.sub(lambda of: f"{of[1]}-{of[2].lower()} race", won.name)
    name = _PRESENTED.sub("", name).removeprefix("The ")
    there = "" if not track or track in name else f" at {track}"
    if not alone:
        return f"{name}{there} on {day(won.date)}"
    return f"{of_season(name, won.season)}{there}"


def jewel_words(name: str) -> str:
    """Name a race that is run each year: "Coca-Cola 600 (once the World 600)"."""
    return _EARLIER_NAME.get(name, name)


def day(date: str) -> str:
    """Write a date as Americans say it: "July 4, 1984"."""
    year, month, number = map(int, date.split("-"))
    return f"{month_name[month]} {number}, {year}"


def times(number: int) -> str:
    """Say how often: "once", "twice", "7 times"."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")
