"""Which series an option or a preference means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.defaulting import ALL_SERIES, SERIES
from knowledge.series import SERIES_WORDS

if TYPE_CHECKING:
    from bot.command import Stand


_AROUND = frozenset("the race races next up is of in for series".split())
"""What people say around a series: "the next Cup race"."""


def read_series(typed: str, stand: Stand) -> str | None:
    """The key of one series, nothing for all of them; None where the words name none."""
    named = [word for word in bare(typed).split() if word.casefold() not in _AROUND]
    said = " ".join(named) or stand.preferences.series or ALL_SERIES
    if said not in SERIES and stand.book.knows("series", said):
        said = stand.book.suggest("series", said, 1)[0].value
    keys = SERIES.get(said)
    return None if keys is None else keys[0] if len(keys) == 1 else ""


def bare(typed: str) -> str:
    return typed.strip(" \t\n?.!")


def series_words(key: str) -> str:
    """Say one series: "Truck Series"; nothing for one that nobody knows."""
    return f"{SERIES_WORDS[key]} Series" if key in SERIES_WORDS else ""
