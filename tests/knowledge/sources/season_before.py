"""A small folder of data that ends with the season of 2024, for the season of 2025 to come in."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from knowledge.book.opening import DATA
from knowledge.book.tables import SERIES, TABLES
from tests.knowledge.sources.feed_writer import read_lines

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.knowledge.sources.feed_writer import Line

SEASON = "2024"
PEOPLE = {"people": "id", "person_names": "person", "nicknames": "person", "notes": "person"}
LEFT_OUT = {"team_names", "make_names", "feed_teams", "notes"}
"""They name teams, makes and races of other seasons."""


def make_season_before(folder: Path, *, unknown: Iterable[str] = ()) -> Path:
    """Write the data; `unknown` are drivers of 2025 whom it shall not know yet."""
    known = {
        line["driver"]
        for year in (SEASON, "2025")
        for series in SERIES
        for line in read_lines(DATA / f"results/{series}/{year}.csv")
    } - set(unknown)
    for table in TABLES:
        pattern = table.path.format(series="*", season=SEASON)
        for path in DATA.glob(pattern):
            lines = list(read_lines(path)) if table.name not in LEFT_OUT else []
            column = PEOPLE.get(table.name, "")
            kept = [
                line
                for line in lines
                if line.get("season", SEASON) == SEASON and (not column or line[column] in known)
            ]
            _write(folder / path.relative_to(DATA), table.column_names, kept)
    _write(folder / "checks/races_per_season.csv", ("series", "season", "races"), [])
    facts = ("series", "season", "round", "driver", "measure", "expected")
    career = {"series": "truck", "driver": "corey-heim", "measure": "wins", "expected": "6"}
    _write(folder / "checks/facts.csv", facts, [career])  # true until he wins again
    return folder


def _write(path: Path, columns: Iterable[str], lines: Iterable[Line]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, list(columns), lineterminator="\n")
        writer.writeheader()
        writer.writerows(lines)
