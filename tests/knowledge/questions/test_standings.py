"""Final standings: whole seasons only, and points sums are never called standings."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("who finished second in points in 2010", "Denny Hamlin"),
        ("runner up in the 2004 cup standings", "Jimmie Johnson"),
        ("who was third in the 2023 truck standings", "Corey Heim"),
        ("who finished second in the 2010 championship", "Denny Hamlin"),
        ("who won the points in 2021", "Kyle Larson"),
        ("where did heim finish in the 2023 standings", 3),
        ("where did larson finish in points in 2021", 1),
        ("mark martin best points finish", 2),
        (
            "top 5 in the 2019 xfinity standings",
            (
                "Tyler Reddick",
                "Cole Custer",
                "Christopher Bell",
                "Justin Allgaier",
                "Chase Briscoe",
            ),
        ),
    ],
)
def test_ranks(fan, question, value):
    assert fan.learns(question) == value


def test_a_whole_season_is_listed_with_its_points(fan):
    answer = fan.hears("2015 cup standings")
    assert answer.value[:3] == ("Kyle Busch", "Kevin Harvick", "Jeff Gordon")
    assert answer.table.rows[0] == (2015, "Cup", 1, "Kyle Busch", 5043)


def test_the_next_question_keeps_the_standings(fan):
    answer = fan.hears("2015 cup standings", "and 2016?")
    assert answer.value[0] == "Jimmie Johnson"


def test_a_season_that_is_not_held_whole_is_not_ranked(fan):
    told = fan.is_told_no("2021 xfinity standings")
    assert "does not hold" in told
    assert "Daniel Hemric won the title" in told


def test_who_is_not_in_a_season_is_said_plainly(fan):
    assert "is not in the final" in fan.is_told_no("where did mark martin finish in points in 2021")


def test_points_scored_in_races_are_not_called_standings(fan):
    answer = fan.hears("how many points did larson score in 2021")
    assert "not the standings" in " ".join(answer.caveats)


def test_a_track_has_no_standings(fan):
    fan.is_told_no("standings at daytona in 2015")


def test_how_often_somebody_came_there_is_counted_where_all_his_seasons_are_held(fan):
    answer = fan.hears("how many times was Joey Logano second in points")
    assert answer.value == len(answer.table.rows)
    assert all(row[2] == 2 for row in answer.table.rows)
