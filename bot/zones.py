"""Time zones by the names that people have for them."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, available_timezones

if TYPE_CHECKING:
    from datetime import date

_SPOKEN = {
    "America/New_York": "et est edt eastern",
    "America/Chicago": "ct cst cdt central",
    "America/Denver": "mt mst mdt mountain",
    "America/Los_Angeles": "pt pst pdt pacific",
    "Europe/London": "uk gmt bst",
    "Europe/Berlin": "cet cest",
    "Australia/Sydney": "aest aedt",
}


def find_zone(words: str) -> str | None:
    """Eastern, PT, London, America/Sao_Paulo: the zone's own name, or none."""
    said = words.strip().casefold().replace(" ", "_").removesuffix("_time")
    return _zones().get(said)


def day_in(zone: str, moment: float) -> date:
    """The day that it is there at a moment, which is in seconds since 1970."""
    return datetime.fromtimestamp(moment, ZoneInfo(zone)).date()


@lru_cache(maxsize=1)
def _zones() -> dict[str, str]:
    """Whole names before cities, and what people say before both."""
    names = sorted(available_timezones())
    cities = {name.rpartition("/")[2].casefold(): name for name in names if "/" in name}
    spoken = {word: name for name, words in _SPOKEN.items() for word in words.split()}
    return {**cities, **{name.casefold(): name for name in names}, **spoken}
