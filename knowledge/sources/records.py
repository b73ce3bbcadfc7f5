"""What the sources say, before it becomes tables: one car's result, one race, its facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class RaceKey(NamedTuple):
    """The key of a race in every table; car numbers and race names are not unique."""

    series: str
    season: int
    round: int

    def __str__(self) -> str:
        return f"{self.series} {self.season} round {self.round}"


@dataclass(frozen=True, slots=True)
class Result:
    """One car in one race; `file` and `row` say where it was read."""

    key: RaceKey
    finish: int | None
    start: int | None
    car: str
    driver: str
    make: str
    team: str
    laps: int | None
    led: int | None
    status: str
    points: int | None
    rating: float | None
    stage_1: int | None
    stage_2: int | None
    file: str
    row: int


@dataclass(frozen=True, slots=True)
class Race:
    """One race as the results describe it: `track` is the source's name, not yet a venue."""

    key: RaceKey
    track: str
    name: str
    lap_miles: float | None
    surface: str
    file: str
    row: int


@dataclass(frozen=True, slots=True)
class RaceFacts:
    """What is known of a race beside its result rows."""

    key: RaceKey
    other_round: int
    """The round under which racing-reference lists the race."""
    date: str
    cautions: int | None
    lead_changes: int | None
    average_mph: float | None
    pole_mph: float | None
    nascar_id: int | None
    scheduled_laps: int | None
    stage_1_laps: int | None
    stage_2_laps: int | None
    leaders: int | None
    caution_laps: int | None
    duration: str
    margin: str
    playoff_round: int | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A result whose driver is a known person."""

    result: Result
    finish: int
    person: str
