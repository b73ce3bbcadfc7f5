"""The tables written as text: checked against their columns, sorted, one file where told."""

from __future__ import annotations

import csv
from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from knowledge.sources.source_file import SourceRefused

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from knowledge.book.tables import Column, DataTable

Cell: TypeAlias = "str | int | float | None"
Row: TypeAlias = dict[str, Cell]


def write_table(folder: Path, table: DataTable, rows: Iterable[Row]) -> int:
    """Write a table's files and return its rows; series and season may only choose the file."""
    files: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        files[table.path.format_map(row)].append(row)
    for path, its_rows in sorted(files.items()):
        its_rows.sort(key=lambda row: [_sorting(row.get(name)) for name in table.key])
        _check_keys(path, table, its_rows)
        _write(folder / path, table, its_rows)
    return sum(map(len, files.values()))


def _write(path: Path, table: DataTable, rows: list[Row]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(table.column_names)
        for number, row in enumerate(rows, start=2):
            writer.writerow([_cell(path.name, number, column, row) for column in table.columns])


def _cell(file: str, number: int, column: Column, row: Row) -> str:
    value = row.get(column.name)
    if value is None or value == "":
        if column.required:
            raise SourceRefused(file, number, column.name, f"is empty in {row}")
        return ""
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return str(value)


def _check_keys(path: str, table: DataTable, rows: list[Row]) -> None:
    seen = set()
    for number, row in enumerate(rows, start=2):
        key = tuple(row.get(name) for name in table.key)
        if key in seen:
            raise SourceRefused(path, number, table.key[-1], f"a second row of {key}")
        seen.add(key)


def _sorting(value: Cell) -> tuple[int, float, str]:
    """Order numbers as numbers, texts after them, and a missing value first."""
    if value is None:
        return (0, 0, "")
    if isinstance(value, int | float):
        return (1, value, "")
    return (2, 0, value)
