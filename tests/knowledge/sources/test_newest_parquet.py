"""Another source than the feed: a newer release of the file that the records were compiled from."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from knowledge.book.opening import DATA
from knowledge.sources.compiling import CORRECTIONS
from knowledge.sources.fetching.outcomes import Answer
from knowledge.sources.fetching.parquet_address import results
from knowledge.sources.newest_parquet import NewestParquet
from knowledge.sources.records import RaceKey
from knowledge.sources.taking_in import take_in
from tests.knowledge.sources.feed_writer import read_lines
from tests.knowledge.sources.garage import LATER
from tests.knowledge.sources.tiny_sources import write_parquet

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from tests.knowledge.sources.garage import Garage
    from tests.knowledge.sources.tiny_sources import Line

NO_DAY = "truck.parquet: of 1 races of 2025 nobody says on which day they were run"
DAYTONA = RaceKey("truck", 2025, 1)
NUMBERS = {"Finish": "finish", "Start": "start", "Pts": "points", "Laps": "laps", "Led": "led"}
TEXTS = {"Car": "car", "Make": "make", "Team": "team", "Status": "status"}
RACE: Line = {"Season": 2025, "Race": 1, "Track": "Daytona International Speedway"}
RACE |= {"Name": "Fresh From Florida 250", "Length": 2.5, "Surface": "paved"}


def as_it_would_be_published(garage: Garage, folder: Path) -> None:
    """Write the first Truck race of 2025 as that file has its rows."""
    names = {line["id"]: line["name"] for line in read_lines(DATA / "people.csv")}
    lines = [
        {
            **RACE,
            **{column: int(line[ours] or 0) for column, ours in NUMBERS.items()},
            **{column: line[ours] for column, ours in TEXTS.items()},
            "Driver": names[line["driver"]],
            "S1": int(line["stage_1"] or 0) or None,
            "S2": int(line["stage_2"] or 0) or None,
            "Rating": float(line["rating"]),
        }
        for line in read_lines(DATA / "results/truck/2025.csv")
        if line["round"] == "1"
    ]
    file = folder / "truck.parquet"
    write_parquet(file, lines)
    content = file.read_bytes()
    garage.feed.archive.keep(results("truck"), Answer(content, ""), datetime.now(UTC))


def test_a_newer_release_brings_the_races_that_came_after(
    garage: Garage, tmp_path: Path, connection: sqlite3.Connection
) -> None:
    as_it_would_be_published(garage, tmp_path)
    days = {DAYTONA: date(2025, 2, 14)}
    source = NewestParquet(garage.feed.archive, CORRECTIONS, days, since=2025)
    changes = take_in(source, LATER, garage.home, garage.data)
    assert changes.added == (DAYTONA,)
    assert changes.refused == ()
    told = {*NUMBERS.values(), *TEXTS.values(), "driver", "rating", "stage_1", "stage_2"}
    columns = ", ".join(sorted(told - {"team"}))  # a team is spelt as it was in 2024
    rows = f"select {columns} from result where race = 834111 order by finish"
    assert garage.asked(rows) == connection.execute(rows).fetchall()


def test_a_race_whose_day_nobody_knows_is_refused(garage: Garage, tmp_path: Path) -> None:
    as_it_would_be_published(garage, tmp_path)
    source = NewestParquet(garage.feed.archive, CORRECTIONS, {}, since=2025)
    changes = take_in(source, LATER, garage.home, garage.data)
    assert not changes.any
    assert changes.refused == (NO_DAY,)
