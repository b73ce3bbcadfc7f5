"""Seasons whose title is not decided: how far they are, and which of their races are to come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.series import ALL_SERIES, SERIES_WORDS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from knowledge.scope import Scope


@dataclass(frozen=True, slots=True)
class Running:
    """A season of a series; nothing is planned where the schedule is not known."""

    series: str
    season: int
    run: int
    planned: int = 0

    @property
    def goes_on(self) -> bool:
        """The last race may have been run, and no champion be in the book."""
        return not self.planned or self.run < self.planned

    def after(self, races: int) -> str:
        """After how many races: "10 of 25 races"."""
        of = f" of {self.planned}" if self.planned else ""
        return f"{races}{of} {'race' if (self.planned or races) == 1 else 'races'}"

    @property
    def reach(self) -> str:
        """How far it is: "10 of 25 Truck Series races", or as many as there are."""
        number, noun = self.after(self.run).rsplit(" ", 1)
        return f"{number} {SERIES_WORDS[self.series]} Series {noun}"


@dataclass(frozen=True, slots=True)
class Coming:
    """A race that is planned and not in the book; its day and its track may not be known yet."""

    series: str
    season: int
    date: str
    name: str
    venue: str

    @property
    def there(self) -> str:
        """Its name with its track: "Southern 500 at Darlington Raceway"."""
        name = self.name or "race"
        return name if not self.venue or self.venue in name else f"{name} at {self.venue}"

    @property
    def title(self) -> str:
        """The race whole: "2026 Southern 500 at Darlington Raceway (Cup Series)"."""
        year = "" if str(self.season) in self.there else f"{self.season} "
        return f"{year}{self.there} ({SERIES_WORDS[self.series]} Series)"


def running_seasons(connection: sqlite3.Connection) -> dict[tuple[str, int], Running]:
    """Every season of which the book knows races, run or planned, and no champion."""
    found: dict[tuple[str, int], Running] = {}
    for series in ALL_SERIES:
        rows = connection.execute(
            """
            select season, sum(run), sum(planned) from (
                select season, count(*) as run, 0 as planned from race
                where series = :series and season > :decided group by season
                union all
                select season, 0, races from season_plan
                where series = :series and season > :decided
            ) group by season
            """,
            {"series": series, "decided": last_decided(series, connection)},
        )
        found |= {(series, season): Running(series, season, *many) for season, *many in rows}
    return found


def last_decided(series: str, connection: sqlite3.Connection) -> int:
    """The last season of a series that has its champion in the book; 0 where none has."""
    (season,) = connection.execute(
        "select max(season) from champion where series = :series", {"series": series}
    ).fetchone()
    return int(season or 0)


def coming_in(
    scope: Scope, connection: sqlite3.Connection, venues: Mapping[str, str]
) -> tuple[Coming, ...]:
    """The races of a scope that are to come, the next one first."""
    limits = scope.limited_to_races()
    named = ""
    if limits.races:
        named = f"and ({_OF_THE_NAME})"
        parameters = {"name": limits.races.name, "race": max(limits.races.ids, default=0)}
        limits = limits.but(races=None)
    else:
        parameters = {}
    # Filters that look at other races of a season then look at those to come as well.
    rows = connection.execute(
        f"""
        with race as (select race as id, * from to_come)
        select series, season, coalesce(date, ''), coalesce(name, ''), coalesce(venue, '')
        from race where {limits.sql} {named} order by coalesce(date, '9999'), round
        """,
        {**limits.parameters, **parameters},
    )
    return tuple(
        Coming(series, season, day, name, venues.get(venue, ""))
        for series, season, day, name, venue in rows
    )


_OF_THE_NAME = """
    name = (select name from main.race where id = :race)
    or exists (
        select 1 from race_name
        where race_name.race = :name and race_name.series = race.series
            and race_name.venue = race.venue
            and (contains is null or race.name like '%' || contains || '%')
            and (nth is null or nth = nth_at_venue or nth = nth_at_venue - times_at_venue - 1)
            and season between coalesce(first, 0) and coalesce(last, 9999)
    )
"""
"""Whether a race to come bears a name that fans know, or that of one that was run before."""
