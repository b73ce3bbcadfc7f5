"""Spoiler bars where none can be drawn: the two strokes themselves, around all that they hide."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from bot.reply import Chart, Fields, Table, Text

if TYPE_CHECKING:
    from bot.reply import Block, Seen


def in_bars(seen: Seen) -> Seen:
    """The same, with strokes where its channel will have bars."""
    if not seen.covered:
        return seen
    reply = seen.reply
    blocks = tuple(map(_barred, reply.blocks))
    return replace(seen, reply=replace(reply, blocks=blocks, footer=_bar(reply.footer)))


def _barred(block: Block) -> Block:
    match block:
        case Text():
            return Text(_bar(block.words), block.tone)
        case Fields():
            return Fields(tuple((_bar(name), _bar(str(fact))) for name, fact in block.pairs))
        case Table():
            return Table(block.columns, tuple(tuple(map(_bar, row)) for row in block.rows))
        case Chart():
            return Text(_bar(block.words), "quiet")
        case _:
            assert_never(block)


def _bar(words: str) -> str:
    return f"||{words}||" if words.strip() else words
