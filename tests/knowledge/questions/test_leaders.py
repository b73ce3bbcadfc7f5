"""Rankings: the most, the best, the second most, and ties."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("most daytona 500 wins", "Richard Petty"),
        ("who has the most xfinity wins at bristol", "Kyle Busch"),
        ("most second place finishes in cup history", "Richard Petty"),
        ("which manufacturer has the most cup wins since 2010", "Chevrolet"),
        ("which team has the most truck wins", "Kyle Busch Motorsports"),
        ("most wins in all three series combined", "Kyle Busch"),
        ("who led the most laps in cup in 2016", "Martin Truex Jr."),
        ("most championships in truck series", "Ron Hornaday Jr."),
        ("who has the second most cup wins", "David Pearson"),
        ("most stage wins in 2023 cup", "William Byron"),
    ],
)
def test_leaders(fan, question, value):
    assert fan.learns(question) == value


def test_tied_leaders_are_all_named(fan):
    assert fan.learns("who had the most poles in 2010 in cup") == (
        "Jamie McMurray",
        "Kasey Kahne",
    )


def test_a_ranking_of_averages_says_how_many_starts_it_needs(fan):
    answer = fan.hears("best average finish at martinsville, at least 5 starts")
    assert "at least 5 starts" in answer.reading
    assert all(row[3] >= 5 for row in answer.table.rows)


def test_the_list_is_as_long_as_asked_and_keeps_the_tie_at_its_end(fan):
    answer = fan.hears("top 3 in truck wins all time")
    assert answer.value == ("Kyle Busch", "Ron Hornaday Jr.", "Jack Sprague", "Mike Skinner")
    assert [row[0] for row in answer.table.rows] == ["1", "2", "T3", "T3"]
