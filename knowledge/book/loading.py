"""Reads the tables of knowledge/data/ into typed rows; what breaks its contract is refused."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from knowledge.book import faults
from knowledge.book.cells import CONVERTERS
from knowledge.book.refusal import at
from knowledge.book.tables import SERIES, TABLES, Column, DataTable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

Row: TypeAlias = tuple[Any, ...]
"""Typed cells in the order of the table's columns."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """One file, column by column; series and season come from its path, if it has them."""

    path: str
    columns: dict[str, list[Any]]
    series: str = ""
    season: int = 0

    def rows(self) -> Iterator[Row]:
        return zip(*self.columns.values(), strict=True)


def load_table(data: Path, table: DataTable) -> list[DataFile]:
    """Load every file of a table; at least one must be there for each series."""
    return [
        DataFile(path, _load_columns(data, path, table), series, season)
        for path, series, season in _files(data, table)
    ]


def load_fresh(folder: Path) -> dict[str, list[DataFile]]:
    """Load the files that are there: fresh races fill some tables of the data, not all."""
    return {
        table.name: [
            DataFile(path, _load_columns(folder, path, table), series, season)
            for path, series, season in _present(folder, table)
        ]
        for table in TABLES
    }


def _present(folder: Path, table: DataTable) -> Iterator[tuple[str, str, int]]:
    for series in SERIES if "{series}" in table.path else ("",):
        path = table.path.replace("{series}", series)
        if "{season}" not in path:
            found = [path] if (folder / path).is_file() else []
            yield from ((each, series, 0) for each in found)
        elif any(folder.glob(path.replace("{season}", "*"))):
            yield from _files_by_season(folder, path, series)


def _files(data: Path, table: DataTable) -> Iterator[tuple[str, str, int]]:
    if "{series}" not in table.path:
        yield table.path, "", 0
        return
    for series in SERIES:
        path = table.path.replace("{series}", series)
        if "{season}" in path:
            yield from _files_by_season(data, path, series)
        else:
            yield path, series, 0


def _files_by_season(data: Path, path: str, series: str) -> Iterator[tuple[str, str, int]]:
    found = sorted(data.glob(path.replace("{season}", "*")))
    if not found:
        raise at(path, "no such file for any season")
    for file in found:
        name = file.relative_to(data).as_posix()
        if not file.stem.isdecimal():
            raise at(name, "is not named after a season")
        yield name, series, int(file.stem)


def _load_columns(data: Path, path: str, table: DataTable) -> dict[str, list[Any]]:
    """Convert column by column, which is fast; only a file with a fault is read line by line."""
    try:
        with (data / path).open(encoding="utf-8", newline="") as file:
            header, *lines = csv.reader(file, strict=True)
        return _typed(table, header, lines)
    except FileNotFoundError:
        raise at(path, "no such file") from None
    except (ValueError, csv.Error) as error:
        raise faults.first_fault(data, path, table) from error


def _typed(table: DataTable, header: list[str], lines: list[list[str]]) -> dict[str, list[Any]]:
    if tuple(header) != table.column_names:
        raise ValueError(header)
    texts = zip(*lines, strict=True) if lines else ((),) * len(header)
    columns = {
        column.name: _converted(column, cells)
        for column, cells in zip(table.columns, texts, strict=True)
    }
    if len(set(zip(*(columns[name] for name in table.key), strict=True))) < len(lines):
        raise ValueError(table.key)
    return columns


def _converted(column: Column, texts: Sequence[str]) -> list[Any]:
    """Convert each different text once: a column holds few of them, many times over."""
    convert = CONVERTERS[column.type]
    values: dict[str, Any] = {text: convert(text) for text in set(texts) if text}
    if "" in texts:
        if column.required:
            raise ValueError(column.name)
        values[""] = None
    return list(map(values.__getitem__, texts))
