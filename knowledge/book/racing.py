"""From the races as the data holds them to the rows of `race`: kind, playoffs, order."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, TypeAlias

from knowledge.book.tables import SERIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from knowledge.book.loading import DataFile

Fields: TypeAlias = dict[str, Any]
"""One row by the names of its columns."""

SHORT_TRACK_MILES = 1
PLAYOFFS = {
    "cup": (range(2004, 2026), 10),
    "xfinity": (range(2016, 2026), 7),
    "truck": (range(2016, 2026), 7),
}
"""The seasons that ended in a playoff, and how many races it had."""


def race_rows(races: Iterable[DataFile], venues: Iterable[DataFile]) -> list[Fields]:
    """Derive every race's row, in the order of dates, which is the order of ids."""
    places = {venue["id"]: venue for file in venues for venue in _named(file)}
    rows = [
        {**race, "series": file.series, **_at(places[race["venue"]], race)}
        for file in races
        for race in _named(file)
    ]
    rows.sort(key=lambda race: (race["date"], SERIES.index(race["series"]), race["round"]))
    for number, race in enumerate(rows, start=1):
        race["id"] = number
    _place_in_season(rows)
    _count_visits(rows)
    return rows


def _named(file: DataFile) -> Iterable[Fields]:
    return (dict(zip(file.columns, row, strict=True)) for row in file.rows())


def _at(venue: Mapping[str, Any], race: Mapping[str, Any]) -> Fields:
    return {"site": venue["site"], "kind": _kind(venue, race)}


def _kind(venue: Mapping[str, Any], race: Mapping[str, Any]) -> str:
    surface = race["surface"] or venue["surface"]
    if surface == "dirt":
        return "dirt"
    if surface == "road" or venue["shape"] in ("road", "street"):
        return "road"
    if venue["drafting"]:
        return "superspeedway"
    miles = race["lap_miles"] or venue["length_miles"]
    return "short" if miles is not None and miles < SHORT_TRACK_MILES else "intermediate"


def _place_in_season(rows: Iterable[Fields]) -> None:
    """Mark the first and last race of each season, and those of its playoffs."""
    last = Counter[tuple[str, int]]()
    told = set()  # the seasons whose playoff rounds the data holds
    for race in rows:
        season = race["series"], race["season"]
        last[season] = max(last[season], race["round"])
        if race["playoff_round"]:
            told.add(season)
    for race in rows:
        season = race["series"], race["season"]
        race["opener"] = int(race["round"] == 1)
        race["finale"] = int(race["round"] == last[season])
        by_rule = in_playoffs(*season, races_to_go=last[season] - race["round"])
        race["playoff"] = int(bool(race["playoff_round"]) if season in told else by_rule)


def in_playoffs(series: str, season: int, races_to_go: int) -> bool:
    """Tell by the rule of the time whether a race belonged to the playoffs."""
    seasons, races = PLAYOFFS[series]
    return season in seasons and races_to_go < races


def _count_visits(rows: Iterable[Fields]) -> None:
    """Count each season's races at a site: the spring race is the first, the fall race last."""
    visits = Counter[tuple[str, int, str]]()
    for race in rows:
        visit = race["series"], race["season"], race["site"]
        visits[visit] += 1
        race["nth_at_venue"] = visits[visit]
    for race in rows:
        race["times_at_venue"] = visits[race["series"], race["season"], race["site"]]
