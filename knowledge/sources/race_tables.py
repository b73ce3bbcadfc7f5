"""The tables of races and of the venues they were held at."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from knowledge.book.tables import RACES
from knowledge.sources.report import Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from knowledge.sources.gathering import Gathered
    from knowledge.sources.records import Race, RaceFacts, RaceKey
    from knowledge.sources.table_writing import Row
    from knowledge.sources.track_facts import Configuration
    from knowledge.sources.venues import Venue

_NEAR = 0.03
"""Two lap lengths this near, in miles, are one: sources round and measure differently."""


def race_rows(gathered: Gathered) -> list[Row]:
    return [
        {
            **_facts(gathered.facts[key]),
            **key._asdict(),
            "venue": gathered.venues.of(race),
            "name": race.name,
            "lap_miles": race.lap_miles,
            "surface": race.surface,
            "laps": gathered.entries[key][0].result.laps,
        }
        for key, race in gathered.races.items()
    ]


def _facts(facts: RaceFacts) -> Row:
    known = asdict(facts)
    return {name: known[name] for name in RACES.column_names if name in known}


def latest_races(gathered: Gathered) -> dict[str, Race]:
    """Find the last race at each venue: its lap and surface are the venue's."""
    dates = {key: facts.date for key, facts in gathered.facts.items()}
    races = sorted(gathered.races.values(), key=lambda race: (dates[race.key], race.key))
    return {gathered.venues.of(race): race for race in races}


def venue_rows(
    gathered: Gathered, latest: Mapping[str, Race], known: Mapping[str, Configuration]
) -> list[Row]:
    """Describe every venue that was raced on."""
    return [
        _venue(gathered.venues.by_id[venue], race, known) for venue, race in sorted(latest.items())
    ]


def _venue(venue: Venue, race: Race, known: Mapping[str, Configuration]) -> Row:
    described = known.get(venue.configuration)
    raced_on = "paved" if race.surface == "road" else race.surface
    return {
        "id": venue.id,
        "name": venue.name,
        "site": venue.site,
        "shape": venue.shape,
        "drafting": venue.drafting,
        "length_miles": race.lap_miles,
        "surface": venue.surface or (described.surface if described else raced_on),
        "place": venue.place,
        "turns": described.turns if described else None,
        "banking": described.banking if described else None,
    }


def report_venues(
    gathered: Gathered,
    latest: Mapping[str, Race],
    known: Mapping[str, Configuration],
    places: Mapping[str, str],
) -> Section:
    """Say where the track facts differ from the lap of the last race, or from our towns."""
    lines = []
    for venue_id, race in sorted(latest.items()):
        venue = gathered.venues.by_id[venue_id]
        described = known.get(venue.configuration)
        length = described.length_miles if described else None
        if length and race.lap_miles and abs(length - race.lap_miles) > _NEAR:
            lines.append(f"{venue_id}: a lap of {race.lap_miles} miles, track facts {length}")
        town = places.get(venue.name, "").partition(",")[0]
        if town and town != venue.place.partition(",")[0]:
            lines.append(f"{venue_id}: {venue.place}; another list has {places[venue.name]}")
    unused = sorted(set(gathered.venues.by_id) - set(latest))
    return Section("Venues", (*lines, *(f"{venue}: no race" for venue in unused)))


def report_dates(gathered: Gathered, other_dates: Iterable[tuple[RaceKey, str]]) -> Section:
    """Name the races that another list puts on another day."""
    lines = [
        f"{key}: {gathered.facts[key].date}, another list has {day}"
        for key, day in other_dates
        if key in gathered.races and day and day != gathered.facts[key].date
    ]
    return Section("Dates", tuple(lines))
