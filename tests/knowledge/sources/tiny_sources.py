"""A source folder of two races a series, small enough to spoil, with its own corrections."""

from __future__ import annotations

import csv
import gzip
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from knowledge.book.tables import SERIES
from knowledge.sources.compiling import CORRECTIONS, compile_tables

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from knowledge.sources.report import CompileReport

Line = dict[str, Any]

DRIVERS = ("Ann Able", "Bob Baker", "Cy Carter")
TYPES = {
    **dict.fromkeys(("Season", "Race", "Finish", "Start", "Pts", "Laps", "Led"), pa.int64()),
    **dict.fromkeys(("S1", "S2"), pa.int64()),
    **dict.fromkeys(("Length", "Rating"), pa.float64()),
}


def write_lines(path: Path, lines: list[Line]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "wt", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, list(lines[0]))
        writer.writeheader()
        writer.writerows(lines)


def result_line(race: int, finish: int) -> Line:
    line: Line = {"Season": 2020, "Race": race, "Track": "Old Oval", "Name": f"Race {race}"}
    line |= {"Length": 1.5, "Surface": "paved", "Finish": finish, "Start": finish}
    line |= {"Car": f"0{finish}", "Driver": DRIVERS[finish - 1], "Make": "Ford", "Team": ""}
    line |= {"Pts": 40, "Laps": 100, "Led": 0, "Status": "running", "S1": None, "S2": None}
    line |= {"Rating": 90.0}
    return line


