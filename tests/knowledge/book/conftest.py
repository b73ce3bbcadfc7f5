"""A folder of data small enough to spoil and build again: the real rows of one season."""

from __future__ import annotations

import csv
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from knowledge.book.opening import DATA
from knowledge.book.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SEASON = "2025"
Line = dict[str, str]


@dataclass(frozen=True)
class DataFolder:
    """The data of one season, with a pencil to change it."""

    path: Path

    def lines(self, file: str) -> list[Line]:
        with (self.path / file).open(encoding="utf-8", newline="") as text:
            return list(csv.DictReader(text))

    def rewrite(self, file: str, change: Callable[[list[str]], None]) -> None:
        """Change a file's lines in place; the first is the header."""
        path = self.path / file
        lines = path.read_text(encoding="utf-8").splitlines()
        change(lines)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def replace(self, file: str, line: int, old: str, new: str) -> None:
        """Replace a text within one line, counted as a text editor does."""

        def change(lines: list[str]) -> None:
            assert old in lines[line - 1]
            lines[line - 1] = lines[line - 1].replace(old, new, 1)

        self.rewrite(file, change)


@pytest.fixture(scope="session")
def one_season(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("season") / "data"
    teams, makes = set(), set()
    for file in sorted(DATA.glob(f"results/*/{SEASON}.csv")):
        _copy(file, folder, lambda _: True)
        with file.open(encoding="utf-8", newline="") as text:
            for line in csv.DictReader(text):
                teams.add(line["team"])
                makes.add(line["make"])

    def kept(line: Line) -> bool:
        return (
            line.get("season", SEASON) == SEASON
            and line.get("team", "") in {"", *teams}
            and line.get("make", "") in {"", *makes}
        )

    for table in TABLES[1:]:
        for file in sorted(DATA.glob(table.path.format(series="*"))):
            _copy(file, folder, kept)
    for file in sorted(DATA.glob("checks/*.csv")):
        _copy(file, folder, kept)
    return folder


def _copy(file: Path, folder: Path, kept: Callable[[Line], bool]) -> None:
    target = folder / file.relative_to(DATA)
    target.parent.mkdir(parents=True, exist_ok=True)
    with file.open(encoding="utf-8", newline="") as text:
        reader = csv.DictReader(text)
        assert reader.fieldnames
        with target.open("w", encoding="utf-8", newline="") as copy:
            writer = csv.DictWriter(copy, reader.fieldnames, lineterminator="\n")
            writer.writeheader()
            writer.writerows(filter(kept, reader))


@pytest.fixture
def data(one_season: Path, tmp_path: Path) -> DataFolder:
    """A copy of one season's data that a test may spoil."""
    return DataFolder(shutil.copytree(one_season, tmp_path / "data"))
