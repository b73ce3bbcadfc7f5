"""versus: two to five drivers side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.asked import asked, scope_words
from bot.commands.options import MEASURE, SEASON, SERIES, driver
from knowledge.answer import Unknown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

_DRIVERS = ("first", "second", "third", "fourth", "fifth")


def _question(given: Mapping[str, str], today: date) -> str | Unknown:
    named = [given[name] for name in _DRIVERS if name in given]
    if len({name.casefold() for name in named}) < len(named):
        return Unknown("Name each driver once; nobody races against himself.")
    drivers = " or ".join(named)
    measure = given.get("measure", "wins")
    return f"who has more {measure}, {drivers}, {scope_words(given)}".rstrip(" ,")


VERSUS = asked(
    "versus",
    "Two to five drivers side by side",
    _question,
    driver("first", "A driver", required=True),
    driver("second", "Another driver", required=True),
    driver("third", "A third driver"),
    driver("fourth", "A fourth driver"),
    driver("fifth", "A fifth driver"),
    MEASURE,
    SERIES,
    SEASON,
)
