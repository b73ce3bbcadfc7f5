"""From the text of a cell to its value; what cannot be one raises ValueError."""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from knowledge.book.tables import ColumnType


def _number(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):  # SQLite would keep "nan" as an empty cell
        raise ValueError(text)
    return number


def _date(text: str) -> str:
    if date.fromisoformat(text).isoformat() != text:  # Python also reads 20250216
        raise ValueError(text)
    return text


CONVERTERS: dict[ColumnType, Callable[[str], str | int | float]] = {
    "integer": int,
    "number": _number,
    "text": str,
    "date": _date,
}
