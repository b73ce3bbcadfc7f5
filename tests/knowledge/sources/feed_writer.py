"""Writes raw answers in the shape of NASCAR's feed: from recorded tables, or from our own."""

from __future__ import annotations

import csv
import gzip
import json
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from knowledge.book.opening import DATA
from knowledge.book.tables import SERIES
from knowledge.sources.fetching.feed_addresses import NUMBERS, loop_data, points, race_list, weekend
from knowledge.sources.fetching.outcomes import Answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from knowledge.sources.fetching.address import Address
    from knowledge.sources.fetching.archive import Archive

Fields = dict[str, Any]
Line = dict[str, str]

WHOLE = (
    *("race_id", "series_id", "race_season", "race_type_id", "track_id", "scheduled_laps"),
    *("actual_laps", "stage_1_laps", "stage_2_laps", "number_of_cars_in_field"),
    *("number_of_lead_changes", "number_of_leaders", "number_of_cautions"),
    *("number_of_caution_laps", "playoff_round", "pole_winner_driver_id"),
)
DECIMALS = ("scheduled_distance", "average_speed", "pole_winner_speed")
OF_A_CAR = (
    *("result_id", "finishing_position", "starting_position", "laps_led", "points_earned"),
    *("laps_completed", "driver_id"),
)


@dataclass
class FeedWriter:
    """An archive of answers that grows race by race, as the feed would have given them."""

    archive: Archive
    listed: dict[int, Fields] = field(default_factory=dict)

    def plan(self, race: Fields) -> None:
        """List a race that is still to come."""
        self.listed[race["race_id"]] = {**race, "winner_driver_id": None}
        self._write_list(race["race_season"])

    def run(self, race: Fields, ratings: dict[int, float]) -> None:
        """Give the answers of a race that is over."""
        winner = next(row for row in race["results"] if row["finishing_position"] == 1)
        self.listed[race["race_id"]] = {**race, "winner_driver_id": winner["driver_id"]}
        self._write_list(race["race_season"])
        self.put(self.weekend(race), {"weekend_race": [race], "weekend_runs": []})
        drivers = [{"driver_id": who, "rating": rating} for who, rating in ratings.items()]
        self.put(self.loop_data(race), [{"race_id": race["race_id"], "drivers": drivers}])

    def weekend(self, race: Fields) -> Address:
        return weekend(*_of(race))

    def loop_data(self, race: Fields) -> Address:
        return loop_data(*_of(race))

    def rank(self, table: list[Fields], race: Fields) -> None:
        """Give the standings as they are after a race."""
        season, series, _ = _of(race)
        self.put(points(season, series), table)

    def put(self, address: Address, answer: object) -> None:
        self.put_raw(address, json.dumps(answer).encode())

    def put_raw(self, address: Address, content: bytes) -> None:
        self.archive.keep(address, Answer(content, address.path), datetime.now(UTC))

    def _write_list(self, season: int) -> None:
        lists: dict[str, list[Fields]] = {f"series_{each}": [] for each in (1, 2, 3)}
        for race in self.listed.values():
            if race["race_season"] == season:
                shown = {name: cell for name, cell in race.items() if not isinstance(cell, list)}
                lists[f"series_{race['series_id']}"].append(shown)
        self.put(race_list(season), lists)


def standings_after(races: list[Fields]) -> list[Fields]:
    """The feed's table of points, added up from the rows; who has none stands at its end."""
    table: dict[str, Fields] = {}
    for race in races:
        for car in race["results"]:
            new = {"driver_id": car["driver_id"], "driver_name": car["driver_fullname"]}
            told = table.setdefault(
                car["driver_fullname"], new | {"points": 0, "starts": 0, "wins": 0}
            )
            told["points"] += car["points_earned"]
            told["points_earned"] = car["points_earned"] if race is races[-1] else 0
            told["starts"] += 1
            told["wins"] += car["finishing_position"] == 1
    ranked = sorted(table.values(), key=lambda told: -told["points"])
    return [{**told, "position": place} for place, told in enumerate(ranked, start=1)]


def _of(race: Fields) -> tuple[int, str, int]:
    return race["race_season"], NUMBERS[race["series_id"]], race["race_id"]


def read_lines(path: Path) -> Iterator[Line]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8", newline="") as text:
        yield from csv.DictReader(text)


def recorded(source: Path, season: str, series: str) -> list[Fields]:
    """The races of a season as the feed answered, put together again from its recorded tables."""
    number = str(SERIES.index(series) + 1)

    def of_season(table: str) -> Iterator[Line]:
        for line in read_lines(source / f"armstjc/api_{table}.csv.gz"):
            if line.get("race_season", season) == season:
                yield line

    ids = _ids()
    races = {
        line["race_id"]: {**_typed(line), "results": [], "stage_results": []}
        for line in of_season("race_info")
        if line["series_id"] == number and line["race_type_id"] == "1"
    }
    for line in of_season("race_results"):
        if line["race_id"] in races:
            car = {**_typed(line), "driver_id": ids.get(line["driver_fullname"].strip(), 0)}
            car["disqualified"] = line["disqualified"] == "True"
            races[line["race_id"]]["results"].append(car)
    stages: dict[tuple[str, int], list[Fields]] = defaultdict(list)
    for line in of_season("race_stage_results"):
        stages[line["race_id"], int(line["stage_number"])].append(_typed(line))
    for (race, stage), results in sorted(stages.items()):
        if race in races:
            races[race]["stage_results"].append({"stage_number": stage, "results": results})
    return sorted(races.values(), key=lambda race: race["date_scheduled"])


