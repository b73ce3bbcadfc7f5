"""Every id in the data must be known: no driver, venue or race that has no row of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from knowledge.book import tables
from knowledge.book.faults import numbered_lines
from knowledge.book.refusal import BookRefused, at
from knowledge.book.tables import SERIES, DataTable

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from knowledge.book.loading import DataFile

Loaded: TypeAlias = "Mapping[str, list[DataFile]]"
"""Every table's files by the table's name."""

_PERSON = "people"
_VENUE = "venues"
_SERIES = "series"
_TEAM = "team"
_MAKE = "make"

NAMED = {
    "results": {"driver": _PERSON},
    "races": {"venue": _VENUE},
    "person_names": {"person": _PERSON},
    "nicknames": {"person": _PERSON},
    "venue_names": {"venue": _VENUE},
    "champions": {"driver": _PERSON, "series": _SERIES},
    "standings": {"driver": _PERSON},
    "stage_winners": {"driver": _PERSON},
    "disqualifications": {"driver": _PERSON, "series": _SERIES},
    "series_names": {"series": _SERIES},
    "team_names": {"team": _TEAM},
    "make_names": {"make": _MAKE},
    "race_names": {"venue": _VENUE, "series": _SERIES},
    "notes": {"person": _PERSON},
    "feed_tracks": {"venue": _VENUE},
    "feed_teams": {"team": _TEAM},
    "points": {"series": _SERIES, "driver": _PERSON},
    "planned": {"series": _SERIES, "venue": _VENUE},
    "revisions": {"driver": _PERSON, "series": _SERIES},
}
"""Which column of which table names what."""

OF_A_RACE = (
    tables.RESULTS,
    tables.STAGE_WINNERS,
    tables.DISQUALIFICATIONS,
    tables.REVISIONS,
)


def check_ids(data: Path, loaded: Loaded) -> None:
    known: dict[str, Collection[str]] = {
        _PERSON: _all_in(loaded, tables.PEOPLE, "id"),
        _VENUE: _all_in(loaded, tables.VENUES, "id"),
        _SERIES: SERIES,
        _TEAM: _all_in(loaded, tables.RESULTS, "team"),
        _MAKE: _all_in(loaded, tables.RESULTS, "make"),
    }
    for table in tables.TABLES:
        for column, kind in NAMED.get(table.name, {}).items():
            for file in loaded[table.name]:
                _check_column(data, file, column, known[kind])
    _check_races(data, loaded)


def _all_in(loaded: Loaded, table: DataTable, column: str) -> set[str]:
    return {cell for file in loaded[table.name] for cell in file.columns[column]}


def _check_column(data: Path, file: DataFile, column: str, known: Collection[str]) -> None:
    cells = file.columns[column]
    named = set(cells) - {None}  # what must be named is never empty here
    if not named.issubset(known):
        wrong = next(row for row, cell in enumerate(cells) if cell and cell not in known)
        raise _unknown(data, file, wrong, column, cells[wrong])


def _check_races(data: Path, loaded: Loaded) -> None:
    races = {race for file in loaded["races"] for race in races_of(file)}
    for table in OF_A_RACE:
        for file in loaded[table.name]:
            named = races_of(file)
            if not races >= set(named):
                wrong = next(row for row, race in enumerate(named) if race not in races)
                raise _unknown(data, file, wrong, "round", " ".join(map(str, named[wrong])))


def races_of(file: DataFile) -> list[tuple[str, int, int]]:
    """Name the race of each row, whether its series and season stand in the row or the path."""
    rounds = file.columns["round"]
    series = file.columns.get("series", [file.series] * len(rounds))
    seasons = file.columns.get("season", [file.season] * len(rounds))
    return list(zip(series, seasons, rounds, strict=True))


def _unknown(data: Path, file: DataFile, row: int, column: str, name: str) -> BookRefused:
    numbers = [number for number, _ in numbered_lines(data, file.path)]
    return at(file.path, f'"{name}" is not known', numbers[row + 1], column)
