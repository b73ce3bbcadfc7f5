"""Tables as Slack draws them, and the same rows in words for whoever sees or hears no table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slack_sdk.models.blocks import TableBlock

from adapters.slack.words import shorten, tame

if TYPE_CHECKING:
    from typing import Any

    from bot.reply import Table

MOST_ROWS = 100
MOST_COLUMNS = 20
LONGEST_CELL = 200
LONGEST_TABLE = 10_000
"""Characters of all cells; Slack refuses a message with more in its tables."""


def draw_table(table: Table) -> TableBlock | None:
    """The table, its head as the first row; nothing where Slack would refuse it."""
    rows = [[column.name for column in table.columns], *table.rows]
    letters = sum(len(cell) for row in rows for cell in row)
    if len(rows) > MOST_ROWS or len(table.columns) > MOST_COLUMNS or letters > LONGEST_TABLE:
        return None
    return TableBlock(
        rows=[[_cell(cell) for cell in row] for row in rows],
        column_settings=[
            {"align": "right" if column.holds_numbers else "left"} for column in table.columns
        ],
    )


def table_lines(table: Table) -> list[str]:
    """Each row as a sentence's worth: names as they are, numbers with what they count."""
    return [_line(table, row) for row in table.rows]


def _cell(words: str) -> dict[str, Any]:
    return {"type": "raw_text", "text": shorten(tame(words), LONGEST_CELL).strip() or "-"}


def _line(table: Table, row: tuple[str, ...]) -> str:
    told = (
        cell if _explains_itself(cell) else f"{column.name} {cell}"
        for column, cell in zip(table.columns, row, strict=True)
        if cell.strip()
    )
    return tame(" · ".join(told))


def _explains_itself(cell: str) -> bool:
    """A name or a date does; a car's number does not."""
    return sum(map(str.isalpha, cell)) > 1 or cell.count("-") == 2
