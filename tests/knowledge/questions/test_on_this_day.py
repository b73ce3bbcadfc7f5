"""On this day: the same day of the year over all the years."""

from __future__ import annotations

from datetime import date

import pytest


@pytest.mark.parametrize(
    "day", ["july 4", "july 4th", "on the 4th of july", "the fourth of july", "4 july"]
)
def test_a_day_is_said_in_many_ways(fan, day):
    assert fan.learns(f"who won {day} 1984") == "Richard Petty"


def test_on_this_day_is_the_day_of_asking(fan):
    answer = fan.book.ask("who won on this day in 1979", today=date(2026, 2, 18))
    assert answer.value == "Richard Petty"
    assert answer.table.rows[0][2] == "Daytona 500"


def test_the_most_notable_races_are_told_first(fan):
    answer = fan.hears("what happened on february 18")
    assert "Daytona 500" in answer.headline
    assert len(answer.table.rows) == len(answer.value)


def test_the_races_of_one_series_can_be_counted(fan):
    answer = fan.hears("how many cup races were run on february 29")
    assert answer.value == 1
    assert answer.table.rows[0][4] == "Richard Petty"


def test_without_a_day_spotter_asks_for_one(fan):
    assert "what day it is" in fan.is_told_no("on this day")


def test_a_day_on_which_nobody_raced_is_said_plainly(fan):
    assert "no race run on December 25" in fan.is_told_no("who won on december 25")


def test_a_month_alone_is_no_day(fan):
    assert fan.learns("who won at daytona in july 1984") == "Richard Petty"
    assert fan.learns("who won the july 400 at daytona in 1984") == "Richard Petty"
