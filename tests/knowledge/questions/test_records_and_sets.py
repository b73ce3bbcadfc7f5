"""Records in one season or race, sets of drivers, splits and cards."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("most wins in a single cup season", 27),
        ("who holds the record for most truck wins in a season", "Corey Heim"),
        ("who has the most wins in a cup season since 1972", ("Richard Petty", "Jeff Gordon")),
        ("most wins in a season by jeff gordon", 13),
        ("most laps led in a race in cup", 495),
        ("how many different winners in 2023 in cup", 15),
        ("most different cup winners in a season", 19),
        ("how many times has the pole sitter won the daytona 500", 9),
        ("most xfinity starts without ever winning", "Ryan Sieg"),
        ("how many cup races were run in 1964", 62),
        (
            "which tracks has tony stewart never won at in cup",
            ("Darlington Raceway", "Rockingham Speedway", "Kentucky Speedway"),
        ),
        ("who drove the 9 car in cup in 2006", "Kasey Kahne"),
        ("what number did rusty wallace drive in cup in 1993", "2"),
        ("what team did chase elliott drive for in 2020", "Hendrick Motorsports"),
    ],
)
def test_records_and_sets(fan, question, value):
    assert fan.learns(question) == value


def test_a_set_has_everybody_and_their_numbers(fan):
    answer = fan.hears("who has at least 5 cup wins at dover")
    assert answer.value[0] == "Jimmie Johnson"
    assert answer.table.rows[0] == ("Jimmie Johnson", 11)
    assert "Kyle Busch" in fan.learns("which drivers have won in all three series")
    assert "Dale Earnhardt" in fan.learns("who has won at both daytona and talladega in cup")


def test_a_split_has_a_row_a_part_and_adds_up(fan):
    answer = fan.hears("kyle busch cup wins by season")
    assert answer.value is None
    assert sum(row[2] for row in answer.table.rows) == 63


def test_a_card_has_every_series(fan):
    answer = fan.hears("tell me about ross chastain")
    assert [row[0] for row in answer.table.rows] == ["Cup", "Xfinity", "Truck"]
    assert "champion 2025 Truck" in fan.hears("corey heim stats 2025").headline


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("has jimmie johnson ever won at watkins glen", False),
        ("did ryan newman win the 2008 daytona 500", True),
        ("did mark martin ever win a cup championship", False),
        ("has mark martin never won the daytona 500", True),
        ("has richard petty ever won a truck race", False),
        ("was larson the champion in 2021", True),
        ("kyle busch ever win the daytona 500", False),
        ("did larson win at daytona or talladega in 2025", False),
        ("did blaney win at martinsville or talladega in 2023", True),
    ],
)
def test_yes_or_no_with_the_proof(fan, question, value):
    assert fan.learns(question) is value


def test_what_is_different_may_be_a_kind_of_track(fan):
    winners = fan.learns("which driver has won on the most different road courses in Cup")
    assert set(winners) == {"Chase Elliott", "Shane van Gisbergen"}


def test_more_than_twice_is_three_times(fan):
    often = fan.learns("who has won the Daytona 500 more than twice")
    assert often == fan.learns("who has won the Daytona 500 at least 3 times")
