"""Totals: one number for one driver, team, make or car."""

from __future__ import annotations

import pytest


def test_the_first_question_is_answered_with_the_series_and_the_rows(fan):
    answer = fan.hears("how many wins did Heim have in 2025")
    assert answer.value == 12
    assert answer.headline == (
        "Corey Heim won 12 Truck Series races in 2025; "
        "also 0 in 4 Cup starts and 0 in 3 Xfinity starts."
    )
    assert answer.reading == "wins · Corey Heim · Truck Series · 2025"
    assert len(answer.table.rows) == 12
    assert answer.table.rows[0][4] == "Daytona International Speedway"


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("jeff gordon cup wins", 93),
        ("jeff gordon winston cup wins in 1998", 13),
        ("gordon wins '98", 13),
        ("how many times has denny hamlin won at pocono", 7),
        ("bobby isaac poles 1969", 20),
        ("tim flock 1955 wins", 18),
        ("richard petty second place finishes", 157),
        ("jeff gordon wins from the pole in cup", 20),
        ("jeff gordon road course wins in cup", 9),
        ("wins at sonoma in the 90s by jeff gordon", 2),
        ("kasey kahne cup wins in a dodge", 11),
        ("how many wins did dale earnhardt have with rcr", 67),
        ("how many wins did kyle busch have in the truck series in 2014", 7),
        ("carl edwards nationwide wins", 38),
        ("busch grand national wins by jack ingram", 31),
        ("grand national wins for tommy houston", 24),
        ("how many championships does jimmie johnson have", 7),
        ("toyota wins in the cup series in 2016", 16),
        ("wins for the 11 in cup in 2020", 7),
        ("how many times did jimmie johnson win the daytona 500", 2),
        ("heim wins from 2022 to 2024 in trucks", 11),
        ("larson, no wait, bell, wins in 2025 cup", 4),
    ],
)
def test_totals_that_are_known_from_outside_the_book(fan, question, value):
    assert fan.learns(question) == value


def test_wins_without_a_series_name_the_series_and_what_the_others_hold(fan):
    answer = fan.hears("kyle busch wins")
    assert answer.value == 63
    assert "102 in" in answer.headline
    assert "67 in" in answer.headline


def test_a_sum_over_the_series_is_given_only_when_asked_for_and_is_labelled(fan):
    answer = fan.hears("kyle busch wins in all three series combined")
    assert answer.value == 232
    assert "63 in Cup, 102 in Xfinity and 67 in Truck" in answer.headline


def test_a_driver_who_did_not_race_then_has_zero_wins_and_no_average(fan):
    assert fan.learns("how many cup wins did corey heim have in 1998") == 0
    assert "no starts" in fan.is_told_no("average finish of corey heim in cup in 1998")


def test_points_are_never_called_standings(fan):
    answer = fan.hears("how many points did kyle larson score in 2021")
    assert any("not the standings" in caveat for caveat in answer.caveats)
