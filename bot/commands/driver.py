"""driver: a driver's card, of a whole career or of a part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.asked import asked, scope_words
from bot.commands.options import SEASON, SERIES, TRACK, driver

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


def _question(given: Mapping[str, str], today: date) -> str:
    return f"tell me about {given['driver']} {scope_words(given)}".strip()


DRIVER = asked(
    "driver",
    "A driver's card: starts, wins, poles and more, by series",
    _question,
    driver("driver", "A driver, by any name", required=True),
    SERIES,
    TRACK,
    SEASON,
)
