"""The open record book: its connection, its names, and how far it reaches."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from knowledge.answer import AsOf, Source

if TYPE_CHECKING:
    import sqlite3


@dataclass(frozen=True, slots=True)
class Person:
    """A driver by id, with the name to say and how well known he is."""

    id: str
    name: str
    prominence: float


class Records:
    """Read-only access to one built book."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._people = {
            key: Person(key, name, prominence)
            for key, name, prominence in connection.execute(
                "select id, name, prominence from person"
            )
        }
        self._venues = dict(connection.execute("select id, name from venue").fetchall())

    def person(self, key: str) -> Person:
        return self._people[key]

    def venue_name(self, key: str) -> str:
        return str(self._venues[key])

    def race_name(self, race: int) -> str:
        return str(self._races[race])

    @cached_property
    def _races(self) -> dict[int, str]:
        return dict(self.connection.execute("select id, name from race").fetchall())

    @cached_property
    def last_season(self) -> int:
        (season,) = self.connection.execute("select max(season) from race").fetchone()
        return int(season)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        rows = self.connection.execute("select title, url from source order by rowid limit 3")
        return tuple(Source(title, url) for title, url in rows)

    def as_of(self, series: tuple[str, ...]) -> AsOf:
        """The last race in the book of the series asked about, or of all three."""
        return self._as_of[series[0] if len(series) == 1 else ""]

    @cached_property
    def _as_of(self) -> dict[str, AsOf]:
        rows = self.connection.execute(
            """
            select race.series, race.name, race.season, race.date, venue.name
            from race join venue on venue.id = race.venue order by race.date, race.id
            """
        )
        reach: dict[str, AsOf] = {}
        for series, name, season, date, venue in rows:
            reach[series] = reach[""] = AsOf(f"{name} at {venue}", season, date)
        return reach
