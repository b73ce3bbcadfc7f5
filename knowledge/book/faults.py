"""The slow reading of a file that is known to have a fault: finds the first, with its place."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from knowledge.book.cells import CONVERTERS
from knowledge.book.refusal import BookRefused, at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from knowledge.book.tables import Column, DataTable

KINDS = {
    "integer": "a whole number",
    "number": "a number",
    "date": "a date (YYYY-MM-DD)",
    "text": "text",
}


def first_fault(data: Path, path: str, table: DataTable) -> BookRefused:
    """Find the first fault of a file that the fast reading gave up on."""
    lines = numbered_lines(data, path)
    try:
        _, header = next(lines, (1, []))
        fault = _header_fault(path, table, header)
        return fault or _line_fault(path, table, lines) or at(path, "cannot be read")
    except UnicodeDecodeError:
        return at(path, "is not UTF-8 text")
    except csv.Error as error:
        return at(path, f"is not CSV: {error}")


def numbered_lines(data: Path, path: str) -> Iterator[tuple[int, list[str]]]:
    """Read a file with the number of each row's last line: a quoted cell may hold line breaks."""
    with (data / path).open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file, strict=True)
        for cells in reader:
            yield reader.line_num, cells


def _header_fault(path: str, table: DataTable, header: Sequence[str]) -> BookRefused | None:
    for name in table.column_names:
        if name not in header:
            return at(path, "is missing", 1, name)
    for name in header:
        if name not in table.column_names:
            return at(path, "is not a column of this table", 1, name)
    if tuple(header) != table.column_names:
        return at(path, f"the columns must stand in the order {','.join(table.column_names)}", 1)
    return None


def _line_fault(
    path: str, table: DataTable, lines: Iterator[tuple[int, list[str]]]
) -> BookRefused | None:
    seen: dict[tuple[object, ...], int] = {}
    for number, cells in lines:
        if len(cells) != len(table.columns):
            return at(path, f"has {len(cells)} cells, not {len(table.columns)}", number)
        for column, text in zip(table.columns, cells, strict=True):
            if why := _cell_fault(column, text):
                return at(path, why, number, column.name)
        key = _key(table, cells)
        if key in seen:
            why = f"{' '.join(map(str, key))} stands on line {seen[key]} already"
            return at(path, why, number, ", ".join(table.key))
        seen[key] = number
    return None


def _key(table: DataTable, cells: list[str]) -> tuple[object, ...]:
    typed = {
        column.name: CONVERTERS[column.type](text)
        for column, text in zip(table.columns, cells, strict=True)
        if text
    }
    return tuple(typed.get(name) for name in table.key)


def _cell_fault(column: Column, text: str) -> str:
    if not text:
        return "is empty" if column.required else ""
    try:
        CONVERTERS[column.type](text)
    except ValueError:
        return f'"{text}" is not {KINDS[column.type]}'
    return ""
