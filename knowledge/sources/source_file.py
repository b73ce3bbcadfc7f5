"""One source file read row by row: every refusal names the file, the row and the column."""

from __future__ import annotations

import csv
import gzip
import math
import zlib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


class SourceRefused(Exception):
    """A source that cannot be used; the message names file, row and column in one line."""

    def __init__(self, file: str, row: int, column: str, why: str) -> None:
        super().__init__(f"{file}, row {row}, column {column}: {why}")


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One row of a comma-separated file; `number` counts from 1, the header is row 1."""

    file: str
    number: int
    cells: dict[str, str]

    def text(self, column: str) -> str:
        return self.cells[column].strip()

    def integer(self, column: str) -> int | None:
        value = self.decimal(column)
        if value is None:
            return None
        if value != int(value):
            self.refuse(column, f"{value} is not a whole number")
        return int(value)

    def required_integer(self, column: str) -> int:
        value = self.integer(column)
        if value is None:
            self.refuse(column, "is empty")
        return value

    def decimal(self, column: str) -> float | None:
        """Read a number; an empty cell and a dash are not known."""
        text = self.text(column).replace(",", "")
        if text in {"", "-"}:
            return None
        try:
            value = float(text)
        except ValueError:
            self.refuse(column, f"{text!r} is not a number")
        if not math.isfinite(value):
            self.refuse(column, f"{text!r} is not a number")
        return value

    def day(self, column: str) -> str:
        """Read a date as YYYY-MM-DD."""
        text = self.text(column)
        try:
            return date.fromisoformat(text[:10]).isoformat()
        except ValueError:
            self.refuse(column, f"{text!r} is not a date")

    def refuse(self, column: str, why: str) -> NoReturn:
        raise SourceRefused(self.file, self.number, column, why)


def read_rows(path: Path, columns: Sequence[str]) -> Iterator[SourceRow]:
    """Yield the rows of a file that must have these columns (it may have more)."""
    if not path.is_file():
        raise SourceRefused(path.name, 0, columns[0], "the file is missing")
    opened = gzip.open if path.suffix == ".gz" else open
    number = 1
    try:
        with opened(path, "rt", encoding="utf-8-sig", newline="") as lines:
            reader = csv.reader(lines)
            header = next(reader, [])
            _check_header(path.name, header, columns)
            for number, cells in enumerate(reader, start=2):
                yield _row(path.name, number, header, cells)
    except (UnicodeDecodeError, csv.Error, gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise SourceRefused(path.name, number, columns[0], f"cannot be read: {error}") from error


def _check_header(file: str, header: Sequence[str], columns: Sequence[str]) -> None:
    for column in columns:
        if column not in header:
            raise SourceRefused(file, 1, column, "the column is missing")


def _row(file: str, number: int, header: list[str], cells: list[str]) -> SourceRow:
    if len(cells) != len(header):
        why = f"{len(cells)} cells where the header has {len(header)}"
        raise SourceRefused(file, number, header[-1], why)
    return SourceRow(file, number, dict(zip(header, cells, strict=True)))
