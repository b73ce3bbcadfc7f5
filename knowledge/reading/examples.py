"""Questions that show a fan what can be asked, as near as can be to what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.reading.meanings import People, Seasons, Series, Venues, only
from knowledge.series import ALL_SERIES, SERIES_WORDS

if TYPE_CHECKING:
    from knowledge.reading.mentions import Mentions
    from knowledge.records import Records

EXAMPLES = (
    "how many wins did Heim have in 2025",
    "most Cup wins at Talladega",
    "who won the 2003 spring Darlington race",
)
"""For texts in which nothing is named."""

_AT_MOST = 3


def examples_like(mentions: Mentions, records: Records) -> tuple[str, ...]:
    """Three questions about the driver, track, series or season that was named, else the usual."""
    near = [*_of_driver(mentions, records), *_of_track(mentions, records)]
    if not near:
        near = [*_of_season(mentions, records)]
    return tuple(dict.fromkeys((*near, *EXAMPLES)))[:_AT_MOST]


def _series(mentions: Mentions) -> str:
    named = {each.key for each in mentions.of(Series)}
    return SERIES_WORDS[next((key for key in ALL_SERIES if key in named), "cup")]


def _of_driver(mentions: Mentions, records: Records) -> list[str]:
    people = only(mentions.of(People))
    if people is None:
        return []
    name = records.person(people.candidates[0][0]).name
    return [f"{name} wins by season", f"{name} best finish", f"tell me about {name}"]


def _of_track(mentions: Mentions, records: Records) -> list[str]:
    venues = only(mentions.of(Venues))
    if venues is None:
        return []
    track = records.venue_name(venues.candidates[0])
    return [f"most wins at {track}", f"last 5 winners at {track}", f"most poles at {track}"]


def _of_season(mentions: Mentions, records: Records) -> list[str]:
    """About a season that the book holds; the last one, where a series alone was named."""
    seasons = only(mentions.of(Seasons))
    if seasons is None and not mentions.of(Series):
        return []
    series = _series(mentions)
    season = (seasons.first or seasons.last if seasons else None) or records.last_season
    if not records.raced(series.lower(), season):
        season = records.last_season
    return [
        f"most wins in {series} in {season}",
        f"who won the {season} {series} championship",
        f"how many different winners in {series} in {season}",
    ]
