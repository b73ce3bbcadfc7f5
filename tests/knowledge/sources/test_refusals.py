"""A source that cannot be right is refused whole, and the tables before it stay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from knowledge.sources.source_file import SourceRefused

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.knowledge.sources.tiny_sources import Line, TinySources

FACTS = "derived/race_meta.csv.gz"
CHAMPIONS = "derived/champions.csv"
STANDINGS = "rmathisiv1/final_standings_1949-2025.csv.gz"


def without(column: str) -> Callable[[list[Line]], None]:
    def change(lines: list[Line]) -> None:
        for line in lines:
            del line[column]

    return change


def with_cell(row: int, column: str, value: object) -> Callable[[list[Line]], None]:
    def change(lines: list[Line]) -> None:
        lines[row][column] = value

    return change


def twice(row: int) -> Callable[[list[Line]], None]:
    def change(lines: list[Line]) -> None:
        lines.append(dict(lines[row]))

    return change


RESULTS = {
    "a column is missing": (without("Finish"), "cup.parquet, row 0, column Finish"),
    "a finish is empty": (with_cell(1, "Finish", None), "cup.parquet, row 2, column Finish"),
    "a race has two winners": (with_cell(1, "Finish", 1), "row 2, column Finish: cup 2020 round 1"),
    "a race has no winner": (with_cell(0, "Finish", 4), "column Finish: cup 2020 round 1 has no"),
    "a driver is in a race twice": (with_cell(1, "Driver", "Ann Able"), "row 2, column Driver"),
    "two races share a round": (with_cell(4, "Name", "Race 3"), "column Race: a duplicate race"),
    "a row stands twice": (twice(1), "row 7, column Finish: cup 2020 round 1 has two cars"),
}


@pytest.mark.parametrize(("change", "place"), RESULTS.values(), ids=RESULTS.keys())
def test_results_are_refused_where(
    tiny: TinySources, change: Callable[[list[Line]], None], place: str
) -> None:
    tiny.results(change)
    with pytest.raises(SourceRefused, match=re.escape(place)):
        tiny.compile()


FILES = {
    "a column is missing": (FACTS, without("date"), "race_meta.csv.gz, row 1, column date"),
    "a race stands twice": (FACTS, twice(0), "row 8, column race: a duplicate race"),
    "a number is a word": (FACTS, with_cell(2, "race", "two"), "row 4, column race: 'two'"),
    "a date is none": (FACTS, with_cell(0, "date", "soon"), "row 2, column date: 'soon'"),
    "a race has no facts": (FACTS, with_cell(0, "season", 1999), "cup 2020 round 1 has no row"),
    "a season has two champions": (CHAMPIONS, twice(0), "champions.csv, row 5, column season"),
    "a champion did not race": (
        CHAMPIONS,
        with_cell(1, "champion", "Nobody Known"),
        "column champion: 'Nobody Known' did not race in xfinity 2020",
    ),
    "a rank is no number": (STANDINGS, with_cell(0, "rank", "nan"), "row 2, column rank"),
}


@pytest.mark.parametrize(("file", "change", "place"), FILES.values(), ids=FILES.keys())
def test_a_file_is_refused_where(
    tiny: TinySources, file: str, change: Callable[[list[Line]], None], place: str
) -> None:
    tiny.lines(file, change)
    with pytest.raises(SourceRefused, match=re.escape(place)):
        tiny.compile()


def test_a_track_without_a_venue_is_refused(tiny: TinySources) -> None:
    def change(lines: list[Line]) -> None:
        for line in lines[3:]:
            line["Track"] = "New Oval"

    tiny.results(change)
    with pytest.raises(SourceRefused, match=r"cup\.parquet, row 4, column Track: 'New Oval' of"):
        tiny.compile()


def test_a_text_where_a_number_belongs_is_refused(tiny: TinySources) -> None:
    path = tiny.path / "nascaR.data" / "truck.parquet"
    table = pq.read_table(path)
    laps = table.column_names.index("Laps")
    pq.write_table(table.set_column(laps, "Laps", pa.array(["100"] * 6)), path)
    with pytest.raises(SourceRefused, match=r"truck\.parquet, row 1, column Laps: '100' is of"):
        tiny.compile()


def test_a_missing_file_is_refused_by_name(tiny: TinySources) -> None:
    (tiny.path / CHAMPIONS).unlink()
    with pytest.raises(SourceRefused, match=r"champions\.csv, row 0, .*: the file is missing"):
        tiny.compile()


def test_a_file_cut_short_is_refused(tiny: TinySources) -> None:
    path = tiny.path / FACTS
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(SourceRefused, match=r"race_meta\.csv\.gz, row .*cannot be read"):
        tiny.compile()


def test_a_file_that_is_no_parquet_is_refused(tiny: TinySources) -> None:
    (tiny.path / "nascaR.data" / "cup.parquet").write_text("not this", encoding="utf-8")
    with pytest.raises(SourceRefused, match=r"cup\.parquet, row 0, .*not a parquet file"):
        tiny.compile()


def test_refused_sources_leave_the_tables_as_they_were(tiny: TinySources) -> None:
    tiny.compile()
    before = {path: path.read_bytes() for path in tiny.target.rglob("*.*")}
    tiny.lines(STANDINGS, with_cell(0, "rank", "first"))
    with pytest.raises(SourceRefused):
        tiny.compile()
    assert {path: path.read_bytes() for path in tiny.target.rglob("*.*")} == before
    assert [path.name for path in tiny.target.parent.iterdir() if path.name[0] == "."] == []


def test_files_written_by_hand_survive_a_compile(tiny: TinySources) -> None:
    tiny.target.mkdir()
    by_hand = tiny.target / "nicknames.csv"
    by_hand.write_text("name,person\n", encoding="utf-8")
    tiny.compile()
    assert by_hand.read_text(encoding="utf-8") == "name,person\n"


def test_a_season_that_the_sources_no_longer_have_goes(tiny: TinySources) -> None:
    tiny.compile()
    (tiny.target / "results" / "cup" / "1900.csv").write_text("gone", encoding="utf-8")
    tiny.compile()
    assert not (tiny.target / "results" / "cup" / "1900.csv").exists()
