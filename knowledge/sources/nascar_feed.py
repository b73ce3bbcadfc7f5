"""NASCAR's own feed as tables, 2018-2025: driver ids, stage places, disqualifications."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.sources.source_file import read_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDER = "armstjc"
_TRUE = frozenset({"true", "1", "1.0"})
_DRIVERS = {
    "api_race_infractions.csv.gz": "driver_fullname",
    "api_race_stage_results.csv.gz": "driver_fullname",
    "api_weekend_runs.csv.gz": "driver_name",
}


@dataclass(frozen=True, slots=True)
class FeedResult:
    """One car in one of the feed's races; `race` is the feed's race id."""

    race: int
    car: str
    driver: str
    finish: int | None
    disqualified: bool
    team: str


@dataclass(frozen=True, slots=True)
class FeedTrack:
    """Where a race was held, by the feed's own number of the layout."""

    race: int
    track: int
    file: str
    row: int


@dataclass(frozen=True, slots=True)
class StagePlace:
    """Who was where at the end of a stage; the feed has the first ten."""

    race: int
    stage: int
    place: int
    car: str


@dataclass(frozen=True, slots=True)
class FeedDriver:
    """A driver's id in the feed, with the name and the car in one race."""

    race: int
    car: str
    driver: str
    driver_id: int


def read_feed_results(source: Path) -> Iterator[FeedResult]:
    car = ("race_id", "car_number", "driver_fullname", "team_name")
    columns = (*car, "finishing_position", "disqualified")
    for row in read_rows(source / FOLDER / "api_race_results.csv.gz", columns):
        yield FeedResult(
            race=row.required_integer("race_id"),
            car=row.text("car_number"),
            driver=row.text("driver_fullname"),
            finish=row.integer("finishing_position"),
            disqualified=row.text("disqualified").lower() in _TRUE,
            team=row.text("team_name"),
        )


def read_feed_tracks(source: Path) -> Iterator[FeedTrack]:
    for row in read_rows(source / FOLDER / "api_race_info.csv.gz", ("race_id", "track_id")):
        race, track = row.required_integer("race_id"), row.required_integer("track_id")
        yield FeedTrack(race, track, row.file, row.number)


def read_stage_places(source: Path) -> Iterator[StagePlace]:
    columns = ("race_id", "stage_number", "finishing_position", "car_number")
    for row in read_rows(source / FOLDER / "api_race_stage_results.csv.gz", columns):
        yield StagePlace(
            race=row.required_integer("race_id"),
            stage=row.required_integer("stage_number"),
            place=row.required_integer("finishing_position"),
            car=row.text("car_number"),
        )


def read_feed_drivers(source: Path) -> Iterator[FeedDriver]:
    """Yield ids from the files that have them beside a name; the results have none."""
    for file, name in _DRIVERS.items():
        columns = ("race_id", "car_number", "driver_id", name)
        for row in read_rows(source / FOLDER / file, columns):
            driver_id = row.integer("driver_id")
            if driver_id and row.text(name):
                yield FeedDriver(
                    race=row.required_integer("race_id"),
                    car=row.text("car_number"),
                    driver=row.text(name),
                    driver_id=driver_id,
                )
