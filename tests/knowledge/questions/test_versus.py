"""Side by side: more wins, the better average, head to head in the same races."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("who has more truck series wins, todd bodine or johnny sauter", "Johnny Sauter"),
        ("more cup wins ford or chevy", "Chevrolet"),
        ("larson vs hamlin cup wins at bristol", "Denny Hamlin"),
        ("how many more cup wins does richard petty have than david pearson", 95),
        ("which brother has more cup wins, terry or bobby labonte", "Terry Labonte"),
        ("who has more wins in all three series kyle busch or richard petty", "Kyle Busch"),
        ("did heim or majeski finish ahead more often in 2025 trucks", "Corey Heim"),
        ("gibbs or hendrick more wins in 2024 cup", "Hendrick Motorsports"),
    ],
)
def test_the_better_of_two(fan, question, value):
    assert fan.learns(question) == value


def test_equals_are_both_named(fan):
    assert fan.learns("who had more cup wins in 2024 bell or reddick") == (
        "Christopher Bell",
        "Tyler Reddick",
    )


def test_who_is_better_gets_both_drivers_numbers_and_no_verdict(fan):
    said = fan.is_told_no("who is better, kyle or kurt busch")
    assert "63 wins" in said
    assert "34 wins" in said
    assert "your call" in said


def test_a_car_named_by_its_paint_is_a_number_in_its_seasons(fan):
    assert fan.learns("who drove the Blue Deuce")[:2] == ("Rusty Wallace", "Brad Keselowski")
    assert fan.learns("wins for the Home Depot 20") == fan.learns(
        "wins for the number 20 in Cup from 1999 to 2012"
    )
    assert fan.learns("who won in the M&M's 18 in 2015") == ("Kyle Busch",)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("did Darrell Waltrip win more Cup races than Cale Yarborough", True),
        ("does Kurt Busch have more Cup wins than Kyle Busch", False),
        ("did Kurt Busch or Kyle Busch win more Cup races", "Kyle Busch"),
        ("how many Cup wins do Kyle Busch and Kurt Busch have together", 97),
        ("combined wins of Bobby and Donnie Allison", 95),
        ("who has more combined wins, Kyle Busch or Richard Petty", "Kyle Busch"),
        ("who started more Cup races, Michael Waltrip or Sterling Marlin", "Michael Waltrip"),
        ("out of Logano, Keselowski and Blaney who has the most Cup wins", "Joey Logano"),
    ],
)
def test_two_are_compared_as_it_was_asked(fan, question, value):
    assert fan.learns(question) == value


def test_what_is_asked_next_is_asked_of_the_same_two(fan):
    pair = "who had more top tens in 2025 Cup, Buescher or Keselowski"
    assert fan.learns(pair, "and who finished better on average") == "Chris Buescher"
    assert fan.learns(pair, "who led more laps") == "Brad Keselowski"
