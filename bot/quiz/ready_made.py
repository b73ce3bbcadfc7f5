"""Nights that are ready to be played: two presses, and the doors are open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.quiz.programme import Programme
from bot.quiz.rules import Rules

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.book import Book

YOUR_TRACK = "track"
"""The one that has to be told which."""

_LEGENDS = (1949, 2005)
_ABOUT_ONE_RACE = Rules(rounds=1, questions=5)


def ready_made(book: Book) -> Mapping[str, Programme]:
    """By short keys, in the order in which they are offered."""
    held = book.status().series
    trucks = next((each for each in held if each.series == "truck"), None)
    last = max(held, key=lambda each: each.last.date)
    latest = book.races(f"{last.last.season} {last.series}")[-1]
    nights = {
        "legends": Programme("Cup legends", series="cup", seasons=_LEGENDS, levels=(1, 3)),
        "last": Programme(
            "Last week",
            _ABOUT_ONE_RACE,
            race=f"{latest.season} {latest.series} race {latest.round}",
        ),
        "mixed": Programme("A bit of everything"),
    }
    if trucks is None:
        return nights
    season = trucks.last.season
    told = Programme(f"Trucks {season}", series="truck", seasons=(season, season))
    return {"trucks": told, **nights}


def of_track(track: str) -> Programme:
    return Programme(f"All about {track}", track=track)