def _typed(line: Line) -> Fields:
    fields: Fields = dict(line)
    for name in (*WHOLE, *OF_A_CAR):
        if line.get(name):
            fields[name] = int(float(line[name]))
    for name in DECIMALS:
        if line.get(name):
            fields[name] = float(line[name])
    return fields


def _ids() -> dict[str, int]:
    """The feed's ids of drivers, which the recorded tables left out of the results."""
    known = {line["id"]: line["nascar_id"] for line in read_lines(DATA / "people.csv")}
    return {
        line["name"]: int(known[line["person"]])
        for line in read_lines(DATA / "person_names.csv")
        if known.get(line["person"])
    }


def from_our_tables(
    season: str, series: str, races: Iterable[int] | None = None, data: Path = DATA
) -> list[Fields]:
    """The races of a season in the feed's shape, made of our own rows."""
    people = {line["id"]: line for line in read_lines(data / "people.csv")}
    tracks = {line["venue"]: int(line["track"]) for line in read_lines(data / "feed_tracks.csv")}
    cars: dict[str, list[Line]] = defaultdict(list)
    for line in read_lines(data / f"results/{series}/{season}.csv"):
        cars[line["round"]].append(line)
    out = {
        (line["round"], line["driver"])
        for line in read_lines(data / "disqualifications.csv")
        if (line["series"], line["season"]) == (series, season)
    }
    told = []
    for line in read_lines(data / f"races/{series}.csv"):
        wanted = races is None or int(line["round"]) in races
        if line["season"] == season and wanted:
            told.append(_ours(line, cars[line["round"]], people, tracks, out, SERIES.index(series)))
    return told


def _ours(
    race: Line,
    cars: list[Line],
    people: dict[str, Line],
    tracks: dict[str, int],
    out: set[tuple[str, str]],
    series: int,
) -> Fields:
    day = f"{race['date']}T19:30:00"
    rows = [
        {
            "result_id": number,
            "finishing_position": int(car["finish"]),
            "starting_position": int(car["start"] or 0),
            "car_number": car["car"],
            "driver_fullname": people[car["driver"]]["name"],
            "driver_id": int(people[car["driver"]]["nascar_id"] or 0),
            "team_name": car["team"],
            "car_make": car["make"],
            "laps_led": int(car["led"]),
            "laps_completed": int(car["laps"]),
            "finishing_status": car["status"].capitalize(),
            "points_earned": int(car["points"]),
            "disqualified": (car["round"], car["driver"]) in out,
        }
        for number, car in enumerate(cars, start=1)
    ]
    stages = [
        {
            "stage_number": stage,
            "results": [
                {
                    "car_number": car["car"],
                    "driver_id": int(people[car["driver"]]["nascar_id"] or 0),
                    "finishing_position": int(car[f"stage_{stage}"]),
                }
                for car in cars
                if car[f"stage_{stage}"]
            ],
        }
        for stage in (1, 2)
    ]
    return {
        "race_id": int(race["nascar_id"]),
        "series_id": series + 1,
        "race_season": int(race["season"]),
        "race_name": race["name"],
        "race_type_id": 1,
        "track_id": tracks[race["venue"]],
        "track_name": race["venue"],
        "date_scheduled": day,
        "race_date": day,
        "scheduled_distance": float(race["lap_miles"]) * int(race["scheduled_laps"]),
        "scheduled_laps": int(race["scheduled_laps"]),
        "stage_1_laps": int(race["stage_1_laps"]),
        "stage_2_laps": int(race["stage_2_laps"]),
        "number_of_cars_in_field": len(rows),
        "pole_winner_speed": float(race["pole_mph"] or 0),
        "number_of_lead_changes": int(race["lead_changes"]),
        "number_of_leaders": int(race["leaders"]),
        "number_of_cautions": int(race["cautions"]),
        "number_of_caution_laps": int(race["caution_laps"]),
        "average_speed": float(race["average_mph"]),
        "total_race_time": race["duration"],
        "margin_of_victory": race["margin"],
        "playoff_round": int(race["playoff_round"]),
        "results": rows,
        "stage_results": stages,
    }


def on_the_road(race: Fields) -> Fields:
    """The race before inspection: who was disqualified had come in first."""
    cars = [{**row, "disqualified": False} for row in race["results"]]
    cars = [cars[-1], *cars[:-1]]
    for place, row in enumerate(cars, start=1):
        row["finishing_position"] = place
    return {**race, "results": cars}


def a_year_later(race: Fields) -> Fields:
    """The same race in the season after, under a number of its own."""
    day = datetime.fromisoformat(race["date_scheduled"]) + timedelta(days=364)
    told = {"date_scheduled": day.isoformat(), "race_date": day.isoformat()}
    return {
        **race,
        **told,
        "race_season": race["race_season"] + 1,
        "race_id": race["race_id"] + 100_000,
    }


@cache
def _ratings() -> dict[tuple[str, str], float]:
    """The driver ratings of our own rows since 2025, by the feed's ids of race and driver."""
    ids = {line["id"]: line["nascar_id"] for line in read_lines(DATA / "people.csv")}
    races = {
        line["round"]: line["nascar_id"]
        for line in read_lines(DATA / "races/truck.csv")
        if line["season"] == "2025"
    }
    return {
        (races[line["round"]], ids[line["driver"]]): float(line["rating"])
        for line in read_lines(DATA / "results/truck/2025.csv")
        if line["rating"] and ids[line["driver"]]
    }


def ratings_of(race: Fields) -> dict[int, float]:
    """The driver ratings of a Truck race of 2025 by the feed's ids of the drivers."""
    number = str(race["race_id"])
    return {int(who): rating for (run, who), rating in _ratings().items() if run == number}
