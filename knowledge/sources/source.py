"""What every source of fresh races gives: races that are over, checked, with their cars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from knowledge.sources.records import RaceKey
    from knowledge.sources.table_writing import Cell, Row


@dataclass(frozen=True, slots=True)
class FinishedCar:
    """One car that started, under the source's names; nothing is 0 that is not known."""

    finish: int
    start: int | None
    car: str
    driver: str
    driver_id: int | None  # in NASCAR's feed
    make: str
    team: str
    laps: int | None
    led: int | None
    status: str
    points: int | None
    rating: float | None
    stage_1: int | None
    stage_2: int | None
    disqualified: bool = False


@dataclass(frozen=True, slots=True)
class FinishedRace:
    """One points race; `facts` are those of the table of races, `file` says where it was read."""

    file: str
    key: RaceKey
    date: str
    name: str
    track: str
    track_id: int | None  # in NASCAR's feed
    lap_miles: float | None
    facts: Mapping[str, Cell]
    cars: tuple[FinishedCar, ...]
    stage_winners: Mapping[int, str]  # by stage: the winner's car number


@dataclass(frozen=True, slots=True)
class Refused:
    """A race that is not believed, in one line: which file, which race, what."""

    line: str


@dataclass(frozen=True, slots=True)
class Planned:
    """One points race of a season, run or still to be run; what nobody knows yet is None."""

    series: str
    season: int
    nascar_id: int
    name: str
    day: date | None
    track_id: int | None
    playoff_round: int | None
    round: int | None  # of one that is over


@dataclass(frozen=True, slots=True)
class Ranked:
    """One driver in the standings so far, under the source's name."""

    rank: int
    driver: str
    driver_id: int
    points: int
    starts: int
    wins: int
    last_points: int | None = None  # of the last race, where the source says so


@dataclass(frozen=True, slots=True)
class Ranking:
    """The standings of a season as the source has them now, whoever has points in them."""

    file: str
    series: str
    season: int
    drivers: tuple[Ranked, ...]


class Source(Protocol):
    """Where fresh races come from; it knows nothing of the book."""

    @property
    def origin(self) -> Row:
        """Its row in the table of sources."""

    def races(self) -> Iterable[FinishedRace | Refused]:
        """The races that are over, each checked by itself."""

    def calendar(self) -> Iterable[Planned]:
        """All races of its seasons; none where it does not know."""

    def standings(self) -> Iterable[Ranking | Refused]:
        """The standings of its seasons so far; none where it does not know."""
