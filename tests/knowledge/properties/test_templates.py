"""Questions made of random names and numbers: the book and the plain rows say the same.

Another seed asks other questions: SPOTTER_SEED=7 pytest tests/knowledge/properties
"""

from __future__ import annotations

import os
from random import Random
from typing import TYPE_CHECKING

import pytest

from knowledge.answer import Answer
from tests.knowledge.properties import templates
from tests.knowledge.properties.plain_rows import COUNTED, Counted, PlainRows, Start, read_all

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.answer import Outcome
    from tests.knowledge.conftest import Fan

SEED = os.environ.get("SPOTTER_SEED", "1949")
DRAWS = 8
SERIES = {"cup": "Cup", "xfinity": "Xfinity", "truck": "Truck"}
FEWEST_STARTS_FOR_AN_AVERAGE = 5

Asked = tuple[str, object]
"""A question, and what it must be answered with."""


@pytest.fixture(scope="session")
def rows() -> PlainRows:
    return read_all()


def draws_of(templates: tuple[str, ...]) -> Iterable[tuple[str, Random]]:
    """Each template several times, each time with luck of its own."""
    for template in templates:
        for draw in range(DRAWS):
            yield template, Random(f"{SEED} {template} {draw}")


def some_start(rows: PlainRows, luck: Random) -> Start:
    """A start of somebody who can be named; those who raced much come up more often."""
    while True:
        start = luck.choice(rows.starts)
        if luck.random() < 0.3:
            start = luck.choice(rows.by_driver[luck.choice(list(rows.by_driver))])
        if start.driver in rows.sayable and start.venue in rows.tracks:
            return start


def some_measure(luck: Random, season: int) -> Counted:
    return luck.choice([counted for counted in COUNTED if counted.since <= season])


def total(
    template: str, luck: Random, start: Start, counted: Counted, of: list[Start], **gaps: object
) -> Asked:
    word = luck.choice(counted.words)
    question = template.format(
        ask=f"what {word}" if counted.is_average else f"how many {word}",
        measure=word,
        series=SERIES[start.series],
        **gaps,
    )
    return question, counted.count(of)


def agrees(given: object, expected: object) -> bool:
    if isinstance(expected, set):
        return (set(given) if isinstance(given, tuple) else {given}) == expected
    if isinstance(expected, float):
        return given == pytest.approx(expected, abs=1e-3)
    return given == expected


def told(outcome: Outcome) -> str:
    return outcome.headline if isinstance(outcome, Answer) else repr(outcome)[:200]


def all_agree(fan: Fan, asked: Iterable[Asked]) -> None:
    wrong = []
    for question, expected in asked:
        outcome = fan.book.ask(question)
        if not (isinstance(outcome, Answer) and agrees(outcome.value, expected)):
            wrong.append(f"{question}\n    rows: {expected}\n    book: {told(outcome)}")
    assert not wrong, f"{len(wrong)} wrong with SPOTTER_SEED={SEED}:\n" + "\n".join(wrong)


def test_what_a_driver_did_in_a_season(fan: Fan, rows: PlainRows) -> None:
    def ask(template: str, luck: Random) -> Asked:
        start = some_start(rows, luck)
        of = [
            row for row in rows.by_driver[start.driver, start.series] if row.season == start.season
        ]
        counted = some_measure(luck, start.season)
        gaps = {"driver": rows.names[start.driver], "season": start.season}
        return total(template, luck, start, counted, of, **gaps)

    all_agree(fan, (ask(*draw) for draw in draws_of(templates.BY_SEASON)))


def test_what_a_driver_did_at_a_track(fan: Fan, rows: PlainRows) -> None:
    def ask(template: str, luck: Random) -> Asked:
        start = some_start(rows, luck)
        of = [row for row in rows.by_driver[start.driver, start.series] if row.venue == start.venue]
        gaps = {
            "driver": rows.names[start.driver],
            "track": luck.choice(rows.tracks[start.venue]),
        }
        return total(template, luck, start, some_measure(luck, start.season), of, **gaps)

    all_agree(fan, (ask(*draw) for draw in draws_of(templates.BY_TRACK)))


def test_what_a_driver_did_in_his_career_in_a_series(fan: Fan, rows: PlainRows) -> None:
    def ask(template: str, luck: Random) -> Asked:
        start = some_start(rows, luck)
        of = rows.by_driver[start.driver, start.series]
        counted = some_measure(luck, start.season)
        return total(template, luck, start, counted, of, driver=rows.names[start.driver])

    all_agree(fan, (ask(*draw) for draw in draws_of(templates.CAREER)))


def test_what_a_driver_did_from_one_season_to_another(fan: Fan, rows: PlainRows) -> None:
    def ask(template: str, luck: Random) -> Asked:
        start = some_start(rows, luck)
        first, last = start.season - luck.randint(0, 4), start.season + luck.randint(1, 4)
        of = [
            row for row in rows.by_driver[start.driver, start.series] if first <= row.season <= last
        ]
        gaps = {"driver": rows.names[start.driver], "first": first, "last": last}
        return total(template, luck, start, some_measure(luck, start.season), of, **gaps)

    all_agree(fan, (ask(*draw) for draw in draws_of(templates.BY_SPAN)))


def test_who_won_a_race_at_a_track_in_a_season(fan: Fan, rows: PlainRows) -> None:
    wins = [
        row
        for row in rows.starts
        if row.finish == 1
        and row.driver in rows.sayable
        and row.venue in rows.tracks
        and rows.visits[row.series, row.season, rows.sites[row.venue]] == 1
    ]

    def ask(template: str, luck: Random) -> Asked:
        win = luck.choice(wins)
        question = template.format(
            track=luck.choice(rows.tracks[win.venue]), season=win.season, series=SERIES[win.series]
        )
        return question, {rows.names[win.driver]}

    all_agree(fan, (ask(*draw) for draw in draws_of(templates.WINNER)))


def test_who_had_the_most_in_a_season(fan: Fan, rows: PlainRows) -> None:
    def ask(template: str, luck: Random) -> Asked:
        series, season = luck.choice(list(rows.by_season))
        counted = some_measure(luck, season)
        question = template.format(
            most=luck.choice(counted.most),
            measure=luck.choice(counted.words),
            series=SERIES[series],
            season=season,
        )
        at_least = FEWEST_STARTS_FOR_AN_AVERAGE if counted.is_average else 1
        return question, rows.leaders(counted, series, season, at_least)

    all_agree(fan, (ask(*draw) for draw in draws_of(templates.MOST)))
