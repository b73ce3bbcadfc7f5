"""The book is there when it is needed: built on first use, opened fast, mended when broken."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from knowledge.book.opening import FILE, BookRefused, book_home, open_book

if TYPE_CHECKING:
    from pathlib import Path

    from tests.knowledge.book.conftest import DataFolder

WINS_2025 = "select sum(wins) from season_total where driver = 'corey-heim' and series = 'truck'"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def heims_wins(home: Path, data: DataFolder) -> int:
    with closing(open_book(home, data.path)) as book:
        (wins,) = book.execute(WINS_2025).fetchone()
    assert isinstance(wins, int)
    return wins


def test_the_first_start_builds_the_book(home: Path, data: DataFolder) -> None:
    assert heims_wins(home, data) == 12
    assert (home / FILE).is_file()


def test_the_next_start_builds_nothing(home: Path, data: DataFolder) -> None:
    heims_wins(home, data)
    before = (home / FILE).stat()
    heims_wins(home, data)
    assert (home / FILE).stat() == before


def test_files_that_were_only_touched_are_no_reason_to_build(home: Path, data: DataFolder) -> None:
    heims_wins(home, data)
    before = (home / FILE).stat()
    os.utime(data.path / "people.csv")
    heims_wins(home, data)
    assert (home / FILE).stat() == before


def test_changed_data_is_in_the_book_at_the_next_start(home: Path, data: DataFolder) -> None:
    heims_wins(home, data)
    data.rewrite("nicknames.csv", lambda lines: lines.append("The Heimlich,corey-heim"))
    with closing(open_book(home, data.path)) as book:
        found = book.execute("select person from person_name where name = 'The Heimlich'")
        assert found.fetchone() == ("corey-heim",)


def test_a_book_that_is_being_read_survives_a_new_one(home: Path, data: DataFolder) -> None:
    with closing(open_book(home, data.path)) as reader:
        data.rewrite("nicknames.csv", lambda lines: lines.append("The Heimlich,corey-heim"))
        assert heims_wins(home, data) == 12
        assert reader.execute(WINS_2025).fetchone() == (12,)
        assert reader.execute("pragma quick_check").fetchone() == ("ok",)


@pytest.mark.parametrize("left", [0, 50, 100, 4096, 100_000])
def test_a_book_cut_short_is_built_again(home: Path, data: DataFolder, left: int) -> None:
    heims_wins(home, data)
    os.truncate(home / FILE, left)
    assert heims_wins(home, data) == 12


def test_what_is_no_database_is_built_again(home: Path, data: DataFolder) -> None:
    home.mkdir()
    (home / FILE).write_text("driver,wins\nHeim,12\n" * 100, encoding="utf-8")
    assert heims_wins(home, data) == 12


def test_another_programs_database_is_left_alone(home: Path, data: DataFolder) -> None:
    home.mkdir()
    with closing(sqlite3.connect(home / FILE)) as foreign:
        foreign.execute("create table vinyl (artist text)")
    before = (home / FILE).read_bytes()
    with pytest.raises(BookRefused, match="is another program's file: move it") as refused:
        open_book(home, data.path)
    assert "\n" not in str(refused.value)
    assert (home / FILE).read_bytes() == before


def test_a_home_that_cannot_be_written_is_told_in_one_line(
    tmp_path: Path, data: DataFolder
) -> None:
    (tmp_path / "home").write_text("a file where a folder should be", encoding="utf-8")
    with pytest.raises(BookRefused) as refused:
        open_book(tmp_path / "home", data.path)
    assert "\n" not in str(refused.value)


def test_refused_data_keeps_the_book_that_was_there(home: Path, data: DataFolder) -> None:
    heims_wins(home, data)
    before = (home / FILE).read_bytes()
    data.replace("results/truck/2025.csv", 2, "corey-heim", "nobody")
    with pytest.raises(BookRefused, match=r"results/truck/2025\.csv, line 2, column driver"):
        open_book(home, data.path)
    assert (home / FILE).read_bytes() == before


def test_the_book_cannot_be_written(connection: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("delete from result")


def test_spotter_home_says_where_the_book_lives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPOTTER_HOME", str(tmp_path))
    assert book_home() == tmp_path
    monkeypatch.delenv("SPOTTER_HOME")
    assert book_home().name == "spotter"


def test_a_built_book_opens_in_less_than_50_ms(book_home: Path) -> None:
    def seconds() -> float:
        start = time.perf_counter()
        open_book(book_home).close()
        return time.perf_counter() - start

    assert min(seconds() for _ in range(5)) < 0.05
