"""race: the result of one race, or of the races at a track in a season."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.asked import asked, scope_words
from bot.command import Option
from bot.commands.options import SEASON, SERIES, TRACK
from knowledge.answer import Unknown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


def _question(given: Mapping[str, str], today: date) -> str | Unknown:
    if "race" not in given and "track" not in given:
        return Unknown("Name a race, or a track with a season.")
    race = f"of {given['race']}" if "race" in given else ""
    return " ".join(filter(None, ("full results", race, scope_words(given))))


RACE = asked(
    "race",
    "Who finished where in a race",
    _question,
    Option("race", "A race, by its name and year", kind="race"),
    TRACK,
    SEASON,
    SERIES,
)
