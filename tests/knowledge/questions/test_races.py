"""One race: who won, who was second, who started first, where somebody finished."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("who won the 1979 daytona 500", "Richard Petty"),
        ("winner of the 2001 pepsi 400", "Dale Earnhardt Jr."),
        ("who won the bristol night race in 2012", "Denny Hamlin"),
        ("who won the fall 2019 talladega race", "Ryan Blaney"),
        ("who won the brickyard 400 in 2005", "Tony Stewart"),
        ("who finished third in the 2020 coke 600", "Ryan Blaney"),
        ("who was the runner up in the 2007 daytona 500", "Mark Martin"),
        ("polesitter for the 2015 southern 500", "Brad Keselowski"),
        ("who won the 2022 season opener", "Austin Cindric"),
        ("who won the last race of 2023", "Ross Chastain"),
        ("who won race 10 of the 2018 xfinity season", "Justin Allgaier"),
        ("who won the truck race at eldora in 2016", "Kyle Larson"),
        ("who won the roval in 2022 xfinity", "A.J. Allmendinger"),
        ("indy road course winner 2021 cup", "A.J. Allmendinger"),
        ("who won the 2020 daytona road course race", "Chase Elliott"),
        ("who won the spring bristol race in 2022", "Kyle Busch"),
        ("who finished last in the 2025 daytona 500", "A.J. Allmendinger"),
        ("where did kyle busch finish in the 2015 finale", 1),
    ],
)
def test_single_races(fan, question, value):
    assert fan.learns(question) == value


def test_a_track_raced_twice_that_season_gives_both_winners(fan):
    assert fan.learns("who won at dover in 2010") == ("Kyle Busch", "Jimmie Johnson")


def test_a_race_without_a_year_is_the_latest_and_says_so(fan):
    answer = fan.hears("who won the daytona 500")
    assert answer.value == "William Byron"
    assert "latest" in answer.caveats[0]


def test_a_race_that_was_never_run_is_not_made_up(fan):
    assert "holds no race" in fan.is_told_no("who won the cup race at chicagoland in 2021")
    assert "36" in fan.is_told_no("who won race 40 of the 2019 cup season")
    assert "begin in 1949" in fan.is_told_no("who won the 1948 daytona 500")


def test_the_full_result_has_every_starter(fan):
    answer = fan.hears("full results of the 2025 truck finale")
    assert answer.table.columns[0] == "Finish"
    assert answer.table.rows[0][3] == "Corey Heim"


def test_a_stage_has_its_winner(fan):
    assert fan.learns("who won the second stage in the 2022 coke 600") == "Daniel Suarez"
    assert "2017" in fan.is_told_no("who won stage 1 of the 2012 daytona 500")


def test_a_season_is_won_by_its_champion_and_a_race_by_its_winner(fan):
    assert fan.learns("who won the cup in 2024") == "Joey Logano"
    assert len(fan.hears("who won each cup race in 2024").table.rows) == 36


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("who was runner-up to Jeff Gordon in the 1999 Daytona 500", "Dale Earnhardt"),
        ("who finished right behind Tony Stewart in the 2005 Brickyard 400", "Kasey Kahne"),
        ("what position did Dale Jarrett start in the 1993 Daytona 500", 2),
        (
            "list the Southern 500 winners year by year from 2015 to 2016",
            ("Carl Edwards", "Martin Truex Jr."),
        ),
    ],
)
def test_a_race_is_asked_about_in_several_ways(fan, question, value):
    assert fan.learns(question) == value


def test_a_conversation_about_a_race_stays_in_it(fan):
    race = (
        "who won the 2007 Coca-Cola 600",
        "and who was runner up",
        "where did Jeff Gordon finish",
    )
    assert fan.learns(*race) == 41
    assert (
        fan.learns("who won the 2014 Daytona 500", "where did he start", "who was second")
        == "Denny Hamlin"
    )
    assert fan.learns("who won the 2021 Daytona 500", "how many laps did he lead in it") == 1
