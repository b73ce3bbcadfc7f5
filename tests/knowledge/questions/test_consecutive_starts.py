"""Starts in a row: what the book keeps of them is what a walk along every race finds."""

from __future__ import annotations

from collections import defaultdict

import pytest

from tests.knowledge.properties.plain_rows import read_all


def longest_rows(series: str, seasons: range) -> dict[str, int]:
    """Each driver's longest row of starts in the races of some seasons."""
    starts = [row for row in read_all().starts if row.series == series and row.season in seasons]
    races = sorted({(row.season, row.round) for row in starts})
    started = defaultdict(set)
    for row in starts:
        started[row.driver].add((row.season, row.round))
    longest: dict[str, int] = defaultdict(int)
    going: dict[str, int] = defaultdict(int)
    for race in races:
        for driver, his in started.items():
            going[driver] = going[driver] + 1 if race in his else 0
            longest[driver] = max(longest[driver], going[driver])
    return longest


@pytest.mark.parametrize(
    ("words", "series", "seasons"),
    [
        ("in Trucks", "truck", range(1995, 2026)),
        ("in Xfinity since 2015", "xfinity", range(2015, 2026)),
        ("in Cup from 1990 to 1994", "cup", range(1990, 1995)),
    ],
)
def test_the_longest_rows_are_those_of_a_walk_along_the_races(words, series, seasons, fan):
    answer = fan.hears(f"most consecutive starts {words}")

    lengths = sorted(longest_rows(series, seasons).values(), reverse=True)
    assert [row[1] for row in answer.table.rows] == lengths[:10]


def test_a_current_row_ends_with_the_last_race(fan):
    answer = fan.hears("who has the longest current streak of Cup starts")
    assert {row[5] for row in answer.table.rows} == {"2025-11-02"}
