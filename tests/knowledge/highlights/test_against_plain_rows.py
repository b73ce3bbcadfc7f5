"""Highlights of races drawn by lot, counted again from the tables without the book's code."""

from __future__ import annotations

import re
from collections import Counter
from itertools import takewhile
from random import Random
from typing import TYPE_CHECKING

import pytest

from knowledge.highlights.saying import nth
from tests.knowledge.properties.plain_rows import PlainRows, Start, read_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from knowledge.races import Race
    from tests.knowledge.conftest import Fan

RACES = 80


@pytest.fixture(scope="module")
def rows() -> PlainRows:
    return read_all()


@pytest.fixture(scope="module")
def drawn(fan: Fan, rows: PlainRows) -> list[Race]:
    keys = sorted({(row.series, row.season, row.round) for row in rows.starts})
    chosen = Random(6).sample(keys, RACES)
    races = []
    for series, season, number in chosen:
        races += fan.book.races(f"{season} {series} race {number}")
    assert len(races) == RACES
    return races


def up_to(race: Race, rows: list[Start]) -> list[Start]:
    """The starts no later than a race, in the order of racing."""
    last = (race.season, race.round)
    return sorted(
        (row for row in rows if (row.season, row.round) <= last),
        key=lambda row: (row.season, row.round),
    )


def winner_of(race: Race, rows: PlainRows) -> Start:
    return next(
        row
        for row in rows.by_season[race.series, race.season]
        if row.round == race.round and row.finish == 1
    )


def told(fan: Fan, race: Race) -> list[str]:
    return [each.statement for each in fan.book.highlights(race)]


def test_the_number_of_the_win_is_the_winners_own(
    fan: Fan, rows: PlainRows, drawn: list[Race]
) -> None:
    for race in drawn:
        winner = winner_of(race, rows)
        wins = [
            row
            for row in up_to(race, rows.by_driver[winner.driver, race.series])
            if row.finish == 1
        ]
        of_season = sum(row.season == race.season for row in wins)
        statements = told(fan, race)
        if len(wins) == 1:
            assert any(
                f"{rows.names[winner.driver]}'s first win in the" in each for each in statements
            )
        else:
            expected = f"{nth(len(wins))} win in the {_series(race)} and the {nth(of_season)} of"
            assert any(expected in each for each in statements), race.title


def test_a_wait_is_the_starts_between_two_wins(
    fan: Fan, rows: PlainRows, drawn: list[Race]
) -> None:
    seen = 0
    for race in drawn:
        winner = winner_of(race, rows)
        starts = up_to(race, rows.by_driver[winner.driver, race.series])
        before = [row for row in starts if (row.season, row.round) != (race.season, race.round)]
        waited = len(list(takewhile(lambda row: row.finish != 1, reversed(before))))
        name = rows.names[winner.driver]
        said = [each for each in told(fan, race) if each.startswith(f"{name} had gone")]
        if waited < len(before) and waited >= 10:
            seen += 1
            assert said[0].startswith(f"{name} had gone {waited} starts without a win"), race.title
        else:
            assert not said, race.title
    assert seen > RACES // 10


def test_a_place_on_the_list_of_wins_is_counted_over_everybody(
    fan: Fan, rows: PlainRows, drawn: list[Race]
) -> None:
    winners = [row for row in rows.starts if row.finish == 1]
    seen = 0
    for race in drawn:
        listed = [each for each in told(fan, race) if re.search(r" (ties|passes) ", each)]
        for statement in listed:
            seen += 1
            won = Counter(
                row.driver
                for row in up_to(race, [row for row in winners if row.series == race.series])
            )
            mine = won[winner_of(race, rows).driver]
            place = 1 + sum(number > mine for number in won.values())
            beside = mine if " ties " in statement else mine - 1
            level = {rows.names[who] for who, number in won.items() if number == beside}
            assert f"for {nth(place)} on the" in statement
            assert statement.endswith(f"with {mine}.")
            named = {name for name in level if name in statement}
            assert named or "others" in statement
    assert seen > 3


def test_who_gained_most_gained_so_many_places(
    fan: Fan, rows: PlainRows, drawn: list[Race]
) -> None:
    for race in drawn:
        field = [row for row in rows.by_season[race.series, race.season] if row.round == race.round]
        most = max((row.start - row.finish for row in field if row.start), default=0)
        said = [each for each in told(fan, race) if "places" in each and "gained" in each]
        assert bool(said) == (most >= 5), race.title
        if said:
            assert f", {most}, from" in said[0]


def test_no_run_is_longer_or_shorter_than_the_rows_have_it(
    fan: Fan, rows: PlainRows, drawn: list[Race]
) -> None:
    for race, driver, limit, length in _runs_told(fan, rows, drawn):
        starts = up_to(race, rows.by_driver[driver, race.series])
        run = len(list(takewhile(_within(limit), reversed(starts))))
        assert run == length, race.title


def _within(limit: int) -> Callable[[Start], bool]:
    return lambda row: row.finish <= limit


def _runs_told(
    fan: Fan, rows: PlainRows, drawn: list[Race]
) -> Iterator[tuple[Race, str, int, int]]:
    ids = {name: driver for driver, name in rows.names.items()}
    for race in drawn:
        for statement in told(fan, race):
            found = re.match(r"(.*) has finished in the top (five|ten) (\d+) times", statement)
            if found:
                yield race, ids[found[1]], {"five": 5, "ten": 10}[found[2]], int(found[3])


def _series(race: Race) -> str:
    return {"cup": "Cup", "xfinity": "Xfinity", "truck": "Truck"}[race.series] + " Series"
