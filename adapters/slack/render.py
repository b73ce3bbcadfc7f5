"""A reply as Slack shows it: blocks, and all of it once more in plain text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, assert_never

from slack_sdk.models.blocks import (
    DividerBlock,
    HeaderBlock,
    MarkdownTextObject,
    PlainTextObject,
    SectionBlock,
)

from adapters.bars import in_bars
from adapters.slack.blocks import (
    FULLY,
    LONGEST_HEADER,
    LONGEST_SECTION,
    Shown,
    draw,
    draw_context,
    draw_section,
)
from adapters.slack.buttons import draw_buttons, hidden
from adapters.slack.tables import table_lines
from adapters.slack.words import escape, escape_within, link, plain, shorten, tame
from bot.reply import Chart, Fields, Table, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.reply import Block, Reply, Seen

MOST_BLOCKS = 50
LONGEST_MESSAGE = 12_000
"""Letters of all blocks together; a little above that Slack refuses the message."""

LONGEST_TEXT = 4000

_CUT = "What follows is longer than Slack shows; ask for less of it."
_SPARE = 3
"""Blocks kept free for the cut, the footer and the menu."""


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent; the text is all of it, for notifications and for whoever hears it."""

    text: str
    blocks: list[dict[str, Any]]


def render(reply: Reply, shown: Shown = FULLY) -> Message:
    body, after = list(_pieces(reply, shown)), list(_after(reply))
    before = [block for seen in reply.seen for block in _seen(seen, shown)]
    blocks = _title(reply) + _filled([*before, *body], after) + after
    return Message(text_of(reply), blocks)


def text_of(reply: Reply) -> str:
    """Everything in words; Slack reads markup here too, so it is made harmless."""
    told = "\n".join(tame(line) for line in _all_lines(reply) if line.strip()) or "…"
    return "\n".join(map(escape, shorten(told, LONGEST_TEXT).split("\n")))


def _all_lines(reply: Reply) -> Iterator[str]:
    for seen in map(in_bars, reply.seen):
        yield seen.heading
        yield from _all_lines(seen.reply)
    yield reply.title
    for block in reply.blocks:
        yield from _lines(block)
    yield reply.footer


def _seen(seen: Seen, shown: Shown) -> list[dict[str, Any]]:
    """A message as its channel will draw it; its buttons would press nothing yet."""
    bare = replace(in_bars(seen).reply, buttons=(), menu=None)
    heading = [draw_context(seen.heading)] if seen.heading else []
    return [*heading, *render(bare, shown).blocks, DividerBlock().to_dict()]


def _title(reply: Reply) -> list[dict[str, Any]]:
    if not reply.title.strip():
        return []
    if reply.link:
        linked = f"*{link(reply.link, escape_within(reply.title, LONGEST_HEADER))}*"
        return [SectionBlock(text=MarkdownTextObject(text=linked, verbatim=True)).to_dict()]
    words = plain(reply.title, LONGEST_SECTION)
    if len(words) <= LONGEST_HEADER:
        return [HeaderBlock(text=PlainTextObject(text=words, emoji=False)).to_dict()]
    return [draw_section(reply.title)]


def _filled(pieces: list[dict[str, Any]], after: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """As many as there is room for; where the room ends, the last one says so."""
    room, kept = LONGEST_MESSAGE - _letters(after), list[dict[str, Any]]()
    for piece in pieces:
        room -= _letters(piece)
        if room < LONGEST_HEADER or len(kept) + len(after) + _SPARE >= MOST_BLOCKS:
            return [*kept, draw_context(_CUT)]
        kept.append(piece)
    return kept


def _after(reply: Reply) -> Iterator[dict[str, Any]]:
    if more := hidden(reply):
        yield draw_context(f"{more} more to choose from; say which in your own words.")
    if reply.footer.strip():
        yield draw_context(reply.footer)
    yield from (row.to_dict() for row in draw_buttons(reply))


def _pieces(reply: Reply, shown: Shown) -> Iterator[dict[str, Any]]:
    tables = 0
    for block in reply.blocks:
        drawn = draw(block, shown, is_first_table=not tables)
        tables += isinstance(block, Table)
        yield from drawn


def _lines(block: Block) -> list[str]:
    match block:
        case Text():
            return [block.in_words]
        case Fields():
            return [f"{name}: {fact}" for name, fact in block.pairs]
        case Table():
            return table_lines(block)
        case Chart():
            return [block.words]
        case _:
            assert_never(block)


def _letters(drawn: Any) -> int:  # noqa: ANN401 - JSON
    """Letters of all texts in it, as far as Slack counts them."""
    if isinstance(drawn, dict):
        return sum(map(_letters, drawn.values()))
    if isinstance(drawn, list):
        return sum(map(_letters, drawn))
    return len(drawn) if isinstance(drawn, str) else 0
