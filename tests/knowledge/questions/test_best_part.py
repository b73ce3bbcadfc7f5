"""The best part of a career: by track, by team, by make."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("kevin harvick best track by wins", "Phoenix Raceway"),
        ("where has kevin harvick won the most", "Phoenix Raceway"),
        ("jimmie johnson's best track", "Dover International Speedway"),
        ("which team has kyle busch won most cup races for", "Joe Gibbs Racing"),
        ("which make did matt kenseth win the most with", "Ford"),
        ("where was richard petty best", ("Martinsville Speedway", "North Wilkesboro Speedway")),
        ("best short track for kyle larson", "Bristol Motor Speedway"),
        ("which year was denny hamlin's best", 2010),
    ],
)
def test_parts_that_are_known_from_outside_the_book(fan, question, value):
    assert fan.learns(question) == value


@pytest.mark.parametrize(("word", "best"), [("best", min), ("worst", max)])
def test_an_average_needs_three_starts_there_and_is_that_of_the_rows(fan, connection, word, best):
    answer = fan.hears(f"denny hamlin's {word} track by average finish")
    driver = "(select id from person where name = 'Denny Hamlin')"
    rows = connection.execute(
        f"""
        select round(avg(finish), 2), count(*) from result
        where driver = {driver} and series = 'cup' group by venue having count(*) >= 3
        """
    ).fetchall()
    assert answer.table.rows[0][2] == best(average for average, _ in rows)
    assert len(answer.table.rows) == len(rows)
    assert "at least 3 starts" in answer.headline


def test_who_is_level_shares_the_place(fan):
    answer = fan.hears("chase elliott's best road course by wins")
    assert [row[0] for row in answer.table.rows[:3]] == ["T1", "T1", "T3"]
    assert "are Watkins Glen International and" in answer.headline
    assert "2 wins each" in answer.headline
