"""First, last, nth: the day, the season, the track, the race or the driver."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("when did chase elliott get his first cup win", "2018-08-05"),
        ("what year was dale earnhardts last cup win", 2000),
        ("where did william byron get his first cup win", "Daytona International Speedway"),
        ("what race was ryan blaney's first cup win", "Axalta Presents the Pocono 400"),
        ("kasey kahne's 10th cup win", "2009-06-21"),
        ("who was the last driver to win in the 43 in cup", "Erik Jones"),
        ("when was the last time a dodge won a cup race", "2012-09-30"),
        ("who won the first truck race at daytona", "Mike Wallace"),
        ("when was the first truck race at bristol", "1995-06-23"),
        ("what year did kevin harvick win the cup championship", 2014),
    ],
)
def test_occasions(fan, question, value):
    assert fan.learns(question) == value


def test_a_win_that_never_came_is_said_plainly(fan):
    assert "no win" in fan.is_told_no("when did danica patrick win her first cup race")
    assert "only" in fan.is_told_no("when did ryan blaney win his 90th cup race")
