"""Exceptions: what is named after "except" does not count, and the answer says so."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("question", "limits"),
    [
        ("Dale Earnhardt Cup wins not at Daytona", "venue <> 'daytona'"),
        ("wins for Dale Earnhardt in Cup except on road courses", "kind <> 'road'"),
        ("Dale Earnhardt Cup wins excluding Daytona and Talladega", "kind <> 'superspeedway'"),
        ("Dale Earnhardt Cup wins besides those in 1987", "season <> 1987"),
        ("Dale Earnhardt Cup wins in a car other than the 3", "car <> '3'"),
    ],
)
def test_what_is_left_out_is_not_counted(fan, connection, question, limits):
    (rows,) = connection.execute(
        f"select count(*) from result where driver = 'dale-earnhardt' and series = 'cup'"
        f" and finish = 1 and {limits}"
    ).fetchone()
    answer = fan.hears(question)
    assert answer.value == rows
    assert "not counting" in answer.headline
    assert " · without " in answer.reading


def test_a_season_named_after_the_exception_still_limits(fan):
    assert fan.learns("who won in Cup in 2024 not in a Chevrolet")[0] == "Joey Logano"


def test_races_won_count_beside_a_number_that_nobody_wins(fan):
    assert fan.learns("how many laps did Kyle Larson lead in Cup races he won in 2021") == 1454
