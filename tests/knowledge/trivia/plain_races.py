"""Races and starts read from the tables as they stand, to answer quiz questions a second way."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).parents[3] / "knowledge" / "data"
SERIES = {"cup": "Cup Series", "xfinity": "Xfinity Series", "truck": "Truck Series"}
NOT_STARTED = {"did not start", "withdrew", "withdrew from race"}


@dataclass(frozen=True, slots=True)
class PlainStart:
    """A car that took the start."""

    series: str
    season: int
    round: int
    driver: str
    finish: int
    start: str
    car: str
    make: str
    led: int


@dataclass(frozen=True, slots=True)
class PlainRace:
    """A race with everybody who started it, the winner first."""

    series: str
    season: int
    round: int
    date: str
    name: str
    venue: str
    surface: str
    starts: tuple[PlainStart, ...]

    @property
    def won(self) -> PlainStart:
        return self.starts[0]

    @property
    def jewel(self) -> str:
        """What fans call it whatever the sponsor."""
        if self.series != "cup" or "qualif" in self.name.lower():
            return ""
        for venue, words, jewel in _JEWELS:
            if venue == self.venue and words.lower() in self.name.lower():
                return jewel
        return ""


_JEWELS = (
    ("daytona", "Daytona 500", "Daytona 500"),
    ("charlotte", "600", "Coca-Cola 600"),
    ("darlington", "Southern 500", "Southern 500"),
    ("darlington", "Rebel", "Rebel 500"),
    ("indianapolis", "", "Brickyard 400"),
    ("talladega", "Talladega 500", "Talladega 500"),
    ("talladega", "Winston", "Winston 500"),
)


class PlainBook:
    """Every race by series, and the names that belong to its ids."""

    def __init__(self) -> None:
        people = list(_table(DATA / "people.csv"))
        self.names = {row["id"]: row["name"] for row in people}
        self.ids = {row["name"]: row["id"] for row in people}
        venues = list(_table(DATA / "venues.csv"))
        self.venues = {row["name"]: row["id"] for row in venues}
        self.tracks = {row["id"]: row["name"] for row in venues}
        self.shapes = {row["id"]: row for row in venues}
        self.races = {series: list(_races(series)) for series in SERIES}
        self.starts: dict[tuple[str, str], list[PlainStart]] = defaultdict(list)
        for series, races in self.races.items():
            for race in races:
                for start in race.starts:
                    self.starts[series, start.driver].append(start)
        self.venue_of = {
            (series, race.season, race.round): race.venue
            for series, races in self.races.items()
            for race in races
        }
        self.titles: dict[tuple[str, str], list[int]] = defaultdict(list)
        for row in _table(DATA / "champions.csv"):
            self.titles[row["series"], row["driver"]].append(int(row["season"]))


def _races(series: str) -> Iterator[PlainRace]:
    starts: dict[tuple[int, int], list[PlainStart]] = defaultdict(list)
    for path in sorted((DATA / "results" / series).glob("*.csv")):
        for row in _table(path):
            if row["status"] not in NOT_STARTED:
                start = _start(series, int(path.stem), row)
                starts[start.season, start.round].append(start)
    for row in _table(DATA / "races" / f"{series}.csv"):
        race = int(row["season"]), int(row["round"])
        field = tuple(sorted(starts[race], key=lambda start: start.finish))
        where = row["date"], row["name"], row["venue"], row["surface"]
        yield PlainRace(series, *race, *where, field)


def _start(series: str, season: int, row: dict[str, str]) -> PlainStart:
    place = int(row["round"]), row["driver"], int(row["finish"])
    led = int(row["led"] or 0)
    return PlainStart(series, season, *place, row["start"], row["car"], row["make"], led)


def _table(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
