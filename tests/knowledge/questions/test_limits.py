"""Numbers as limits, and words that change what is counted: over 50 wins, different cars."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("how many drivers have over 50 cup wins", 13),
        ("drivers with more than 50 Cup wins", 13),
        ("how many drivers have at least 10,000 laps led in cup", 21),
        ("how many drivers have over 200 cup wins", 0),
        ("winners over 10 times at bristol in cup", ("Darrell Waltrip",)),
    ],
)
def test_over_and_more_than_are_the_same_and_a_number_may_have_a_comma(fan, question, value):
    found = fan.learns(question)
    assert (len(found) if isinstance(value, int) and isinstance(found, tuple) else found) == value


def test_starts_may_be_what_is_limited(fan, connection):
    (many,) = connection.execute(
        "select count(*) from (select 1 from result where series = 'truck'"
        " group by driver having count(*) > 100)"
    ).fetchone()
    assert fan.learns("how many drivers have over 100 starts in trucks") == many


@pytest.mark.parametrize(
    "question",
    [
        "most wins by a driver under 25",
        "who won the most before the age of 25",
        "races under 300 miles in 2025",
        "fewest laps led by a winner in the cup series",
    ],
)
def test_what_no_row_limits_is_declined_and_no_season(fan, question):
    fan.is_told_no(question)


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("how old was jeff gordon when he won his first championship", 24),
        ("how old was jimmie johnson when he won his last title", 41),
        ("how old was heim when he was champion", 23),
    ],
)
def test_a_title_is_won_at_the_end_of_its_season(fan, question, years):
    assert fan.learns(question) == years


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("which track has hosted the most cup races", "Daytona International Speedway"),
        ("where have the most truck races been held", "Texas Motor Speedway"),
        ("what is the winningest number in nascar", "11"),
        ("in how many different years did mark martin win in cup", 15),
        ("who holds the record for most truck wins", "Kyle Busch"),
    ],
)
def test_what_is_counted_is_what_was_asked(fan, question, value):
    assert fan.learns(question) == value


def test_races_at_a_track_are_those_of_the_book(fan, connection):
    answer = fan.hears("which track has hosted the most cup races")
    (most,) = connection.execute(
        "select max(many) from (select count(*) as many from race"
        " where series = 'cup' group by venue)"
    ).fetchone()
    assert answer.table.rows[0][2] == most


@pytest.mark.parametrize(
    "question",
    ["in how many different cars did mark martin win", "highest car number to win a cup race"],
)
def test_what_was_said_is_never_left_out(fan, question):
    fan.is_told_no(question)
