"""The real sources, where they are at hand: the same tables every time, and a full report."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.book.starting import NEVER_STARTED
from knowledge.book.tables import SERIES
from knowledge.sources.compiling import compile_tables

if TYPE_CHECKING:
    from tests.knowledge.sources.conftest import Compiled

DATA = Path(__file__).parents[3] / "knowledge" / "data"

Line = dict[str, str]


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_the_embedded_tables_are_those_of_the_sources(real: Compiled) -> None:
    embedded = files(DATA)
    compiled = files(real.path)
    assert [name for name, content in compiled.items() if embedded.get(name) != content] == []
    seasons = {name for name in embedded if name.startswith("results/")}
    assert seasons == {name for name in compiled if name.startswith("results/")}


def test_a_second_compile_changes_no_byte(real: Compiled) -> None:
    before = files(real.path)
    again = compile_tables(real.source, real.path)
    assert files(real.path) == before
    assert again.text == real.report.text


def test_the_report_counts_what_was_dropped(real: Compiled) -> None:
    assert "cup: 100,139 rows read, 1 dropped, 15 added, 100,153 kept" in real.report.text
    assert "xfinity: 54,203 rows read, 34 dropped" in real.report.text
    assert "  xfinity 2009 round 4: no finish Benny Gordon" in real.report.text


def test_the_report_says_where_the_two_copies_differ(real: Compiled) -> None:
    assert "0 winners differ there, 0 in its results" in real.report.text
    assert "cup 1984 round 20: 10 bobby-allison, there Ron Bouchard" in real.report.text


def test_every_correction_is_needed(real: Compiled) -> None:
    assert "was not needed" not in real.report.text


def test_the_report_names_the_seasons_without_complete_standings(real: Compiled) -> None:
    assert "cup 1973 left out: nobody holds rank 1" in real.report.text


def test_facts_known_to_be_true_are_true_of_the_rows(real: Compiled) -> None:
    tally = Tally({row["id"]: row["name"] for row in lines(DATA / "people.csv")})
    for series in SERIES:
        for path in (DATA / "results" / series).glob("*.csv"):
            for row in lines(path):
                tally.add(series, path.stem, row)
    wrong = [
        (row["fact"], row["expected"])
        for row in lines(real.source / "derived" / "facts.csv")
        if tally.told(row["fact"]) not in {None, row["expected"]}
    ]
    assert wrong == []


class Tally:
    """Wins, starts and winners counted from the rows, to tell a fact from."""

    def __init__(self, names: dict[str, str]) -> None:
        self._names = names
        self._wins: Counter[tuple[str, ...]] = Counter()
        self._cup_starts: Counter[str] = Counter()
        self._winners: dict[tuple[str, str, str], str] = {}

    def add(self, series: str, season: str, row: Line) -> None:
        name = self._names[row["driver"]]
        if series == "cup" and row["status"] not in NEVER_STARTED:
            self._cup_starts[name] += 1
        if row["finish"] == "1":
            self._winners[series, season, row["round"]] = name
            self._wins[series, season, name] += 1
            self._wins[series, name] += 1

    def told(self, fact: str) -> str | None:
        """Tell a fact; one about a race by its name is not told from a table of rounds."""
        if found := re.fullmatch(r"(\w+) (\d{4}) R(\d+)", fact):
            return self._winners[found[1], found[2], found[3]]
        if found := re.fullmatch(r"(\w+) (\d{4}) wins (.+)", fact):
            return str(self._wins[found[1], found[2], found[3]])
        if found := re.fullmatch(r"(\w+) wins (.+)", fact):
            return str(self._wins[found[1], found[2]])
        if found := re.fullmatch(r"starts (.+)", fact):
            return str(self._cup_starts[found[1]])
        return None


def lines(path: Path) -> list[Line]:
    with path.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))
