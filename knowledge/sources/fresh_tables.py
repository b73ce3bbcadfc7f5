"""The fresh races as tables in a folder of their own: read, and written whole."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from knowledge.book import tables
from knowledge.book.loading import load_fresh
from knowledge.sources.fresh_race import FreshRace
from knowledge.sources.known_names import NewDriver
from knowledge.sources.records import RaceKey
from knowledge.sources.table_writing import write_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from knowledge.book.loading import DataFile
    from knowledge.book.tables import DataTable
    from knowledge.sources.changes import Correction
    from knowledge.sources.table_writing import Row


@dataclass
class FreshTables:
    """What the folder holds; a race under its key, all else as rows by their own keys."""

    races: dict[RaceKey, FreshRace] = field(default_factory=dict)
    people: dict[str, Row] = field(default_factory=dict)
    spellings: set[tuple[str, str]] = field(default_factory=set)
    sources: dict[str, Row] = field(default_factory=dict)
    planned: dict[int, Row] = field(default_factory=dict)
    points: dict[tuple[str, int], list[Row]] = field(default_factory=dict)
    revisions: dict[tuple[object, ...], Row] = field(default_factory=dict)
    tracks: dict[int, str] = field(default_factory=dict)  # written by hand, as are venues
    venues: dict[str, Row] = field(default_factory=dict)

    def drivers(self) -> Iterator[NewDriver]:
        for row in self.people.values():
            yield NewDriver(str(row["id"]), str(row["name"]), int(row["nascar_id"] or 0))

    def meet(self, driver: NewDriver) -> None:
        self.people[driver.id] = {
            "id": driver.id,
            "name": driver.name,
            "nascar_id": driver.nascar_id,
        }

    def note(self, correction: Correction, noted: str) -> None:
        """Keep what was said before; a second change on the same day keeps the first."""
        row: Row = {
            **correction.race._asdict(),
            "driver": correction.driver,
            "field": correction.field,
            "old": correction.old,
            "new": correction.new,
            "noted": noted,
        }
        key = tuple(row[name] for name in tables.REVISIONS.key)
        self.revisions[key] = {**row, "old": self.revisions.get(key, row)["old"]}


def read_fresh_tables(folder: Path) -> FreshTables:
    loaded = load_fresh(folder)
    fresh = FreshTables()
    cars: dict[RaceKey, dict[str, Row]] = defaultdict(dict)
    for key, row in _of_races(loaded["results"]):
        cars[key][str(row["driver"])] = row
    winners: dict[RaceKey, dict[int, str]] = defaultdict(dict)
    for key, row in _of_races(loaded["stage_winners"]):
        winners[key][int(row["stage"] or 0)] = str(row["driver"])
    out: dict[RaceKey, dict[str, int]] = defaultdict(dict)
    for key, row in _of_races(loaded["disqualifications"]):
        out[key][str(row["driver"])] = int(row["upheld"] or 0)
    for key, row in _of_races(loaded["races"]):
        fresh.races[key] = FreshRace(key, row, cars[key], winners[key], out[key])
    fresh.people = {str(row["id"]): row for row in _rows(loaded["people"])}
    fresh.sources = {str(row["id"]): row for row in _rows(loaded["sources"])}
    fresh.spellings = {
        (str(row["name"]), str(row["person"])) for row in _rows(loaded["person_names"])
    }
    tracks = _rows(loaded["feed_tracks"])
    fresh.tracks = {int(row["track"] or 0): str(row["venue"]) for row in tracks}
    fresh.venues = {str(row["id"]): row for row in _rows(loaded["venues"])}
    fresh.planned = {int(row["nascar_id"] or 0): row for row in _rows(loaded["planned"])}
    for row in _rows(loaded["points"]):
        fresh.points.setdefault((str(row["series"]), int(row["season"] or 0)), []).append(row)
    for row in _rows(loaded["revisions"]):
        told: Row = {name: "" if cell is None else cell for name, cell in row.items()}
        fresh.revisions[tuple(told[name] for name in tables.REVISIONS.key)] = told
    return fresh


def write_fresh_tables(folder: Path, fresh: FreshTables) -> None:
    """Write all tables anew; those of them that are empty have no file."""
    for table, rows in _tables(fresh):
        for old in folder.glob(table.path.format(series="*", season="*")):
            old.unlink()
        write_table(folder, table, rows)


def _tables(fresh: FreshTables) -> Iterator[tuple[DataTable, Iterable[Row]]]:
    races = fresh.races.values()
    yield tables.RACES, [{**each.key._asdict(), **each.race} for each in races]
    cars = [{**each.key._asdict(), **car} for each in races for car in each.cars.values()]
    yield tables.RESULTS, cars
    winners: list[Row] = [
        {**each.key._asdict(), "stage": stage, "driver": driver}
        for each in races
        for stage, driver in each.stage_winners.items()
    ]
    yield tables.STAGE_WINNERS, winners
    out: list[Row] = [
        {**each.key._asdict(), "driver": driver, "upheld": upheld}
        for each in races
        for driver, upheld in each.disqualified.items()
    ]
    yield tables.DISQUALIFICATIONS, out
    yield tables.PEOPLE, fresh.people.values()
    names: list[Row] = [
        {"name": n, "person": who, "kind": "spelling"} for n, who in fresh.spellings
    ]
    yield tables.PERSON_NAMES, names
    yield tables.SOURCES, fresh.sources.values()
    yield tables.PLANNED, fresh.planned.values()
    yield tables.POINTS, [row for rows in fresh.points.values() for row in rows]
    yield tables.REVISIONS, fresh.revisions.values()


def _of_races(files: Iterable[DataFile]) -> Iterator[tuple[RaceKey, Row]]:
    for file in files:
        for row in _rows([file]):
            series = row.get("series") or file.series
            season, number = row.get("season") or file.season, row["round"]
            yield RaceKey(str(series), int(season or 0), int(number or 0)), row


def _rows(files: Iterable[DataFile]) -> Iterator[Row]:
    for file in files:
        for cells in file.rows():
            yield dict(zip(file.columns, cells, strict=True))
