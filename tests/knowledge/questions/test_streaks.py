"""Streaks and droughts: races in a row, winless runs, seasons in a row."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("longest winning streak in cup history", 10),
        ("who has the longest win streak in truck series history", "Ron Hornaday Jr."),
        ("longest top 10 streak for corey heim in trucks", 15),
        ("how many xfinity races in a row did sam ard win in 1983", 4),
        ("longest drought between cup wins chris buescher", 222),
        ("how many seasons in a row did richard petty win a cup race", 18),
    ],
)
def test_runs(fan, question, value):
    assert fan.learns(question) == value


def test_the_current_run_ends_with_the_last_start(fan):
    answer = fan.hears("kyle larson current cup top 10 streak")
    assert answer.table.rows[0][5] == "2025-11-02"


def test_a_drought_between_wins_says_when_a_longer_one_goes_on(fan):
    answer = fan.hears("longest drought between cup wins for kyle busch")
    assert answer.value == 36
    assert "is 93 starts" in " ".join(answer.caveats)
    assert fan.learns("longest kyle busch has gone without a cup win") == 93
    assert fan.learns("how many races has kyle busch gone without a cup win") == 93
