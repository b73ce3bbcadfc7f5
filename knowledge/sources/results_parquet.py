"""nascaR.data: every car in every points race, one parquet file a series; the backbone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from knowledge.sources.records import Race, RaceKey, Result
from knowledge.sources.source_file import SourceRefused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

FOLDER = "nascaR.data"

_INTEGERS = ("Season", "Race", "Finish", "Start", "Pts", "Laps", "Led", "S1", "S2")
_NUMBERS = ("Length", "Rating")
_TEXTS = ("Track", "Name", "Surface", "Car", "Driver", "Make", "Status", "Team")


class ParquetResults(NamedTuple):
    """The cars and the races of one series, as the file has them."""

    results: list[Result]
    races: dict[RaceKey, Race]


def read_results(source: Path, series: str) -> ParquetResults:
    path = source / FOLDER / f"{series}.parquet"
    if not path.is_file():
        raise SourceRefused(path.name, 0, "Season", "the file is missing")
    with path.open("rb") as file:
        return read_parquet(file, path.name, series)


def read_parquet(file: BinaryIO, name: str, series: str) -> ParquetResults:
    results: list[Result] = []
    races: dict[RaceKey, Race] = {}
    for number, cells in enumerate(_read_cells(file, name), start=1):
        key = RaceKey(series, cells["Season"], cells["Race"])
        results.append(_result(key, cells, name, number))
        if cells["Track"]:
            _add_race(races, _race(key, cells, name, number))
    return ParquetResults(results, races)


def _read_cells(source: BinaryIO, file: str) -> Iterator[dict[str, Any]]:
    """Yield the file's rows after its columns and their types were checked."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        table = pq.read_table(source)
    except pa.ArrowInvalid as error:
        raise SourceRefused(file, 0, "Season", "not a parquet file") from error
    for column in (*_INTEGERS, *_NUMBERS, *_TEXTS):
        if column not in table.column_names:
            raise SourceRefused(file, 0, column, "the column is missing")
    columns = {name: table.column(name).to_pylist() for name in (*_INTEGERS, *_NUMBERS, *_TEXTS)}
    for name, values in columns.items():
        _check_types(file, name, values)
    for row in zip(*columns.values(), strict=True):
        yield dict(zip(columns, row, strict=True))


def _check_types(file: str, column: str, values: list[Any]) -> None:
    allowed = str if column in _TEXTS else (int, float) if column in _NUMBERS else int
    needed = column in {"Season", "Race"}
    for number, value in enumerate(values, start=1):
        if value is None and not needed:
            continue
        if not isinstance(value, allowed):
            raise SourceRefused(file, number, column, f"{value!r} is of the wrong type")


def _result(key: RaceKey, cells: dict[str, Any], file: str, row: int) -> Result:
    return Result(
        key=key,
        finish=cells["Finish"],
        start=cells["Start"],
        car=cells["Car"] or "",
        driver=cells["Driver"] or "",
        make=cells["Make"] or "",
        team=cells["Team"] or "",
        laps=cells["Laps"],
        led=cells["Led"],
        status=cells["Status"] or "",
        points=cells["Pts"],
        rating=cells["Rating"],
        stage_1=cells["S1"],
        stage_2=cells["S2"],
        file=file,
        row=row,
    )


def _race(key: RaceKey, cells: dict[str, Any], file: str, row: int) -> Race:
    return Race(
        key=key,
        track=cells["Track"],
        name=cells["Name"] or "",
        lap_miles=cells["Length"],
        surface=cells["Surface"] or "",
        file=file,
        row=row,
    )


def _add_race(races: dict[RaceKey, Race], race: Race) -> None:
    """Keep what the rows of a race say of it; two tracks or names under one key are two races."""
    known = races.setdefault(race.key, race)
    if (known.track, known.name) != (race.track, race.name):
        raise SourceRefused(
            race.file, race.row, "Race", f"a duplicate race: {known.name} has this round already"
        )
    if known.lap_miles is None and race.lap_miles is not None:
        races[race.key] = replace(known, lap_miles=race.lap_miles, surface=race.surface)
