"""The feed's standings of a season: checked by themselves, without a word of which race is last."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from knowledge.sources.raw_answer import AnswerRefused, Part, read_answer
from knowledge.sources.source import Ranked, Ranking
from knowledge.sources.weekend_feed import bare_name

if TYPE_CHECKING:
    from knowledge.sources.raw_answer import RawAnswer


def read_points_feed(raw: RawAnswer, series: str, season: int) -> Ranking:
    """Read whoever has points; those who run for none here stand at the end with 0."""
    told = read_answer(raw)
    if not isinstance(told, list) or not all(isinstance(each, dict) for each in told):
        raise AnswerRefused(f"{raw.name}: holds no list of drivers")
    rows = [Part(raw.name, each) for each in told]
    drivers = [_ranked(row) for row in rows if row.integer("points")]
    drivers.sort(key=lambda driver: driver.rank)
    _check(raw.name, drivers)
    return Ranking(raw.name, series, season, tuple(drivers))


def _ranked(row: Part) -> Ranked:
    earned = "points_earned"
    return Ranked(
        rank=row.integer("position"),
        driver=bare_name(row.text("driver_name")),
        driver_id=row.integer("driver_id"),
        points=row.integer("points"),
        starts=row.integer("starts"),
        wins=row.integer("wins"),
        last_points=row.integer(earned) if row.fields.get(earned) is not None else None,
    )


def _check(file: str, drivers: list[Ranked]) -> None:
    """Everybody stands there once, the first is first, and nobody stands above more points."""
    ids = [each.driver_id for each in drivers if each.driver_id]
    twice = {each for each in ids if ids.count(each) > 1}
    if twice:
        raise AnswerRefused(f"{file}, driver_id: {min(twice)} stands there twice")
    if drivers and drivers[0].rank != 1:
        raise AnswerRefused(f"{file}, position: nobody is first")
    for above, below in pairwise(drivers):
        if above.rank == below.rank and above.points != below.points:
            raise AnswerRefused(f"{file}, position: two drivers have place {below.rank}")
        if above.points < below.points:
            raise AnswerRefused(f"{file}, points: {below.driver} has more than who is above him")
