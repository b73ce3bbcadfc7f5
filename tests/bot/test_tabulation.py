"""Rows put into a table: numbers written alike, and nothing said twice."""

from __future__ import annotations

from bot.reply import Column, Table
from bot.tabulation import phrase_table, without_echo
from knowledge.answer import Table as Rows

LED = Rows(
    ("Season", "Race", "Average", "Laps led"),
    ((2024, "Ecosave 200", 13.1944, 12_345), (2025, "Clash at 1,000 laps", 2.0, None)),
)


def test_numbers_read_as_a_fan_writes_them_and_a_season_keeps_its_shape() -> None:
    assert phrase_table(LED).rows == (
        ("2024", "Ecosave 200", "13.2", "12,345"),
        ("2025", "Clash at 1,000 laps", "2.0", "-"),
    )


def test_columns_of_numbers_are_marked_even_where_one_is_missing() -> None:
    assert phrase_table(LED).columns == (
        Column("Season", holds_numbers=True),
        Column("Race"),
        Column("Average", holds_numbers=True),
        Column("Laps led", holds_numbers=True),
    )


def test_whole_numbers_have_no_point_however_they_are_stored() -> None:
    points = Rows(("Points",), ((5040.0,), (5035.0,)))

    assert phrase_table(points) == Table((Column("Points", True),), (("5,040",), ("5,035",)))


def test_a_column_that_repeats_the_reading_is_left_out() -> None:
    rows = Rows(
        ("Season", "Series", "Driver", "Car", "Finish"),
        ((2025, "Truck", "Corey Heim", "11", 1), (2025, "Truck", "Corey Heim", "11", 1)),
    )

    left = without_echo(rows, "wins · Corey Heim · Truck Series · 2025")

    assert left.columns == ("Car", "Finish")
    assert left.rows == (("11", 1), ("11", 1))


def test_a_column_that_only_looks_like_the_reading_stays() -> None:
    rows = Rows(("Driver", "Car"), (("Ty", "20"),))

    assert without_echo(rows, "wins · Ty Dillon · 2025").columns == ("Car",)
    assert without_echo(rows, "wins · Tyler Reddick · 2025") == rows
