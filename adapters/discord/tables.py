"""Tables for a phone: columns where they fit its width, else each row as an entry of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import combining, east_asian_width

from adapters.discord.words import escape
from adapters.inert import inert

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.reply import Table

WIDEST_LINE = 34
"""Characters of a code-block line that a phone shows without breaking it."""

SHORT_HEADS = {
    "Rank": "#",
    "Starts": "Sts",
    "Finish": "Fin",
    "Position": "Pos",
    "Points": "Pts",
    "Laps led": "Led",
}
"""As box scores write them; only where the whole words are too wide."""

_FENCE = "```"
_HARMLESS_TICK = "\N{MODIFIER LETTER GRAVE ACCENT}"


def table_lines(table: Table) -> list[str]:
    """Pieces of markup, none of which may be cut in two."""
    return as_columns(table) or as_entries(table)


def as_columns(table: Table) -> list[str]:
    """A code block, the widest way that a phone shows whole; nothing where there is none."""
    heads = [_in_block(column.name) for column in table.columns]
    cells = [[_in_block(cell) for cell in row] for row in table.rows]
    short = _broken([SHORT_HEADS.get(head, head) for head in heads], cells)
    flush_right = [column.holds_numbers for column in table.columns]
    for head, gap in (([heads], "  "), ([heads], " "), (_broken(heads, cells), " "), (short, " ")):
        lines = _aligned([*head, *cells], flush_right, gap)
        if max(map(columns_of, lines)) <= WIDEST_LINE:
            return ["\n".join((_FENCE, *lines, _FENCE))]
    return []


def as_entries(table: Table) -> list[str]:
    """For each row what it is about, in bold, and below it in small print all else."""
    named = [_holds_names(table, place) for place in range(len(table.columns))]
    about = (0, *[place for place in range(1, len(named)) if named[place]][:1])
    labels = [
        "" if is_named else column.name
        for is_named, column in zip(named, table.columns, strict=True)
    ]
    return [_entry(row, about, labels) for row in table.rows]


def columns_of(text: str) -> int:
    """Columns that a text takes: Chinese letters two, accents that sit on a letter none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if combining(each) else 2 if east_asian_width(each) in "WF" else 1 for each in text
    )


def _holds_names(table: Table, place: int) -> bool:
    """Whether its cells explain themselves; a car's number does not."""
    return any(sum(map(str.isalpha, row[place])) > 1 for row in table.rows)


def _entry(row: Sequence[str], about: Sequence[int], labels: Sequence[str]) -> str:
    """The first column and the first of names: date and race, or finish and driver."""
    heading = " · ".join(f"**{escape(row[place])}**" for place in about if row[place].strip())
    details = [
        escape(f"{label} {cell}".lstrip())
        for place, (label, cell) in enumerate(zip(labels, row, strict=True))
        if place not in about and cell.strip()
    ]
    return "\n-# ".join(filter(None, (heading, " · ".join(details))))


def _broken(heads: list[str], cells: list[list[str]]) -> list[list[str]]:
    """Heads over several lines: as narrow as their longest word, or their column, allows."""
    stacked = []
    for place, head in enumerate(heads):
        words = head.split() or [""]
        room = max(columns_of(each) for each in (*words, *(row[place] for row in cells)))
        stacked.append(_lines_of(words, room))
    height = max(map(len, stacked))
    padded = [[""] * (height - len(lines)) + lines for lines in stacked]
    return [list(line) for line in zip(*padded, strict=True)]


def _lines_of(words: list[str], room: int) -> list[str]:
    lines = [words[0]]
    for word in words[1:]:
        longer = f"{lines[-1]} {word}"
        if columns_of(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _aligned(rows: list[list[str]], flush_right: list[bool], gap: str) -> list[str]:
    widths = [max(map(columns_of, column)) for column in zip(*rows, strict=True)]
    return [
        gap.join(
            " " * (width - columns_of(cell)) + cell
            if right
            else cell + " " * (width - columns_of(cell))
            for cell, width, right in zip(row, widths, flush_right, strict=True)
        ).rstrip()
        for row in rows
    ]


def _in_block(words: str) -> str:
    """Nothing is markup in a code block but the fence that ends it."""
    return re.sub("`", _HARMLESS_TICK, inert(words)).strip()
