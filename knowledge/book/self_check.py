"""A new book checks itself against what is known to be true, before it may replace the old one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.book.loading import load_table
from knowledge.book.refusal import BookRefused, at
from knowledge.book.tables import Column, DataTable
from knowledge.book.tallies import TALLIES, aggregate

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

RACES_PER_SEASON = DataTable(
    "races_per_season",
    "checks/races_per_season.csv",
    (
        Column("series", "text", required=True),
        Column("season", "integer", required=True),
        Column("races", "integer", required=True),
    ),
    key=("series", "season"),
)
FACTS = DataTable(
    "facts",
    "checks/facts.csv",
    (
        Column("series", "text", required=True),
        Column("season", "integer"),  # empty: the career
        Column("round", "integer"),  # empty: the season
        Column("driver", "text", required=True),
        Column("measure", "text", required=True),  # a tally
        Column("expected", "number", required=True),
    ),
    key=("series", "season", "round", "driver", "measure"),
)


def check_book(connection: sqlite3.Connection, data: Path) -> None:
    """Refuse a book that breaks one of the rules; the cheapest to explain come first."""
    _check_races_per_season(connection, data)
    _check_winners(connection)
    _check_orphans(connection)
    _check_facts(connection, data)


def check_added(connection: sqlite3.Connection) -> None:
    """Check a book that passed before races were added: a career's facts may have moved on."""
    _check_winners(connection)
    _check_orphans(connection)


def _check_races_per_season(connection: sqlite3.Connection, data: Path) -> None:
    """Compare all seasons up to the last one listed: a season that is still running is not."""
    (listed,) = load_table(data, RACES_PER_SEASON)
    expected = {(series, season): races for series, season, races in listed.rows()}
    counted = {
        (series, season): races
        for series, season, races in connection.execute(
            "select series, season, count(*) from race group by series, season"
        )
    }
    last = dict(sorted(expected))  # of each series
    for series, season in sorted(expected.keys() | counted.keys()):
        races = counted.get((series, season), 0), expected.get((series, season), 0)
        if season <= last.get(series, 0) and races[0] != races[1]:
            raise at(listed.path, f"{series} {season} has {races[0]} races, not {races[1]}")


def _check_winners(connection: sqlite3.Connection) -> None:
    odd = connection.execute(
        """
        select race.series, race.season, race.round, race.name, count(result.race)
        from race left join result on result.race = race.id and result.finish = 1
        group by race.id having count(result.race) <> 1 limit 1
        """
    ).fetchone()
    if odd:
        series, season, number, name, winners = odd
        raise BookRefused(f"{series} {season} round {number} ({name}) has {winners} winners, not 1")


def _check_orphans(connection: sqlite3.Connection) -> None:
    for table, rowid, parent, _ in connection.execute("pragma foreign_key_check"):
        raise BookRefused(f"{table} row {rowid} names a {parent} that the book does not hold")


def _check_facts(connection: sqlite3.Connection, data: Path) -> None:
    (facts,) = load_table(data, FACTS)
    for series, season, number, driver, measure, expected in facts.rows():
        fact = " ".join(str(part) for part in (series, season, number, driver, measure) if part)
        if measure not in TALLIES:
            raise at(facts.path, f'{fact}: "{measure}" is not a tally')
        (found,) = connection.execute(
            f"""
            select coalesce({aggregate(measure)}({measure}), 0) from entry
            where driver = :driver and series = :series
                and (:season is null or season = :season) and (:round is null or round = :round)
            """,
            {"driver": driver, "series": series, "season": season, "round": number},
        ).fetchone()
        if found != expected:
            raise at(facts.path, f"{fact} is {found:g} in the book, not {expected:g}")
