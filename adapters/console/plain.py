"""A reply as plain text, for a pipe or a file: the card's words without its colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from adapters.console.bars import bars_in_text
from bot.reply import Chart, Fields, Table, Text

if TYPE_CHECKING:
    from bot.reply import Block, Reply


def plain(reply: Reply) -> str:
    parts = [*filter(None, [reply.title]), *map(_plain_block, reply.blocks)]
    parts += [f"{number}. {button.label}" for number, button in enumerate(reply.steps, start=1)]
    if reply.footer:
        parts.append(f"\n{reply.footer}")
    return "\n".join(parts)


def _plain_block(block: Block) -> str:
    match block:
        case Text():
            return block.in_words
        case Fields():
            return _plain_fields(block)
        case Table():
            return f"\n{_plain_table(block)}"
        case Chart():
            return f"\n{block.words}\n{bars_in_text(block.drawing)}".rstrip()
        case _:
            assert_never(block)


def _plain_fields(fields: Fields) -> str:
    width = max((len(name) for name, _ in fields.pairs), default=0)
    return "\n".join(f"{name:<{width}}  {fact}" for name, fact in fields.pairs)


def _plain_table(table: Table) -> str:
    heads = tuple(column.name for column in table.columns)
    widths = [max(map(len, cells)) for cells in zip(heads, *table.rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if column.holds_numbers else cell.ljust(width)
            for column, width, cell in zip(table.columns, widths, row, strict=True)
        ).rstrip()
        for row in (heads, *table.rows)
    )
