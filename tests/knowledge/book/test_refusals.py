"""Bad data is refused whole, in one line that names the place; the book before it stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from knowledge.book.building import build
from knowledge.book.refusal import BookRefused

if TYPE_CHECKING:
    from pathlib import Path

    from tests.knowledge.book.conftest import DataFolder

CUP = "results/cup/2025.csv"
RACES = "races/truck.csv"


@pytest.fixture
def old_book(data: DataFolder, tmp_path: Path) -> Path:
    target = tmp_path / "records.db"
    build(data.path, target)
    return target


def refusal(data: DataFolder, target: Path) -> str:
    """Build, and say why it was refused; whatever happened, the old book must still be there."""
    before = target.read_bytes()
    with pytest.raises(BookRefused) as refused:
        build(data.path, target)
    assert target.read_bytes() == before
    assert not list(target.parent.glob("*.building"))
    line = str(refused.value)
    assert "\n" not in line
    return line


def test_a_missing_column_is_named(data: DataFolder, old_book: Path) -> None:
    def drop_led(lines: list[str]) -> None:
        column = lines[0].split(",").index("led")
        for number, line in enumerate(lines):
            cells = line.split(",")
            lines[number] = ",".join(cells[:column] + cells[column + 1 :])

    data.rewrite(CUP, drop_led)
    assert refusal(data, old_book) == f"{CUP}, line 1, column led: is missing"


def test_a_column_that_nobody_declared_is_named(data: DataFolder, old_book: Path) -> None:
    data.replace("nicknames.csv", 1, "person", "person,colour")
    message = "nicknames.csv, line 1, column colour: is not a column of this table"
    assert refusal(data, old_book) == message


def test_a_race_that_stands_twice_is_refused(data: DataFolder, old_book: Path) -> None:
    data.rewrite(RACES, lambda lines: lines.append(lines[1]))
    message = f"{RACES}, line 27, column season, round: 2025 1 stands on line 2 already"
    assert refusal(data, old_book) == message


def test_a_word_where_a_number_belongs_is_refused(data: DataFolder, old_book: Path) -> None:
    data.replace(CUP, 3, "1,2,", "1,second,")
    message = f'{CUP}, line 3, column finish: "second" is not a whole number'
    assert refusal(data, old_book) == message


def test_a_day_that_does_not_exist_is_refused(data: DataFolder, old_book: Path) -> None:
    data.replace(RACES, 2, "2025-02-14", "2025-02-30")
    message = f'{RACES}, line 2, column date: "2025-02-30" is not a date (YYYY-MM-DD)'
    assert refusal(data, old_book) == message


def test_an_empty_cell_that_must_be_filled_is_refused(data: DataFolder, old_book: Path) -> None:
    data.replace("people.csv", 2, ",", ",,")
    assert refusal(data, old_book).startswith("people.csv, line 2: has ")


def test_a_driver_whom_nobody_knows_is_refused(data: DataFolder, old_book: Path) -> None:
    data.replace(CUP, 2, "william-byron", "lightning-mcqueen")
    message = f'{CUP}, line 2, column driver: "lightning-mcqueen" is not known'
    assert refusal(data, old_book) == message


def test_a_race_at_an_unknown_venue_is_refused(data: DataFolder, old_book: Path) -> None:
    data.replace(RACES, 2, ",daytona,", ",radiator-springs,")
    message = f'{RACES}, line 2, column venue: "radiator-springs" is not known'
    assert refusal(data, old_book) == message


def test_results_of_a_race_that_was_never_run_are_refused(data: DataFolder, old_book: Path) -> None:
    data.rewrite(CUP, lambda lines: lines.append("37" + lines[-1][lines[-1].index(",") :]))
    assert refusal(data, old_book).endswith('column round: "cup 2025 37" is not known')


def test_a_table_that_is_not_there_is_refused(data: DataFolder, old_book: Path) -> None:
    (data.path / "champions.csv").unlink()
    assert refusal(data, old_book) == "champions.csv: no such file"


def test_a_file_that_is_not_text_is_refused(data: DataFolder, old_book: Path) -> None:
    (data.path / "venues.csv").write_bytes(b"\xff\xfe\x00")
    assert refusal(data, old_book) == "venues.csv: is not UTF-8 text"


def test_an_empty_file_is_refused(data: DataFolder, old_book: Path) -> None:
    (data.path / "sources.csv").write_bytes(b"")
    assert refusal(data, old_book) == "sources.csv, line 1, column id: is missing"


def test_a_file_cut_in_the_middle_of_a_line_is_refused(data: DataFolder, old_book: Path) -> None:
    path = data.path / CUP
    path.write_bytes(path.read_bytes()[:5000].rpartition(b",")[0])
    assert " cells, not 14" in refusal(data, old_book)


def test_a_race_without_a_winner_fails_the_self_check(data: DataFolder, old_book: Path) -> None:
    data.replace(CUP, 2, "1,1,", "1,99,")
    assert refusal(data, old_book) == "cup 2025 round 1 (DAYTONA 500) has 0 winners, not 1"


def test_a_race_too_few_fails_the_self_check(data: DataFolder, old_book: Path) -> None:
    data.rewrite(RACES, lambda lines: lines.pop())
    data.rewrite(
        "results/truck/2025.csv",
        lambda lines: lines.__setitem__(
            slice(None), [line for line in lines if not line.startswith("25,")]
        ),
    )
    data.rewrite(
        "stage_winners/truck.csv",
        lambda lines: lines.__setitem__(
            slice(None), [line for line in lines if not line.startswith("2025,25,")]
        ),
    )
    message = "checks/races_per_season.csv: truck 2025 has 24 races, not 25"
    assert refusal(data, old_book) == message


def test_a_known_fact_that_no_longer_holds_fails_the_self_check(
    data: DataFolder, old_book: Path
) -> None:
    data.rewrite("checks/facts.csv", lambda lines: lines.append("truck,2025,,corey-heim,wins,9"))
    message = "checks/facts.csv: truck 2025 corey-heim wins is 12 in the book, not 9"
    assert refusal(data, old_book) == message
