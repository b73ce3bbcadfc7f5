"""Puts the loaded rows into the tables of the book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.book.racing import race_rows
from knowledge.book.starting import fill_results

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlite_utils import Database

    from knowledge.book.known_ids import Loaded
    from knowledge.book.loading import Row

RACE_COLUMNS = (
    *("id", "series", "season", "round", "date", "venue", "site", "name", "kind", "lap_miles"),
    *("surface", "laps", "scheduled_laps", "stage_1_laps", "stage_2_laps", "cautions"),
    *("caution_laps", "lead_changes", "leaders", "average_mph", "pole_mph", "duration", "margin"),
    *("playoff", "opener", "finale", "nth_at_venue", "times_at_venue", "nascar_id"),
)
AS_THEY_STAND = {
    "champions": ("champion", "series, season, driver, car, team, make, points"),
    "series_names": ("series_name", "name, series, first, last"),
    "team_names": ("team_name", "name, team"),
    "make_names": ("make_name", "name, make"),
    "car_names": ("car_name", "name, car, first, last"),
    "race_names": ("race_name", "name, race, series, venue, contains, nth, first, last"),
    "definitions": ("definition", "key, said, counts, series, first, last, text"),
    "notes": (
        "note",
        "id, person, statement, asked, date, source, claim, contradicted, rows_say",
    ),
    "sources": ("source", "id, title, url, licence, covers, backs"),
    "venues": (
        "venue",
        "id, name, site, shape, drafting, length_miles, surface, place, turns, banking",
    ),
    "people": ("person", "id, name, born, home, nascar_id, racing_reference_id"),
}
"""Tables of data whose rows go in as they are: the book's table, and its columns for theirs."""


def fill(db: Database, loaded: Loaded) -> None:
    for source, (table, columns) in AS_THEY_STAND.items():
        insert(db, table, columns, (row for file in loaded[source] for row in file.rows()))
    _fill_names(db, loaded)
    races = race_rows(loaded["races"], loaded["venues"])
    insert(
        db,
        "race",
        ", ".join(RACE_COLUMNS),
        ([race[column] for column in RACE_COLUMNS] for race in races),
    )
    numbers = {(race["series"], race["season"], race["round"]): race["id"] for race in races}
    _fill_standings(db, loaded)
    _fill_disqualifications(db, loaded, numbers)
    _fill_stage_winners(db, loaded, numbers)
    fill_results(db, loaded["results"], numbers)


def insert(db: Database, table: str, columns: str, rows: Iterable[Sequence[object]]) -> None:
    marks = ", ".join("?" * len(columns.split(",")))
    db.conn.executemany(f"insert into {table} ({columns}) values ({marks})", rows)


def _fill_names(db: Database, loaded: Loaded) -> None:
    """Gather everything that a person or a venue is called; its own name is one of them."""
    people = {(row[1], row[0]): "name" for file in loaded["people"] for row in file.rows()}
    for file in loaded["person_names"]:
        for name, person, kind in file.rows():
            people.setdefault((name, person), kind)
    for file in loaded["nicknames"]:
        for name, person in file.rows():
            people.setdefault((name, person), "nickname")
    rows = ((*named, kind) for named, kind in people.items())
    insert(db, "person_name", "name, person, kind", rows)
    venues = [row for file in loaded["venue_names"] for row in file.rows()]
    told = {(name, venue) for name, venue, *_ in venues}
    for file in loaded["venues"]:
        for venue, name, *_ in file.rows():
            if (name, venue) not in told:
                venues.append((name, venue, "name", None, None))
    insert(db, "venue_name", "name, venue, kind, first, last", venues)


def _fill_standings(db: Database, loaded: Loaded) -> None:
    rows = ((file.series, *row) for file in loaded["standings"] for row in file.rows())
    insert(db, "standing", "series, season, rank, driver, points", rows)


def _fill_disqualifications(db: Database, loaded: Loaded, numbers: Mapping[Row, int]) -> None:
    rows = (
        (numbers[tuple(race)], driver, upheld)
        for file in loaded["disqualifications"]
        for *race, driver, upheld in file.rows()
    )
    insert(db, "disqualification", "race, driver, upheld", rows)


def _fill_stage_winners(db: Database, loaded: Loaded, numbers: Mapping[Row, int]) -> None:
    rows = [
        (numbers[file.series, season, number], file.series, season, stage, driver)
        for file in loaded["stage_winners"]
        for season, number, stage, driver in file.rows()
    ]
    insert(db, "stage_winner", "race, series, season, stage, driver", rows)
