"""The rows behind a number, and the answer that carries them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.answer import Answer, Table, Value
from knowledge.series import SERIES_WORDS
from knowledge.so_far import said_so_far, so_far

if TYPE_CHECKING:
    from knowledge.answer import Drawing
    from knowledge.measures import Measure
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

MOST_ROWS = 60
"""Rows that a person still reads; more are added up by season."""

RACE_COLUMNS = (
    "Date",
    "Season",
    "Series",
    "Race",
    "Track",
    "Driver",
    "Car",
    "Start",
    "Finish",
    "Laps led",
)


def races_behind(measure: Measure, scope: Scope, records: Records, number: float = 0) -> Table:
    """The races that make up a number; by season where they are many."""
    if measure.counts_starts and number > MOST_ROWS:
        return by_season(measure, scope, records)
    table = races_where(measure.rows or "1", scope, records, limit=MOST_ROWS + 1)
    return table if len(table.rows) <= MOST_ROWS else by_season(measure, scope, records)


def races_where(
    condition: str,
    scope: Scope,
    records: Records,
    *,
    limit: int = -1,
    skip: int = 0,
    newest: bool = False,
) -> Table:
    """The starts in a scope that meet a condition, in the order of racing (or newest first)."""
    order = "desc" if newest else "asc"
    # Somebody's starts are few and quickly sorted; a walk along all races would be long.
    by = "+race" if scope.columns & {"driver", "team", "car"} else "race"
    rows = records.connection.execute(
        f"""
        select date, season, series, race, venue, driver, car, start, finish, led
        from result where {scope.sql} and ({condition})
        order by {by} {order}, finish limit :limit offset :skip
        """,
        {**scope.parameters, "limit": limit, "skip": skip},
    ).fetchall()
    names, venues, people = records.race_names, records.venue_names, records.people
    told = [
        (day, season, SERIES_WORDS[series], names[race], venues[venue], people[driver].name, *rest)
        for day, season, series, race, venue, driver, *rest in rows
    ]
    return Table(RACE_COLUMNS, tuple(told))


def by_season(measure: Measure, scope: Scope, records: Records) -> Table:
    """A number split by season, with the starts it comes from."""
    table = "entry" if measure.over_rows else scope.table("season")
    rows = records.connection.execute(
        f"""
        select season, sum(starts), round({measure.sql}, 2) from {table}
        where {scope.sql} group by season order by season
        """,
        scope.parameters,
    )
    return Table(("Season", "Starts", measure.plural.capitalize()), tuple(rows))


def reading(what: str, scope: Scope) -> str:
    """How the question was understood: "wins · Corey Heim · Truck Series · 2025"."""
    who = (scope.driver.name,) if scope.driver else ()
    return " · ".join((what, *who, *scope.words))


@dataclass(frozen=True, slots=True)
class Finding:
    """What a shape has found out; what every answer carries besides comes from the book."""

    headline: str
    value: Value
    read_as: str
    table: Table
    caveats: tuple[str, ...] = ()  # empty ones are left out
    backed_by: str = "results"  # the data table whose sources are named
    drawing: Drawing | None = None
    tells_reach: bool = False  # says by itself how far a running season is

    def answer(self, parts: Parts, scope: Scope, records: Records) -> Answer:
        """The answer with its notes, its sources, and how far the book reaches."""
        corrected = records.corrected_in(self.headline)
        running = "" if self.tells_reach else so_far(scope, records)
        return Answer(
            headline=said_so_far(self.headline, scope) if running else self.headline,
            value=self.value,
            reading=self.read_as,
            table=self.table,
            caveats=tuple(
                each for each in (*parts.notes, *self.caveats, running, *corrected) if each
            ),
            sources=records.sources(self.backed_by),
            as_of=records.as_of(scope.series),
            drawing=self.drawing,
            series=scope.series,
            question=parts,
        )