def write_parquet(path: Path, lines: list[Line]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    columns = {
        name: pa.array([line[name] for line in lines], TYPES.get(name, pa.string()))
        for name in lines[0]
    }
    pq.write_table(pa.table(columns), path)


@dataclass(frozen=True)
class TinySources:
    """A source folder of two races a series, with its own corrections."""

    path: Path
    corrections: Path
    target: Path

    def results(self, change: Callable[[list[Line]], None]) -> None:
        """Write the first series' results anew, changed."""
        lines = [result_line(race, finish) for race in (1, 2) for finish in (1, 2, 3)]
        change(lines)
        write_parquet(self.path / "nascaR.data" / "cup.parquet", lines)

    def lines(self, file: str, change: Callable[[list[Line]], None]) -> None:
        """Change a comma-separated file."""
        path = self.path / file
        opened = gzip.open if path.suffix == ".gz" else open
        with opened(path, "rt", encoding="utf-8", newline="") as text:
            lines: list[Line] = list(csv.DictReader(text))
        change(lines)
        write_lines(path, lines)

    def correct(self, file: str, **cells: str) -> None:
        """Add a row to a corrections table."""
        path = self.corrections / file
        header = path.read_text(encoding="utf-8").splitlines()[0].split(",")
        assert set(cells) <= set(header)
        row = dict.fromkeys(header, "a test") | dict.fromkeys(header[:-2], "") | cells
        with path.open("a", encoding="utf-8", newline="") as text:
            csv.DictWriter(text, header).writerow(row)

    def compile(self) -> CompileReport:
        return compile_tables(self.path, self.target, self.corrections)


def make_sources(tmp_path: Path) -> TinySources:
    sources = TinySources(tmp_path / "from", tmp_path / "corrections", tmp_path / "data")
    for series in SERIES:
        lines = [result_line(race, finish) for race in (1, 2) for finish in (1, 2, 3)]
        write_parquet(sources.path / "nascaR.data" / f"{series}.parquet", lines)
    _write_facts(sources.path)
    _write_checks(sources.path)
    sources.corrections.mkdir()
    for table in CORRECTIONS.glob("*.csv"):
        header = table.read_text(encoding="utf-8").splitlines()[0]
        (sources.corrections / table.name).write_text(f"{header}\n", encoding="utf-8")
    venue = {"id": "old-oval", "name": "Old Oval", "site": "old-oval", "shape": "oval"}
    sources.correct("venues.csv", **venue, drafting="0")
    every = dict.fromkeys(("series", "season", "round"), "*")
    sources.correct("tracks.csv", track="Old Oval", venue="old-oval", **every)
    return sources


def _write_facts(path: Path) -> None:
    empty = dict.fromkeys(
        (
            *("rr_track", "cautions", "lead_changes", "avg_speed", "pole_speed"),
            *("api_scheduled_laps", "api_stage_1_laps", "api_stage_2_laps"),
            *("api_number_of_leaders", "api_number_of_caution_laps", "api_total_race_time"),
            *("api_margin_of_victory", "api_playoff_round"),
        ),
        "",
    )
    facts = [
        {"series": series, "season": 2020, "race": race, "rr_race_num": race}
        | {"date": f"2020-03-0{race}", "race_id": f"{number}{race}.0"}
        | empty
        for number, series in enumerate(SERIES, start=1)
        for race in (1, 2)
    ]
    write_lines(path / "derived/race_meta.csv.gz", facts)
    titles = ("car", "team", "make", "final_points")
    champions = [
        {"series": series, "season": 2020, "champion": "Ann Able", **dict.fromkeys(titles, "")}
        for series in SERIES
    ]
    write_lines(path / "derived/champions.csv", champions)


def _write_checks(path: Path) -> None:
    """Write the sources that are only compared with: they agree with everything."""
    for series in SERIES:
        races = [
            {"season": 2020, "race_num": race, "race_slug": f"race_{race}"}
            | {"race_winner_name": "Ann Able"}
            for race in (1, 2)
        ]
        write_lines(path / f"armstjc/rr_schedule_{series}.csv.gz", races)
        others = [
            {"season": 2020, "race_id": f"race_{race}", "finish_position": finish}
            | {"driver_number": f"0{finish}", "driver_name": driver}
            | {"driver_id": driver.replace(" ", "_")}
            for race in (1, 2)
            for finish, driver in enumerate(DRIVERS, start=1)
        ]
        write_lines(path / f"armstjc/rr_race_results_{series}.csv.gz", others)
    _write_feed(path / "armstjc")
    standing = {"series": "cup", "season": 2020, "rank": 1, "driver": "Ann Able", "points": 9}
    write_lines(path / "rmathisiv1/final_standings_1949-2025.csv.gz", [standing])
    day = {"series": "cup", "season": 2020, "round": 1, "date": "2020-03-01"}
    write_lines(path / "rmathisiv1/race_meta_1949-2026.csv.gz", [day])
    born = {"name": "Ann Able", "nascar_driver_id": 7, "dob": "1990-01-02", "hometown": "Here"}
    with gzip.open(path / "rmathisiv1/drivers.json.gz", "wt", encoding="utf-8") as text:
        json.dump({"drivers": {"ann-able": born}}, text)
    track = dict.fromkeys(("track_id", "location", "length_mi", "surface", "turns", "banking"), "")
    write_lines(path / "nsharkey/nascar_cup_track_configurations.csv", [track])
    write_lines(path / "wedgius/track_latlon.csv", [{"name": "Old Oval", "location": ""}])
    second = {"year": 2020, "champion": "Ann Able"}
    write_lines(path / "hermanmckinney3/noaps_df_champions_1982-2025.csv", [second])


def _write_feed(path: Path) -> None:
    car = {"race_id": 11, "car_number": "01", "driver_fullname": "Ann Able"}
    place = {"finishing_position": 1, "disqualified": "False", "team_name": ""}
    write_lines(path / "api_race_results.csv.gz", [car | place])
    write_lines(path / "api_race_info.csv.gz", [{"race_id": 11, "track_id": 1}])
    stage = {"stage_number": 1, "finishing_position": 1, "driver_id": 7}
    write_lines(path / "api_race_stage_results.csv.gz", [car | stage])
    write_lines(path / "api_race_infractions.csv.gz", [car | {"driver_id": 7}])
    run = {"race_id": 11, "car_number": "01", "driver_name": "Ann Able", "driver_id": 7}
    write_lines(path / "api_weekend_runs.csv.gz", [run])
