"""leaders: who has the most of something, or the best."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.asked import asked, scope_words
from bot.command import Option
from bot.commands.options import MEASURE, SEASON, SERIES, TRACK
from knowledge.answer import Unknown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

_KINDS = ("superspeedways", "intermediate tracks", "short tracks", "road courses", "dirt tracks")


def _question(given: Mapping[str, str], today: date) -> str | Unknown:
    if given.get("measure") == "championships" and {"track", "kind"} & given.keys():
        return Unknown("A championship is won over a season, not at a track.")
    words = [f"most {given.get('measure', 'wins')}", scope_words(given)]
    starts = given.get("starts") or ("1" if {"track", "season"} <= given.keys() else "")
    if starts and given.get("measure") in _AVERAGED:
        words.append(f"at least {starts} starts")
    return " ".join(filter(None, words))


_AVERAGED = frozenset({"average finish", "average start", "win percentage", "driver rating"})
"""Measures of which few starts say little; at one track in one season there are but few."""

LEADERS = asked(
    "leaders",
    "Who has the most wins, poles, laps led ..., or the best average",
    _question,
    MEASURE,
    SERIES,
    SEASON,
    TRACK,
    Option("kind", "A kind of track", choices=_KINDS),
    Option("starts", "Fewest starts that count, for an average", kind="number", longest=4),
)
