"""A reply as a card in a terminal: framed, with colour where the terminal has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from rich import box
from rich.cells import cell_len
from rich.console import Console, Group
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table as RichTable
from rich.text import Text as RichText

from adapters.console.bars import bars_in_text
from bot.reply import Chart, Fields, Table, Text

if TYPE_CHECKING:
    from rich.console import RenderableType

    from bot.reply import Block, Reply, Tone

WIDEST = 110
"""A card wider than this is tiring to read; in characters, as are all widths here."""

_FRAME = 4
_GAP = 2
_NARROWEST_FOR_A_WORD = 16

_STYLES: dict[Tone, str] = {
    "plain": "",
    "quiet": "dim",
    "caution": "yellow",
    "struck": "dim strike",
}


def print_card(reply: Reply) -> None:
    console = Console(highlight=False, markup=False, emoji=False)
    width = min(console.width, WIDEST)
    inside = width - _FRAME
    console.print(Panel(_body(reply, inside), box=box.ROUNDED, border_style="cyan", width=width))


def _body(reply: Reply, width: int) -> Group:
    parts: list[RenderableType] = [RichText(reply.title, style="bold")] if reply.title else []
    parts += (_draw(block, width) for block in reply.blocks)
    parts += [RichText(f"{n}. {b.label}") for n, b in enumerate(reply.steps, start=1)]
    if reply.footer:
        parts.append(RichText(f"\n{reply.footer}", style="dim"))
    return Group(*parts)


def _draw(block: Block, width: int) -> RenderableType:
    match block:
        case Text():
            return RichText(block.words, style=_STYLES[block.tone])
        case Fields():
            return _draw_fields(block)
        case Table():
            return Padding(_draw_table(block, width), (1, 0, 0, 0))
        case Chart():
            drawn = RichText(bars_in_text(block.drawing), no_wrap=True, overflow="crop")
            return Padding(Group(RichText(block.words, style="dim"), drawn), (1, 0, 0, 0))
        case _:
            assert_never(block)


def _draw_fields(fields: Fields) -> RichTable:
    grid = RichTable.grid(padding=(0, 2))
    grid.add_column()
    grid.add_column(overflow="fold")  # an address cut short leads nowhere
    for name, fact in fields.pairs:
        grid.add_row(RichText(name, style="dim"), RichText(str(fact)))
    return grid


def _draw_table(table: Table, width: int) -> RichTable:
    """Draw at full width where it fits; else closer together, then over several lines a row."""
    columns = list(zip((column.name for column in table.columns), *table.rows, strict=True))
    full = sum(max(map(cell_len, cells)) for cells in columns) + _GAP * (len(columns) - 1)
    gap = _GAP if full <= width else 1
    drawn = RichTable(box=box.SIMPLE_HEAD, padding=(0, gap - 1, 0, 0), show_edge=False)
    for column, cells in zip(table.columns, columns, strict=True):
        drawn.add_column(
            RichText(column.name),
            justify="right" if column.holds_numbers else "left",
            no_wrap=column.holds_numbers,
            overflow="fold",
            min_width=min(_longest_word(cells), _NARROWEST_FOR_A_WORD),
        )
    for row in table.rows:
        drawn.add_row(*map(RichText, row))
    return drawn


def _longest_word(cells: tuple[str, ...]) -> int:
    return max((cell_len(word) for cell in cells for word in cell.split()), default=0)
