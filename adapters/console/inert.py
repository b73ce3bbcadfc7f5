"""A reply made harmless for a terminal: nothing in it can move, colour or reorder the screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from adapters.inert import inert
from bot.reply import Block, Button, Chart, Column, Fields, Menu, Reply, Table, Text

if TYPE_CHECKING:
    from knowledge.answer import Chart as Drawing


def inert_reply(reply: Reply) -> Reply:
    return replace(
        reply,
        title=inert(reply.title),
        blocks=tuple(map(_inert_block, reply.blocks)),
        buttons=_inert_buttons(reply.buttons),
        menu=reply.menu and Menu(inert(reply.menu.label), _inert_buttons(reply.menu.choices)),
        footer=inert(reply.footer),
    )


def _inert_buttons(buttons: tuple[Button, ...]) -> tuple[Button, ...]:
    return tuple(Button(inert(each.label), each.key) for each in buttons)


def _inert_block(block: Block) -> Block:
    match block:
        case Text():
            return Text(inert(block.words), block.tone)
        case Fields():
            return Fields(tuple((inert(name), inert(str(fact))) for name, fact in block.pairs))
        case Table():
            columns = tuple(Column(inert(c.name), c.holds_numbers) for c in block.columns)
            return Table(columns, tuple(tuple(map(inert, row)) for row in block.rows))
        case Chart():
            return Chart(_inert_drawing(block.drawing), inert(block.words))
        case _:
            assert_never(block)


def _inert_drawing(drawing: Drawing) -> Drawing:
    return replace(
        drawing,
        title=inert(drawing.title),
        labels=tuple(map(inert, drawing.labels)),
        lines=tuple(replace(line, name=inert(line.name)) for line in drawing.lines),
    )
