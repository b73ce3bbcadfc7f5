"""Typical questions find their rows by an index: none reads a whole table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import sqlite3

QUESTIONS = {
    "a driver's wins season by season": (
        """
        select season, wins from season_total
        where driver = :driver and series = :series order by season
        """,
        {"driver": "richard-petty", "series": "cup"},
    ),
    "who won most in a season": (
        """
        select driver, wins from season_total
        where series = :series and season = :season order by wins desc limit 10
        """,
        {"series": "truck", "season": 2025},
    ),
    "who won most at a track": (
        """
        select driver, sum(wins) from venue_total
        where series = :series and venue = :venue group by driver order by 2 desc limit 10
        """,
        {"series": "cup", "venue": "daytona"},
    ),
    "one race's full result": (
        "select finish, driver, laps, led, status from result where race = :race order by finish",
        {"race": 4000},
    ),
    "a driver's wins, one by one": (
        """
        select date, venue from result
        where driver = :driver and series = :series and finish = 1
        """,
        {"driver": "richard-petty", "series": "cup"},
    ),
    "two drivers head to head": (
        """
        select count(*), sum(one.finish < two.finish)
        from result as one join result as two on two.race = one.race and two.driver = :two
        where one.driver = :one
        """,
        {"one": "richard-petty", "two": "david-pearson"},
    ),
    "a car number's drivers in a season": (
        """
        select driver, count(*) from result
        where series = :series and season = :season and car = :car group by driver
        """,
        {"series": "cup", "season": 1998, "car": "24"},
    ),
    "a team's wins": (
        "select sum(wins) from team_season_total where team = :team",
        {"team": "Hendrick Motorsports"},
    ),
    "the last winner at a track": (
        """
        select winner, date from race where venue = :venue and series = :series
        order by season desc, round desc limit 1
        """,
        {"venue": "daytona", "series": "cup"},
    ),
    "everybody's top fives, start by start": (
        """select driver, "finish <= 5", last from form where series = :series order by driver""",
        {"series": "truck"},
    ),
    "the races of one run": (
        "select race from result where driver = :driver and series = :series order by race",
        {"driver": "richard-petty", "series": "cup"},
    ),
    "the most laps led in a race": (
        """
        select driver, race, led from result where series = :series and led > 0
        order by led desc limit 10
        """,
        {"series": "truck"},
    ),
    "the biggest climb in a race": (
        """
        select driver, race, start - finish from result
        where series = :series and finish < start and start - finish > 0
        order by start - finish desc limit 10
        """,
        {"series": "cup"},
    ),
    "the longest row of starts": (
        """
        select driver, first, last from unbroken
        where series = :series order by length desc limit 10
        """,
        {"series": "cup"},
    ),
    "races on a day": (
        "select name from race where date = :date",
        {"date": "1959-02-22"},
    ),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_question_reads_a_whole_table(connection: sqlite3.Connection, question: str) -> None:
    sql, parameters = QUESTIONS[question]
    plan = connection.execute(f"explain query plan {sql}", parameters).fetchall()
    assert [step for *_, step in plan if step.startswith("SCAN")] == []


@pytest.mark.parametrize("question", ["the biggest climb in a race", "the longest row of starts"])
def test_a_record_of_all_races_is_read_in_its_order(
    connection: sqlite3.Connection, question: str
) -> None:
    sql, parameters = QUESTIONS[question]
    plan = connection.execute(f"explain query plan {sql}", parameters).fetchall()
    assert "order by" not in str(plan).lower()
