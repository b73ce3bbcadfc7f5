"""Shows a reply: as a card in a terminal, as plain text everywhere else."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from adapters.bars import in_bars
from adapters.console.inert import inert_reply
from adapters.console.plain import plain
from adapters.inert import inert
from bot.reply import Block, Table, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.reply import Reply

FEW_ROWS = 15
"""As many rows as leave the first sentence on the screen."""


def show(reply: Reply, most_rows: int | None, how_to_see_more: str) -> None:
    for seen in map(in_bars, reply.seen):
        if seen.heading:
            print(f"--- {inert(seen.heading)} ---")
        show(replace(seen.reply, buttons=(), menu=None), None, "")
    shown = cut(inert_reply(replace(reply, seen=())), most_rows, how_to_see_more)
    if on_terminal():
        from adapters.console.card import print_card  # rich loads slowly

        print_card(shown)
    else:
        print(plain(shown), flush=True)


def on_terminal() -> bool:
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def cut(reply: Reply, most_rows: int | None, how_to_see_more: str) -> Reply:
    """Leave `most_rows` rows of each table, or all, and say how many are not shown."""
    if most_rows is None:
        return reply
    return replace(reply, blocks=tuple(_cut_blocks(reply, most_rows, how_to_see_more)))


def _cut_blocks(reply: Reply, most_rows: int, how_to_see_more: str) -> Iterator[Block]:
    for block in reply.blocks:
        if isinstance(block, Table) and len(block.rows) > most_rows:
            hidden = len(block.rows) - most_rows
            yield Table(block.columns, block.rows[:most_rows])
            yield Text(f"... {hidden} more row{'s' * (hidden > 1)}; {how_to_see_more}", "quiet")
        else:
            yield block
