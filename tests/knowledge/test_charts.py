"""Charts hold the same numbers as the rows beside them, in an order a person reads."""

from __future__ import annotations


def test_wins_by_season_are_bars_with_the_numbers_of_the_table(fan):
    answer = fan.hears("Kyle Busch Cup wins by season")
    chart = answer.chart
    assert chart.kind == "bars"
    assert chart.labels == tuple(str(season) for season, *_ in answer.table.rows)
    assert chart.lines[0].values == tuple(float(wins) for *_, wins in answer.table.rows)


def test_two_careers_are_two_lines_that_end_with_what_each_has_won(fan):
    answer = fan.hears("who has more Cup wins, Kyle Larson or Denny Hamlin")
    last = {
        line.name: next(v for v in reversed(line.values) if v is not None)
        for line in answer.chart.lines
    }
    assert last == {name: float(wins) for name, wins, _ in answer.table.rows}
    larson = next(line for line in answer.chart.lines if line.name == "Kyle Larson")
    assert answer.chart.labels[0] == "2005"
    assert larson.values[0] is None  # he began in 2013


def test_a_season_card_shows_the_finishes_race_by_race(fan):
    chart = fan.hears("Corey Heim stats 2025 trucks").chart
    assert (chart.kind, chart.labels[0], chart.labels[-1]) == ("places", "Daytona", "Phoenix")
    assert chart.lines[0].values.count(1.0) == 12


def test_a_race_shows_where_each_driver_came_from(fan):
    chart = fan.hears("what happened in the 1979 Daytona 500").chart
    started, finished = chart.lines
    assert chart.labels[0] == "Richard Petty"
    assert (started.values[0], finished.values[0]) == (13.0, 1.0)
