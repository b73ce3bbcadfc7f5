"""Puts the loaded rows into the tables of the book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.book.planning import fill_plan, planned_rows, still_to_come, visits_planned
from knowledge.book.racing import in_seasons, race_rows
from knowledge.book.refusal import BookRefused
from knowledge.book.starting import fill_results

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlite_utils import Database

    from knowledge.book.known_ids import Loaded
    from knowledge.book.racing import Fields

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
    "feed_tracks": ("feed_track", "track, venue"),
    "feed_teams": ("feed_team", "name, team"),
    "points": ("points", "series, season, after, rank, driver, points"),
    "people": ("person", "id, name, born, home, nascar_id, racing_reference_id"),
}
"""Tables of data whose rows go in as they are: the book's table, and its columns for theirs."""


class Rounds(dict[tuple[str, int, int], int]):
    """The id of each race by series, season and round."""

    def __missing__(self, race: tuple[str, int, int]) -> int:
        raise BookRefused(f"{' '.join(map(str, race))} is no race")


def fill(db: Database, loaded: Loaded) -> None:
    fill_as_they_stand(db, loaded)
    places = venues_held(db)
    races, planned = race_rows(loaded["races"], places), planned_rows(loaded["planned"], places)
    coming = still_to_come(planned, races)
    in_seasons([*races, *coming], visits_planned(planned))
    fill_races(db, loaded, races)
    fill_plan(db, planned, coming)


def fill_as_they_stand(db: Database, loaded: Loaded) -> None:
    """Put in what needs no other row; what the book holds already stays as it is."""
    for source, (table, columns) in AS_THEY_STAND.items():
        insert(db, table, columns, (row for file in loaded[source] for row in file.rows()))
    _fill_names(db, loaded)


def venues_held(db: Database) -> dict[str, Fields]:
    rows = db.query("select id, site, shape, drafting, length_miles, surface from venue")
    return {row["id"]: row for row in rows}


def fill_races(db: Database, loaded: Loaded, races: Iterable[Fields]) -> None:
    """Put in races, and every row that belongs to one."""
    races = list(races)
    insert(
        db,
        "race",
        ", ".join(RACE_COLUMNS),
        ([race[column] for column in RACE_COLUMNS] for race in races),
    )
    numbers = Rounds(
        {(race["series"], race["season"], race["round"]): race["id"] for race in races}
    )
    _fill_standings(db, loaded)
    _fill_disqualifications(db, loaded, numbers)
    _fill_stage_winners(db, loaded, numbers)
    _fill_revisions(db, loaded, numbers)
    fill_results(db, loaded["results"], numbers)


def insert(db: Database, table: str, columns: str, rows: Iterable[Sequence[object]]) -> None:
    marks = ", ".join("?" * len(columns.split(",")))
    db.conn.executemany(f"insert or ignore into {table} ({columns}) values ({marks})", rows)


def _fill_names(db: Database, loaded: Loaded) -> None:
    """Gather everything that a person or a venue is called; its own name is one of them."""
    people = {(row[1], row[0]): "name" for file in loaded["people"] for row in file.rows()}
    for file in loaded["person_names"]:
        for name, person, kind in file.rows():
            people.setdefault((name, person), kind)
    for file in loaded["nicknames"]:
        for name, person in file.rows():
            people.setdefault((name, person), "nickname")
    held = set(db.execute("select name, person from person_name"))
    rows = ((*each, kind) for each, kind in people.items() if each not in held)
    insert(db, "person_name", "name, person, kind", rows)
    venues = [row for file in loaded["venue_names"] for row in file.rows()]
    told = {(name, venue) for name, venue, *_ in venues}
    for file in loaded["venues"]:
        for venue, name, *_ in file.rows():
            if (name, venue) not in told:
                venues.append((name, venue, "name", None, None))
    held = set(db.execute("select name, venue from venue_name"))
    rows = (row for row in venues if row[:2] not in held)
    insert(db, "venue_name", "name, venue, kind, first, last", rows)


def _fill_standings(db: Database, loaded: Loaded) -> None:
    rows = ((file.series, *row) for file in loaded["standings"] for row in file.rows())
    insert(db, "standing", "series, season, rank, driver, points", rows)


def _fill_disqualifications(db: Database, loaded: Loaded, numbers: Rounds) -> None:
    rows = (
        (numbers[tuple(race)], driver, upheld)
        for file in loaded["disqualifications"]
        for *race, driver, upheld in file.rows()
    )
    insert(db, "disqualification", "race, driver, upheld", rows)


def _fill_stage_winners(db: Database, loaded: Loaded, numbers: Rounds) -> None:
    rows = [
        (numbers[file.series, season, number], file.series, season, stage, driver)
        for file in loaded["stage_winners"]
        for season, number, stage, driver in file.rows()
    ]
    insert(db, "stage_winner", "race, series, season, stage, driver", rows)


def _fill_revisions(db: Database, loaded: Loaded, numbers: Rounds) -> None:
    rows = [
        (numbers[series, season, number], *revision)
        for file in loaded["revisions"]
        for series, season, number, *revision in file.rows()
    ]
    insert(db, "revision", "race, driver, field, old, new, noted", rows)
