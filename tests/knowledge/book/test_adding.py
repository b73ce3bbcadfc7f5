"""Races added to a finished book make the very book that would have been built with them."""

from __future__ import annotations

import csv
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from knowledge.book.building import build, extend
from knowledge.book.opening import EMBEDDED, FILE, FRESH, open_book

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.knowledge.book.conftest import DataFolder

Line = dict[str, str]

OF_A_RACE = (
    "results/truck/2025.csv",
    "races/truck.csv",
    "stage_winners/truck.csv",
    "disqualifications.csv",
)


STANDINGS = """series,season,after,rank,driver,points
truck,2025,1,1,corey-heim,50
"""
PLAN = """series,season,nascar_id,name,date,venue,playoff_round,round
truck,2025,5485,Fresh From Florida 250,2025-02-14,daytona,0,1
truck,2025,99999,One that was called off,,,0,
"""


def take_out(data: DataFolder, file: str, fresh: Path, is_fresh: Callable[[Line], bool]) -> None:
    """Move lines of a file of the data into the same file of a folder of fresh races."""
    lines = data.lines(file)
    for folder, kept in ((data.path, False), (fresh, True)):
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as text:
            writer = csv.DictWriter(text, list(lines[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(line for line in lines if is_fresh(line) == kept)


def tables_of(path: Path) -> dict[str, list[str]]:
    """Every row of every table of facts, in no order; what a book says of itself left out."""
    with closing(sqlite3.connect(path)) as book:
        named = "select name from sqlite_master where type = 'table'"
        names = [name for (name,) in book.execute(named)]
        told = (n for n in names if not n.startswith(("sqlite_", "_")) and "_text" not in n)
        return {
            name: sorted(map(repr, book.execute(f"select * from {name}")))
            for name in told
            if name != "meta"
        }


@pytest.mark.parametrize("first", [1, 12])
def test_a_book_with_races_added_is_the_book_built_with_them(
    data: DataFolder, tmp_path: Path, first: int
) -> None:
    for check in ("checks/races_per_season.csv", "checks/facts.csv"):
        data.rewrite(check, lambda lines: lines.__setitem__(slice(1, None), []))
    for named in ("team_names.csv", "feed_teams.csv"):  # of teams that only these races know
        data.rewrite(named, lambda lines: lines.__setitem__(slice(1, None), []))
    build(data.path, tmp_path / "whole.db")
    home = tmp_path / "home"
    fresh = home / FRESH

    def is_fresh(line: Line) -> bool:
        return line.get("series", "truck") == "truck" and int(line["round"]) >= first

    for file in OF_A_RACE:
        take_out(data, file, fresh, is_fresh)
    if first == 1:
        (data.path / OF_A_RACE[0]).rename(data.path / "results/truck/2024.csv")
    open_book(home, data.path).close()
    added, whole = tables_of(home / FILE), tables_of(tmp_path / "whole.db")
    assert added.keys() == whole.keys()
    for table, rows in whole.items():
        assert added[table] == rows, table


def test_what_is_embedded_by_now_is_added_no_second_time(data: DataFolder, tmp_path: Path) -> None:
    build(data.path, tmp_path / EMBEDDED)
    fresh = tmp_path / FRESH
    for file in (*OF_A_RACE, "people.csv", "person_names.csv"):
        (fresh / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(data.path / file, fresh / file)
    (fresh / "points.csv").write_text(STANDINGS)
    (fresh / "planned.csv").write_text(PLAN)
    extend(tmp_path / EMBEDDED, data.path, fresh, tmp_path / FILE)
    assert tables_of(tmp_path / FILE) == tables_of(tmp_path / EMBEDDED)
