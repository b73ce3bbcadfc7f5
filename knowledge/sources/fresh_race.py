"""A finished race as rows of our own tables: people, venue and teams by our ids."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from knowledge.book.tables import RACES, RESULTS
from knowledge.sources.raw_answer import AnswerRefused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from knowledge.sources.known_names import KnownNames
    from knowledge.sources.records import RaceKey
    from knowledge.sources.source import FinishedRace
    from knowledge.sources.table_writing import Cell, Row

LapThere: TypeAlias = "Callable[[str], tuple[float | None, str]]"
"""Tells a venue's lap in miles and its surface."""

_OF_RACE = ("round", "driver")
_NEAR = 0.01
"""Parts of a lap's length by which sources differ about the same layout."""


@dataclass(frozen=True, slots=True)
class FreshRace:
    """One race's rows by the columns of their tables; `cars` are by driver."""

    key: RaceKey
    race: Row
    cars: Mapping[str, Row]
    stage_winners: Mapping[int, str] = field(default_factory=dict)
    disqualified: Mapping[str, int] = field(default_factory=dict)  # by driver: whether upheld

    @property
    def nascar_id(self) -> Cell:
        return self.race["nascar_id"]


def fresh_race(finished: FinishedRace, names: KnownNames, lap_there: LapThere) -> FreshRace:
    """Name everybody and everything in a race; what cannot be named refuses it."""
    venue = names.venue(finished)
    drivers = [names.driver(finished, car) for car in finished.cars]
    twice = {driver for driver in drivers if drivers.count(driver) > 1}
    if twice:
        raise AnswerRefused(f"{finished.file}, {finished.key}: {min(twice)} started twice")
    cars: dict[str, Row] = {}
    for driver, car in zip(drivers, finished.cars, strict=True):
        named = {"driver": driver, "team": names.team(car.team), "make": names.make(car.make)}
        told = {name: getattr(car, name) for name in RESULTS.column_names if name not in _OF_RACE}
        cars[driver] = {**told, **named, "round": finished.key.round}
    numbers = {car.car: driver for driver, car in zip(drivers, finished.cars, strict=True)}
    flagged = sum(car.disqualified for car in finished.cars)
    return FreshRace(
        finished.key,
        {**_race(finished, venue, lap_there), "round": finished.key.round},
        cars,
        {stage: numbers[car] for stage, car in finished.stage_winners.items()},
        {
            driver: int(car.finish > len(drivers) - flagged)
            for driver, car in zip(drivers, finished.cars, strict=True)
            if car.disqualified  # the flag stays where an appeal gave the place back
        },
    )


def _race(finished: FinishedRace, venue: str, lap_there: LapThere) -> Row:
    miles, surface = lap_there(venue)
    lap = finished.lap_miles
    told = {name: finished.facts.get(name) for name in RACES.column_names}
    return {
        **told,
        "season": finished.key.season,
        "date": finished.date,
        "venue": venue,
        "name": finished.name,
        "lap_miles": lap if lap and (not miles or abs(lap - miles) > _NEAR * miles) else miles,
        "surface": surface,
    }
