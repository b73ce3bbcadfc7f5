"""Races by scope, in the order they were run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.answer import Table
from knowledge.series import SERIES_WORDS
from knowledge.subjects import RACES_IN_SCOPE, series_raced

if TYPE_CHECKING:
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope


@dataclass(frozen=True, slots=True)
class Race:
    """One race of the book."""

    id: int
    series: str
    season: int
    round: int
    date: str
    name: str
    venue: str
    times_there: int  # races of the series at that site in that season

    @property
    def title(self) -> str:
        """The race whole: "2016 Daytona 500 at Daytona International Speedway (Cup Series)"."""
        year = "" if str(self.season) in self.name else f"{self.season} "
        there = "" if self.venue in self.name else f" at {self.venue}"
        return f"{year}{self.name}{there} ({SERIES_WORDS[self.series]} Series)"


def races_in(scope: Scope, records: Records) -> list[Race]:
    """The races of a scope; what limits the starts in them does not count."""
    limits = scope.limited_to_races()
    rows = records.connection.execute(
        f"""
        select id, series, season, round, date, name, venue, times_at_venue from ({RACES_IN_SCOPE})
        where {limits.sql} order by date, id
        """,
        limits.parameters,
    )
    return [
        Race(race, series, season, number, date, name, records.venue_name(venue), times)
        for race, series, season, number, date, name, venue, times in rows
    ]


_RESULT_COLUMNS = ("Finish", "Start", "Car", "Driver", "Make", "Team", "Laps", "Led", "Status")


def result_of(race: Race, records: Records) -> Table:
    """Everybody who started it, in the order of the finish."""
    rows = records.connection.execute(
        "select finish, start, car, driver, make, team, laps, led, status from result"
        " where race = :race order by finish",
        {"race": race.id},
    )
    people = records.people
    told = [
        (finish, start, car, people[driver].name, *rest)
        for finish, start, car, driver, *rest in rows
    ]
    return Table(_RESULT_COLUMNS, tuple(told))


def races_named(parts: Parts, records: Records) -> tuple[Race, ...]:
    """The races of a question's scope; of several the one that its ordinal picks."""
    races = races_in(parts.scope.but(series=series_raced(parts.scope, records)), records)
    number = parts.ordinal
    return tuple(races[number - 1 : number] if number else races)
