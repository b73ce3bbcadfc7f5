"""Rows put into a table as a fan reads it: numbers written alike, and nothing said twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.reply import Column, Table
from knowledge.answer import Table as Rows

if TYPE_CHECKING:
    from knowledge.answer import Cell

_YEARS = re.compile(r"\b(season|year|first|last|from|to|since|until)\b", re.IGNORECASE)
"""Columns whose numbers are seasons: 2025, not 2,025."""


def phrase_table(rows: Rows) -> Table:
    columns = tuple(
        _phrase_column(name, cells)
        for name, cells in zip(rows.columns, zip(*rows.rows, strict=True), strict=True)
    )
    return Table(
        tuple(column for column, _ in columns),
        tuple(zip(*(cells for _, cells in columns), strict=True)),
    )


def _phrase_column(name: str, cells: tuple[Cell, ...]) -> tuple[Column, tuple[str, ...]]:
    known = [cell for cell in cells if cell is not None]
    numbers = [cell for cell in known if not isinstance(cell, str)]
    is_whole = all(float(number).is_integer() for number in numbers)
    shape = ("" if _YEARS.search(name) else ",") + (".0f" if is_whole else ".1f")
    column = Column(name, holds_numbers=bool(known) and len(numbers) == len(known))
    return column, tuple(_phrase_cell(cell, shape) for cell in cells)


def _phrase_cell(cell: Cell, shape: str) -> str:
    if cell is None:
        return "-"
    return cell if isinstance(cell, str) else format(cell, shape)


def without_echo(rows: Rows, reading: str) -> Rows:
    """Leave out the columns that say in every row what the reading has said already."""
    told = [
        place
        for place, cells in enumerate(zip(*rows.rows, strict=True))
        if len(set(cells)) > 1 or not _is_said(rows.columns[place], cells[0], reading)
    ]
    return Rows(
        tuple(rows.columns[place] for place in told),
        tuple(tuple(row[place] for place in told) for row in rows.rows),
    )


def _is_said(column: str, cell: Cell, reading: str) -> bool:
    is_name = isinstance(cell, str) or bool(_YEARS.search(column))
    return is_name and bool(re.search(rf"(?<!\w){re.escape(str(cell))}(?!\w)", reading))
