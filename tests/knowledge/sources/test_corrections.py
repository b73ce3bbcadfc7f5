"""A fault of a source is mended by a row of a table, and the report says what the row did."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from knowledge.sources.source_file import SourceRefused

if TYPE_CHECKING:
    from pathlib import Path

    from tests.knowledge.sources.tiny_sources import Line, TinySources

CUP = {"series": "cup", "season": "2020", "round": "1"}


def cars(target: Path, series: str = "cup") -> list[dict[str, str]]:
    with (target / "results" / series / "2020.csv").open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def test_without_corrections_the_tables_say_what_the_source_says(tiny: TinySources) -> None:
    report = tiny.compile()
    first = cars(tiny.target)[0]
    assert (first["driver"], first["car"], first["rating"]) == ("ann-able", "01", "90.0")
    assert report.rows["results"] == 18


def test_a_field_is_mended_in_one_race_only(tiny: TinySources) -> None:
    where = {"where": "driver", "equals": "Bob Baker"}
    tiny.correct("fields.csv", table="results", **CUP, **where, column="car", value="102")
    report = tiny.compile()
    numbers = [car["car"] for car in cars(tiny.target) if car["driver"] == "bob-baker"]
    assert numbers == ["102", "02"]
    assert "fields.csv: 1 rows, needed 1 times" in report.text


def test_an_empty_value_empties_the_field_everywhere(tiny: TinySources) -> None:
    every = {"series": "*", "season": "*", "round": "*"}
    where = {"where": "make", "equals": "Ford"}
    tiny.correct("fields.csv", table="results", **every, **where, column="make", value="")
    tiny.compile()
    assert {car["make"] for car in cars(tiny.target)} == {""}


def test_a_correction_that_nothing_needs_is_named(tiny: TinySources) -> None:
    where = {"where": "driver", "equals": "Nobody Known"}
    tiny.correct("fields.csv", table="results", **CUP, **where, column="car", value="1")
    assert "fields.csv row 2 was not needed" in tiny.compile().text


def test_a_correction_of_an_unknown_column_is_refused(tiny: TinySources) -> None:
    tiny.correct("fields.csv", table="results", **CUP, column="colour", value="red")
    with pytest.raises(SourceRefused, match=r"fields\.csv, row 2, column column: 'colour'"):
        tiny.compile()


def test_dropped_rows_are_counted_and_named_with_the_reason(tiny: TinySources) -> None:
    tiny.correct("drops.csv", **CUP, where="finish", equals="2-3")
    text = tiny.compile().text
    assert "2 rows: a test\n  cup 2020 round 1: 2 Bob Baker\n" in text
    assert "cup: 6 rows read, 2 dropped, 0 added, 4 kept in 2 races" in text


def test_a_missing_row_is_added(tiny: TinySources) -> None:
    tiny.correct("additions.csv", **CUP, finish="4", driver="Di Dean", laps="90", status="engine")
    tiny.compile()
    added = cars(tiny.target)[3]
    assert (added["driver"], added["laps"], added["status"]) == ("di-dean", "90", "engine")


def test_two_races_in_the_wrong_order_change_places_with_all_their_rows(tiny: TinySources) -> None:
    tiny.correct("rounds.csv", **CUP, becomes="2")
    tiny.correct("rounds.csv", **(CUP | {"round": "2"}), becomes="1")
    tiny.compile()
    with (tiny.target / "races" / "cup.csv").open(encoding="utf-8", newline="") as text:
        races = [(race["name"], race["date"]) for race in csv.DictReader(text)]
    assert races == [("Race 2", "2020-03-02"), ("Race 1", "2020-03-01")]


def test_a_tie_is_allowed_where_it_is_written_down(tiny: TinySources) -> None:
    where = {"where": "driver", "equals": "Cy Carter"}
    tiny.correct("fields.csv", table="results", **CUP, **where, column="finish", value="2")
    with pytest.raises(SourceRefused, match="two cars in place 2"):
        tiny.compile()
    tiny.correct("ties.csv", **CUP, finish="2")
    assert tiny.compile().rows["results"] == 18


def test_one_name_can_be_two_people_and_two_names_one(tiny: TinySources) -> None:
    merge = {"action": "merge", "name": "Cy Carter", "seasons": "*"}
    tiny.correct("people.csv", **merge, person="cyrus-carter")
    split = {"action": "split", "name": "Bob Baker", "seasons": "2020"}
    tiny.correct("people.csv", **split, person="bob-baker-2", display="Bob Baker")
    tiny.compile()
    with (tiny.target / "people.csv").open(encoding="utf-8", newline="") as text:
        people = {person["id"]: person["name"] for person in csv.DictReader(text)}
    assert people == {
        "ann-able": "Ann Able",
        "bob-baker-2": "Bob Baker",
        "cyrus-carter": "Cy Carter",
    }


def test_a_difference_between_the_two_copies_is_reported(tiny: TinySources) -> None:
    def swap(lines: list[Line]) -> None:
        lines[0]["finish_position"], lines[1]["finish_position"] = 2, 1

    tiny.lines("armstjc/rr_race_results_truck.csv.gz", swap)
    text = tiny.compile().text
    assert "truck 2020 round 1: 1 ann-able, there Bob Baker" in text
    assert "0 winners differ there, 1 in its results" in text


def test_an_accepted_difference_is_counted_and_not_named(tiny: TinySources) -> None:
    def swap(lines: list[Line]) -> None:
        lines[1]["finish_position"], lines[2]["finish_position"] = 3, 2

    tiny.lines("armstjc/rr_race_results_cup.csv.gz", swap)
    tiny.correct("accepted.csv", **CUP, finish="2-3")
    text = tiny.compile().text
    assert "2 differences are known and accepted" in text
    assert "there Cy Carter" not in text


def test_a_birth_date_from_before_a_driver_could_race_is_left_out(tiny: TinySources) -> None:
    assert "1 with a birth date" in tiny.compile().text
    every = {"series": "*", "season": "*", "round": "*"}
    born = {"where": "born", "equals": "1990-01-02", "column": "born", "value": "2018-01-02"}
    tiny.correct("fields.csv", table="people", **every, **born)
    assert "0 with a birth date" in tiny.compile().text
