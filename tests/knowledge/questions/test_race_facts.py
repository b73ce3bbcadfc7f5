"""Facts of a race besides its result, the race on one card, and extremes among races."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("how many cautions in the 2001 daytona 500", 3),
        ("how many lead changes in the fall 2010 talladega race", 87),
        ("average speed of the 1980 daytona 500", 177.602),
        ("pole speed of the 1987 talladega 500", 203.827),
        ("how many cars started the 2020 coke 600", 40),
        ("how many laps were run in the 2020 daytona 500", 209),
        ("how close was the finish of the 2024 kansas spring race", 0.001),
        ("margin of victory of the 2020 daytona 500", 0.014),
        ("how long did the 2020 coke 600 take", "4:29:55"),
        ("how many different leaders in the 2023 daytona 500", 21),
        ("when was the 1979 daytona 500", "1979-02-18"),
        ("what was the date of the 2016 daytona 500", "2016-02-21"),
        ("how many cautions at bristol in 2010", 17),
    ],
)
def test_facts(fan, question, value):
    assert fan.learns(question) == value


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("most cautions in a race", 22),
        ("most lead changes in a cup race", 88),
        ("biggest field at darlington", 82),
        ("fastest daytona 500", 177.602),
        ("what year was the fastest daytona 500", 1980),
        ("closest finish in a cup race", 0.001),
        ("which cup race had the closest finish in 2024", "AdventHealth 400"),
    ],
)
def test_extremes(fan, question, value):
    assert fan.learns(question) == value


def test_races_that_tie_are_all_named(fan):
    headline = fan.hears("most lead changes in a cup race").headline
    assert "2010-04-25" in headline
    assert "2011-04-17" in headline


def test_a_race_has_its_story_on_one_card(fan):
    answer = fan.hears("what happened in the 1979 daytona 500")
    assert "Richard Petty won" in answer.headline
    assert "36 lead changes and 7 cautions" in answer.headline
    assert [row[3] for row in answer.table.rows][:2] == ["Richard Petty", "Darrell Waltrip"]


def test_the_next_question_keeps_the_race(fan):
    first = "how many cautions in the 2001 daytona 500"
    assert fan.learns(first, "and the lead changes?") == 49
    assert fan.learns(first, "how about 2002") == 9


def test_a_fact_that_is_missing_is_named_with_what_is_known(fan):
    told = fan.is_told_no("margin of victory in the 2003 spring darlington race")
    assert "margin of victory" in told
    assert "lead changes 15" in told


def test_a_race_that_ended_under_caution_has_no_margin(fan):
    answer = fan.hears("margin of victory in the 2021 daytona 500")
    assert "Under Caution" in answer.headline


def test_of_two_races_spotter_asks_which(fan):
    assert "tell me which one" in fan.is_told_no("what happened at darlington in 2003")


@pytest.mark.parametrize(
    "question",
    [
        "fastest lap of the 2020 daytona 500",
        "what was kyle larson's pole lap time at bristol in 2021",
        "fastest driver",
        "most cautions for hendrick",
    ],
)
def test_what_is_not_held_or_not_asked_of_one_race_stays_unknown(fan, question):
    fan.is_told_no(question)
