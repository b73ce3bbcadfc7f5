"""From the races as the data holds them to the rows of `race`: number, kind, playoffs, order."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from knowledge.book.refusal import BookRefused
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

_FIRST_DAY = date(1949, 1, 1)
_A_DAY = 10
"""Numbers kept for the races of one series on one day; three were run on one in 1951."""

Visits: TypeAlias = Counter[tuple[str, int, str]]
"""By series, season and site: how many races are to be run there."""


def race_rows(races: Iterable[DataFile], places: Mapping[str, Fields]) -> list[Fields]:
    """Derive what each race takes from its venue; number them by their days."""
    rows = [
        {**race, "series": file.series, **_at(file.path, places, race)}
        for file in races
        for race in named(file)
    ]
    return _numbered(rows)


def in_seasons(rows: list[Fields], calendar: Visits) -> None:
    """Derive what each race takes from the others of its season, run or still to be run."""
    rows.sort(key=lambda race: race["id"])
    _place_in_season(rows, calendar)
    _count_visits(rows, calendar)


def named(file: DataFile) -> Iterable[Fields]:
    return (dict(zip(file.columns, row, strict=True)) for row in file.rows())


def _at(path: str, places: Mapping[str, Fields], race: Mapping[str, Any]) -> Fields:
    venue = places.get(race["venue"])
    if venue is None:
        raise BookRefused(f'{path}, column venue: "{race["venue"]}" is not known')
    return {"site": venue["site"], "kind": kind_at(venue, race)}


def kind_at(venue: Mapping[str, Any], race: Mapping[str, Any]) -> str:
    """Tell the kind of track that a race's layout is, by its surface that day."""
    surface = race["surface"] or venue["surface"]
    if surface == "dirt":
        return "dirt"
    if surface == "road" or venue["shape"] in ("road", "street"):
        return "road"
    if venue["drafting"]:
        return "superspeedway"
    miles = race["lap_miles"] or venue["length_miles"]
    return "short" if miles is not None and miles < SHORT_TRACK_MILES else "intermediate"


def _numbered(rows: list[Fields]) -> list[Fields]:
    """Number races by day and series: in the order of dates, and no race ever moves another."""
    rows.sort(key=lambda race: (race["date"], SERIES.index(race["series"]), race["round"]))
    on_the_day = Counter[tuple[str, str]]()
    for race in rows:
        day, series = race["date"], race["series"]
        nth = on_the_day[day, series]
        if nth == _A_DAY:
            raise BookRefused(f"{series} has more than {_A_DAY} races on {day}")
        on_the_day[day, series] += 1
        days = (date.fromisoformat(day) - _FIRST_DAY).days
        race["id"] = (days * len(SERIES) + SERIES.index(series)) * _A_DAY + nth + 1
    return rows


def _place_in_season(rows: Iterable[Fields], calendar: Visits) -> None:
    """Mark the first and last race of each season, and those of its playoffs."""
    last = Counter[tuple[str, int]]()
    for (series, year, _), races in calendar.items():
        last[series, year] += races
    told = set()  # the seasons whose playoff rounds the data holds
    for race in rows:
        season = race["series"], race["season"]
        last[season] = max(last[season], race["round"])
        if race["playoff_round"] is not None:
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


def _count_visits(rows: Iterable[Fields], calendar: Visits) -> None:
    """Count each season's races at a site: the spring race is the first, the fall race last."""
    visits: Visits = Counter()
    for race in rows:
        visit = race["series"], race["season"], race["site"]
        visits[visit] += 1
        race["nth_at_venue"] = visits[visit]
    for race in rows:
        visit = race["series"], race["season"], race["site"]
        race["times_at_venue"] = max(visits[visit], calendar[visit])
