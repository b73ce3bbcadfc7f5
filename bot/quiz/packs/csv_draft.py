"""A pack cut out of CSV: a row that names the columns, then a row for each question."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from bot.quiz.packs.pack import LISTS, WORDS, Draft, Fault, Said
from bot.quiz.packs.wording import key_of, no_such_key, pieces, undefused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_COLUMNS = ("title", *WORDS)
_DELIMITERS = ",;\t"
_NOT_CLOSED = "the quotation marks that open in this row are not closed as they should be."
_TOO_MANY = "there are more cells than columns; put quotation marks around a text with “{}” in it."
_NO_HEADER = "the first row names the columns: question, answer, and what else is told."


def draft_of_csv(text: str) -> Draft:
    """What each row says of its question."""
    faults: list[Fault] = []
    delimiter = delimiter_of(text)
    rows = _rows(text, delimiter, faults)
    line, header = next(rows, (1, []))
    columns = [key_of(undefused(cell)) for cell in header]
    if not {"question", "answer"} <= set(columns):
        return Draft(None, (), (*faults, Fault(line, _NO_HEADER)))
    faults += [
        Fault(line, no_such_key(name, _COLUMNS, "a pack"))
        for name in columns
        if name and name not in _COLUMNS
    ]
    faults += [
        Fault(line, f"there are two columns “{name}”.")
        for at, name in enumerate(columns)
        if name in _COLUMNS and name in columns[:at]
    ]
    title, entries = None, []
    for line, cells in rows:
        if any(cell.strip() for cell in cells[len(columns) :]):
            faults.append(Fault(line, _TOO_MANY.format(delimiter)))
            continue
        entry = _entry(line, columns, cells)
        named = entry.pop("title", ())
        title = title or next(iter(named), None)
        if entry:
            entries.append((line, entry))
    return Draft(title, tuple(entries), tuple(faults))


def _entry(line: int, columns: Sequence[str], cells: Sequence[str]) -> dict[str, tuple[Said, ...]]:
    entry: dict[str, tuple[Said, ...]] = {}
    for name, cell in zip(columns, cells, strict=False):
        whole = undefused(cell)
        if name in _COLUMNS and whole.strip():
            texts = pieces(whole) if name in LISTS else [whole]
            entry.setdefault(name, tuple(Said(text, line) for text in texts))
    return entry


def delimiter_of(text: str) -> str:
    """What stands between the columns' names."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    return max(_DELIMITERS, key=first.count)


def _rows(text: str, delimiter: str, faults: list[Fault]) -> Iterator[tuple[int, list[str]]]:
    """Rows that hold something, with the line each begins on."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            faults.append(Fault(begins, _NOT_CLOSED))
            begins = reader.line_num + 1
            continue
        if any(cell.strip() for cell in row):
            yield begins, row
        begins = reader.line_num + 1


def looks_like_csv(text: str) -> bool:
    first = next((line for line in text.split("\n") if line.strip()), "")
    names = {key_of(cell.strip('"')) for cell in first.split(delimiter_of(text))}
    return {"question", "answer"} <= names
