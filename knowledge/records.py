"""The open record book: its connection, its names, and how far it reaches."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.answer import AsOf, Source
from knowledge.once import once
from knowledge.running import coming_in, running_seasons

if TYPE_CHECKING:
    import sqlite3

    from knowledge.running import Coming, Running
    from knowledge.scope import Scope


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
        self.people = {
            key: Person(key, name, prominence)
            for key, name, prominence in connection.execute(
                "select id, name, prominence from person"
            )
        }
        self.venue_names = dict(connection.execute("select id, name from venue").fetchall())
        races = connection.execute("select id, name, date from race").fetchall()
        self.race_names = {race: name for race, name, _ in races}
        self._dates = {race: date for race, _, date in races}

    def person(self, key: str) -> Person:
        return self.people[key]

    def met(self, one: str, other: str) -> int:
        """The races that two drivers both started."""
        (races,) = self.connection.execute(
            "select count(*) from result where driver = :one and race in"
            " (select race from result where driver = :other)",
            {"one": one, "other": other},
        ).fetchone()
        return int(races)

    def named(self, column: str, key: str) -> str:
        """What a value of a column of the rows is called: drivers and venues stand as ids."""
        if column == "driver":
            return self.people[key].name
        return self.venue_name(key) if column == "venue" else str(key)

    def debut(self, name: str) -> int:
        """The first season of the driver of that name."""
        (season,) = self.connection.execute(
            "select min(first_season) from person where name = :name", {"name": name}
        ).fetchone()
        return int(season)

    def driver_called(self, name: str) -> str | None:
        """The id of the one driver of that very name; None where there is none or several."""
        rows = self.connection.execute(
            "select id from person where name = :name", {"name": name}
        ).fetchall()
        return str(rows[0][0]) if len(rows) == 1 else None

    def venue_name(self, key: str) -> str:
        return str(self.venue_names[key])

    def layouts(self, venue: str) -> tuple[str, ...]:
        """The layouts at a venue's site, itself among them, the most raced first."""
        return self._layouts[venue]

    @once
    def _layouts(self) -> dict[str, tuple[str, ...]]:
        at_site: dict[str, tuple[str, ...]] = defaultdict(tuple)
        rows = self.connection.execute("select id, site from venue order by races desc").fetchall()
        for venue, site in rows:
            at_site[site] += (venue,)
        return {venue: at_site[site] for venue, site in rows}

    def race_name(self, race: int) -> str:
        return str(self.race_names[race])

    def race_date(self, race: int) -> str:
        return str(self._dates[race])

    @once
    def fingerprint(self) -> str:
        """Of the contents of all that the book was built from."""
        found = self.connection.execute("select value from meta where key = 'full_fingerprint'")
        (fingerprint,) = found.fetchone()
        return str(fingerprint)

    @once
    def fresh_races(self) -> int:
        found = self.connection.execute("select value from meta where key = 'fresh_races'")
        return int((found.fetchone() or (0,))[0])

    @once
    def last_season(self) -> int:
        (season,) = self.connection.execute("select max(season) from race").fetchone()
        return int(season)

    @once
    def running(self) -> dict[tuple[str, int], Running]:
        """The seasons without a champion, by series and season; none in the embedded book."""
        return running_seasons(self.connection)

    def points(self, series: str, season: int) -> tuple[int, list[tuple[int, str, int]]]:
        """After how many races the standings of a running season are; rank, driver and points."""
        rows = self.connection.execute(
            "select after, rank, driver, points from points"
            " where series = :series and season = :season order by rank",
            {"series": series, "season": season},
        ).fetchall()
        return (rows[0][0] if rows else 0), [tuple(row[1:]) for row in rows]

    def coming(self, scope: Scope) -> tuple[Coming, ...]:
        """The races of a scope that are to come, the next one first."""
        return coming_in(scope, self.connection, self.venue_names) if self.running else ()

    def raced(self, series: str, season: int) -> bool:
        """Whether the book holds a race of a series in a season."""
        row = self.connection.execute(
            "select 1 from race where series = :series and season = :season limit 1",
            {"series": series, "season": season},
        ).fetchone()
        return row is not None

    def series_of(self, races: tuple[int, ...]) -> tuple[str, ...]:
        """The one series of all these races; none, where they are of several."""
        series = set(map(self._series_by_race.get, races))
        return tuple(each for each in series if each) if len(series) == 1 else ()

    @once
    def _series_by_race(self) -> dict[int, str]:
        return dict(self.connection.execute("select id, series from race").fetchall())

    @once
    def terms(self) -> dict[str, str]:
        """Every way of saying a term that is defined, with the term's key."""
        rows = self.connection.execute("select said, key from definition")
        return {said: key for alike, key in rows for said in alike.split("|")}

    @once
    def first_race_of_last_season(self) -> int:
        (race,) = self.connection.execute(
            "select min(id) from race where season = :season", {"season": self.last_season}
        ).fetchone()
        return int(race)

    def sources(self, table: str = "") -> tuple[Source, ...]:
        """Where the rows of a data table come from; of all tables where none is named."""
        return self._sources[table]

    @once
    def _sources(self) -> dict[str, tuple[Source, ...]]:
        backing: dict[str, tuple[Source, ...]] = defaultdict(tuple)
        rows = self.connection.execute(
            "select title, url, licence, backs from source order by rowid"
        )
        for title, url, licence, backs in rows:
            for table in ("", *backs.split()):
                backing[table] += (Source(title, url, licence or ""),)
        return backing

    def corrected_in(self, sentence: str) -> tuple[str, ...]:
        """Caveats for the races that a sentence is about, where their results were corrected."""
        return tuple(
            f"The result of the {name} was corrected on {noted} ({fields.replace(',', ', ')})."
            for name, date, noted, fields in self._corrected
            if date in sentence and name in sentence
        )

    @once
    def _corrected(self) -> list[tuple[str, str, str, str]]:
        return self.connection.execute(
            """
            select name, date, max(noted), group_concat(distinct field)
            from (select race, field, noted from revision order by race, field) as revision
                join race on race.id = revision.race
            group by race order by race
            """
        ).fetchall()

    def as_of(self, series: tuple[str, ...]) -> AsOf:
        """The last race in the book of the series asked about, or of all three."""
        return self._as_of[series[0] if len(series) == 1 else ""]

    @once
    def _as_of(self) -> dict[str, AsOf]:
        rows = self.connection.execute(
            """
            select series, race.name, season, date, venue.name
            from race join venue on venue.id = race.venue
            where race.id in (select max(id) from race group by series)
            order by race.id -- which is the order of dates
            """
        )
        reach: dict[str, AsOf] = {}
        for series, name, season, date, venue in rows:
            reach[series] = reach[""] = AsOf(f"{name} at {venue}", season, date)
        return reach
