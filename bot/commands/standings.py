"""standings: those of a season, so far where it is still running."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.asked import asked
from bot.commands.options import SEASON, SERIES
from knowledge.answer import Unknown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


def _question(given: Mapping[str, str], today: date) -> str | Unknown:
    series = given.get("series", "")
    if series == "all three series":
        return Unknown("Each series has standings of its own; name one.")
    return f"{series} standings {given.get('season', '')}".strip()


STANDINGS = asked(
    "standings", "The standings of a season, so far where it runs", _question, SERIES, SEASON
)
