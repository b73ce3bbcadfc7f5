"""Adds fresh races to a finished book: the same rows as if it had been built with them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.book.filling import fill_as_they_stand, fill_races, venues_held
from knowledge.book.form import fill_form_again
from knowledge.book.known_ids import OF_A_RACE, races_of
from knowledge.book.planning import fill_plan, planned_rows, still_to_come, visits_planned
from knowledge.book.racing import in_seasons, race_rows
from knowledge.book.tables import PLANNED, POINTS, RACES
from knowledge.book.totals import add_totals_again
from knowledge.book.unbroken import fill_unbroken_again

if TYPE_CHECKING:
    from sqlite_utils import Database

    from knowledge.book.known_ids import Loaded
    from knowledge.book.loading import DataFile
    from knowledge.book.racing import Fields

    RaceKey = tuple[str, int, int]

_OF_THE_SEASON = ("opener", "finale", "playoff", "nth_at_venue", "times_at_venue")
"""What a race takes from its season, and a later race of it may change."""


def add_races(db: Database, fresh: Loaded) -> int:
    """Add the rows of races that the book does not hold, and what is counted; how many they are."""
    fresh = _not_held(db, fresh)
    fill_as_they_stand(db, fresh)
    places = venues_held(db)
    added, planned = race_rows(fresh["races"], places), planned_rows(fresh["planned"], places)
    seasons = {(race["series"], race["season"]) for race in added}
    held = _held(db, seasons)
    coming = still_to_come(planned, [*held, *added])
    in_seasons([*held, *added, *coming], visits_planned(planned))
    fill_races(db, fresh, added)
    fill_plan(db, planned, coming)
    _mark_again(db, held)
    _count_again(db, added)
    return len(added)


def _held(db: Database, seasons: set[tuple[str, int]]) -> list[Fields]:
    """Read the races of these seasons that the book holds already."""
    return [
        race
        for series, season in sorted(seasons)
        for race in db.query(
            "select id, series, season, round, date, site, playoff as playoff_round from race"
            " where series = :series and season = :season",
            {"series": series, "season": season},
        )
    ]


def _mark_again(db: Database, races: list[Fields]) -> None:
    marks = ", ".join(f"{column} = :{column}" for column in _OF_THE_SEASON)
    db.conn.executemany(f"update race set {marks} where id = :id", races)
    for cars in ("result", "non_start"):
        marks = ", ".join(f"{column} = :{column}" for column in ("opener", "finale", "playoff"))
        db.conn.executemany(f"update {cars} set {marks} where race = :id", races)


def _count_again(db: Database, races: list[Fields]) -> None:
    db.execute("create temp table touched (race integer, series text, season integer, driver text)")
    db.conn.executemany(
        """
        insert into touched
        select race, series, season, driver from result where race = :id
        """,
        races,
    )
    add_totals_again(db)
    fill_form_again(db)
    fill_unbroken_again(db)
    db.execute("drop table touched")


def _not_held(db: Database, fresh: Loaded) -> Loaded:
    """Leave out races that the book holds by now: what is embedded was looked at longer."""
    held = set(db.execute("select series, season, round from race"))
    numbers = {number for (number,) in db.execute("select nascar_id from race")} - {None}
    for file in fresh["races"]:
        for race, number in zip(races_of(file), file.columns["nascar_id"], strict=True):
            if number in numbers:
                held.add(race)
    seasons = set(db.execute("select series, season from champion"))
    left: dict[str, list[DataFile]] = dict(fresh)
    for table in (RACES, *OF_A_RACE):
        left[table.name] = [_without(file, held) for file in fresh[table.name]]
    for table in (PLANNED, POINTS):
        left[table.name] = [_running(file, seasons) for file in fresh[table.name]]
    return left


def _without(file: DataFile, held: set[RaceKey]) -> DataFile:
    return _kept(file, [race not in held for race in races_of(file)])


def _running(file: DataFile, over: set[tuple[str, int]]) -> DataFile:
    """A season that has its champion in the book is over: no race is to come in it."""
    return _kept(file, [season[:2] not in over for season in file.rows()])


def _kept(file: DataFile, keep: list[bool]) -> DataFile:
    columns = {
        name: [cell for cell, kept in zip(cells, keep, strict=True) if kept]
        for name, cells in file.columns.items()
    }
    return replace(file, columns=columns)
