"""The races that running seasons are to have: how many and where, and which are still to come."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from knowledge.book.racing import kind_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlite_utils import Database

    from knowledge.book.loading import DataFile
    from knowledge.book.racing import Fields, Visits

_COLUMNS = (
    *("race", "series", "season", "round", "date", "venue", "site", "kind", "name", "playoff"),
    *("opener", "finale", "nth_at_venue", "times_at_venue"),
)
_AFTER_ALL = 1_000_000_000
"""Above the number of any race that was run: those to come stand behind them."""

_NO_DAY_YET = "9999"


def planned_rows(plans: Iterable[DataFile], places: Mapping[str, Fields]) -> list[Fields]:
    """Name the races of the plan in their order, each with what it takes from its venue."""
    rows = [
        {**race, "race": race["nascar_id"], **_there(race, places)}
        for file in plans
        for race in (dict(zip(file.columns, row, strict=True)) for row in file.rows())
    ]
    return sorted(rows, key=lambda race: (race["date"] or _NO_DAY_YET, race["nascar_id"]))


def _there(race: Fields, places: Mapping[str, Fields]) -> Fields:
    venue = places.get(race["venue"])
    if venue is None:  # where a season ends may not be known when it begins
        return {"site": "", "kind": ""}
    return {"site": venue["site"], "kind": kind_at(venue, {"surface": None, "lap_miles": None})}


def visits_planned(planned: Iterable[Fields]) -> Visits:
    """Count the races of seasons that are still running, those to come among them."""
    return Counter((race["series"], race["season"], race["site"]) for race in planned)


def still_to_come(planned: Iterable[Fields], held: Iterable[Fields]) -> list[Fields]:
    """Those of the plan that the book does not hold, each with the round it will be."""
    rounds: Counter[tuple[str, int]] = Counter()
    keys = set()
    for race in held:
        rounds[race["series"], race["season"]] += 1
        keys.add((race["series"], race["season"], race["round"]))
    coming: list[Fields] = []
    for race in planned:
        season = race["series"], race["season"]
        if (*season, race["round"]) not in keys:
            rounds[season] += 1
            coming.append({**race, "round": rounds[season], "id": _AFTER_ALL + len(coming)})
    return coming


def fill_plan(db: Database, planned: Iterable[Fields], coming: Iterable[Fields]) -> None:
    """Keep how many races the seasons are to have, and those to come."""
    seasons = Counter((race["series"], race["season"]) for race in planned)
    rows = ((*season, races) for season, races in seasons.items())
    db.conn.executemany("insert into season_plan values (?, ?, ?)", rows)
    marks = ", ".join(f":{column}" for column in _COLUMNS)
    db.conn.executemany(f"insert into to_come ({', '.join(_COLUMNS)}) values ({marks})", coming)
