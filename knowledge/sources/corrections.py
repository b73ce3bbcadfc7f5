"""The corrections tables: each row is one fault of a source, its repair and its reason."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from knowledge.sources.birth_dates import Birth
from knowledge.sources.correction_rows import (
    Mark,
    Naming,
    Reach,
    Rule,
    StandingName,
    TrackRule,
    Wording,
)
from knowledge.sources.records import Race, RaceFacts, RaceKey, Result
from knowledge.sources.source_file import read_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from knowledge.sources.source_file import SourceRow

_WHY = ("reason", "source")
_RACE = ("series", "season", "round")
_KNOWN = {
    "results": {field.name for field in fields(Result)},
    "races": {field.name for field in (*fields(Race), *fields(RaceFacts))},
    "people": {field.name for field in fields(Birth)},
}


def read_rounds(folder: Path) -> dict[RaceKey, tuple[int, str]]:
    """Read which round a race has in the record, and where that is written."""
    rows = read_rows(folder / "rounds.csv", (*_RACE, "becomes", *_WHY))
    return {_key(row): (row.required_integer("becomes"), _at(row)) for row in rows}


def read_fields(folder: Path) -> Iterator[Rule]:
    columns = ("table", *_RACE, "where", "equals", "column", "value", *_WHY)
    for row in read_rows(folder / "fields.csv", columns):
        rule = Rule(
            table=row.text("table"),
            reach=_reach(row),
            where=row.text("where"),
            equals=row.text("equals"),
            column=row.text("column"),
            value=row.text("value"),
            reason=row.text("reason"),
            at=_at(row),
        )
        _check(row, rule)
        yield rule


def read_drops(folder: Path) -> Iterator[Rule]:
    for row in read_rows(folder / "drops.csv", (*_RACE, "where", "equals", *_WHY)):
        where, equals, reason = row.text("where"), row.text("equals"), row.text("reason")
        yield Rule("results", _reach(row), where, equals, "", "", reason, _at(row))


def read_wordings(folder: Path) -> Iterator[Wording]:
    columns = ("table", "column", "found", "written", *_WHY)
    for row in read_rows(folder / "texts.csv", columns):
        # Not stripped: two spaces in a row are a fault that a row of this table mends.
        found, written = row.cells["found"], row.cells["written"]
        yield Wording(row.text("table"), row.text("column"), found, written, _at(row))


def read_additions(folder: Path) -> Iterator[Result]:
    columns = (*_RACE, "finish", "start", "car", "driver", "make", "team", "laps", "led")
    for row in read_rows(folder / "additions.csv", (*columns, "status", "points", *_WHY)):
        yield Result(
            key=_key(row),
            finish=row.required_integer("finish"),
            start=row.integer("start"),
            car=row.text("car"),
            driver=row.text("driver"),
            make=row.text("make"),
            team=row.text("team"),
            laps=row.integer("laps"),
            led=row.integer("led"),
            status=row.text("status"),
            points=row.integer("points"),
            rating=None,
            stage_1=None,
            stage_2=None,
            file=row.file,
            row=row.number,
        )


def read_namings(folder: Path) -> Iterator[Naming]:
    columns = ("action", "name", "seasons", "person", "display", *_WHY)
    for row in read_rows(folder / "people.csv", columns):
        action, name, seasons, person, display = (row.text(column) for column in columns[:5])
        yield Naming(action, name, seasons, person, display, _at(row))


def read_track_rules(folder: Path) -> Iterator[TrackRule]:
    for row in read_rows(folder / "tracks.csv", ("track", *_RACE, "venue", *_WHY)):
        yield TrackRule(row.text("track"), _reach(row), row.text("venue"), _at(row))


def read_marks(folder: Path, file: str, column: str) -> Iterator[Mark]:
    """Read a table that names, by one column, a place or a person in a race."""
    for row in read_rows(folder / file, (*_RACE, column, *_WHY)):
        yield Mark(_reach(row), row.text(column))


def read_standing_names(folder: Path) -> Iterator[StandingName]:
    columns = ("series", "season", "rank", "name", "person", *_WHY)
    for row in read_rows(folder / "standing_names.csv", columns):
        yield StandingName(
            series=row.text("series"),
            season=row.required_integer("season"),
            rank=row.required_integer("rank"),
            name=row.text("name"),
            person=row.text("person"),
        )


def _check(row: SourceRow, rule: Rule) -> None:
    """Refuse a row that could never change anything."""
    if rule.table not in _KNOWN:
        row.refuse("table", f"{rule.table!r} is no table")
    for column in ("where", "column"):
        if row.text(column) and row.text(column) not in _KNOWN[rule.table]:
            row.refuse(column, f"{row.text(column)!r} is no column of {rule.table}")


def _reach(row: SourceRow) -> Reach:
    return Reach(row.text("series"), row.text("season"), row.text("round"))


def _key(row: SourceRow) -> RaceKey:
    return RaceKey(
        row.text("series"), row.required_integer("season"), row.required_integer("round")
    )


def _at(row: SourceRow) -> str:
    return f"{row.file} row {row.number}"
