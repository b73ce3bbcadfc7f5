"""A reply as Slack shows it: blocks, and all of it once more in plain text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, assert_never

from slack_sdk.models.blocks import (
    ContextBlock,
    HeaderBlock,
    ImageBlock,
    MarkdownTextObject,
    PlainTextObject,
    SectionBlock,
)
from slack_sdk.models.blocks.basic_components import SlackFile

from adapters.slack.buttons import draw_buttons, hidden
from adapters.slack.charts import draw_chart
from adapters.slack.tables import draw_table, table_lines
from adapters.slack.words import escape, escape_fact, escape_within, link, plain, shorten, tame
from bot.reply import Chart, Fields, Table, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.reply import Block, Reply

MOST_BLOCKS = 50
LONGEST_HEADER = 150
LONGEST_SECTION = 3000
LONGEST_CONTEXT = 2000
LONGEST_MESSAGE = 12_000
"""Letters of all blocks together; a little above that Slack refuses the message."""

LONGEST_TEXT = 4000
LONGEST_ALT_TEXT = 1000

_CUT = "What follows is longer than Slack shows; ask for less of it."
_SPARE = 3
"""Blocks kept free for the cut, the footer and the menu."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How much of Block Kit is used: some clients and workspaces refuse its newest parts."""

    chart: bool = True  # drawn by Slack itself
    file: str = ""  # a picture of the chart that Slack has
    tables: bool = True


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent; the text is all of it, for notifications and for whoever hears it."""

    text: str
    blocks: list[dict[str, Any]]


def render(reply: Reply, shown: Shown = Shown()) -> Message:
    body, after = list(_pieces(reply, shown)), list(_after(reply))
    blocks = _title(reply) + _filled(body, after) + after
    return Message(text_of(reply), blocks)


def find_chart(reply: Reply) -> Chart | None:
    return next((block for block in reply.blocks if isinstance(block, Chart)), None)


def text_of(reply: Reply) -> str:
    """Everything in words; Slack reads markup here too, so it is made harmless."""
    lines = [reply.title, *(line for block in reply.blocks for line in _lines(block)), reply.footer]
    told = "\n".join(tame(line) for line in lines if line.strip()) or "…"
    return "\n".join(map(escape, shorten(told, LONGEST_TEXT).split("\n")))


def _title(reply: Reply) -> list[dict[str, Any]]:
    if not reply.title.strip():
        return []
    if reply.link:
        linked = f"*{link(reply.link, escape_within(reply.title, LONGEST_HEADER))}*"
        return [SectionBlock(text=MarkdownTextObject(text=linked, verbatim=True)).to_dict()]
    words = plain(reply.title, LONGEST_SECTION)
    if len(words) <= LONGEST_HEADER:
        return [HeaderBlock(text=PlainTextObject(text=words, emoji=False)).to_dict()]
    return [_section(reply.title)]


def _filled(pieces: list[dict[str, Any]], after: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """As many as there is room for; where the room ends, the last one says so."""
    room, kept = LONGEST_MESSAGE - _letters(after), list[dict[str, Any]]()
    for piece in pieces:
        room -= _letters(piece)
        if room < LONGEST_HEADER or len(kept) + len(after) + _SPARE >= MOST_BLOCKS:
            return [*kept, _context(_CUT)]
        kept.append(piece)
    return kept


def _after(reply: Reply) -> Iterator[dict[str, Any]]:
    if more := hidden(reply):
        yield _context(f"{more} more to choose from; say which in your own words.")
    if reply.footer.strip():
        yield _context(reply.footer)
    yield from (row.to_dict() for row in draw_buttons(reply))


def _pieces(reply: Reply, shown: Shown) -> Iterator[dict[str, Any]]:
    tables = 0
    for block in reply.blocks:
        drawn = _draw(block, shown, is_first_table=not tables)
        tables += isinstance(block, Table)
        yield from drawn


def _draw(block: Block, shown: Shown, *, is_first_table: bool) -> list[dict[str, Any]]:
    match block:
        case Text():
            return _draw_text(block)
        case Fields():
            return _draw_fields(block)
        case Table():
            table = draw_table(block) if shown.tables and is_first_table else None
            return [table.to_dict()] if table else _sections(table_lines(block))
        case Chart():
            return _draw_chart(block, shown)
        case _:
            assert_never(block)


def _draw_text(text: Text) -> list[dict[str, Any]]:
    if not text.words.strip():
        return []
    match text.tone:
        case "plain":
            return [_section(text.words)]
        case "quiet":
            return [_context(text.words)]
        case "caution":
            words = f">{escape_within(text.words, LONGEST_SECTION - 1)}"
            return [SectionBlock(text=MarkdownTextObject(text=words, verbatim=True)).to_dict()]
        case _:
            assert_never(text.tone)


def _draw_fields(fields: Fields) -> list[dict[str, Any]]:
    lines = [_fact(name, fact) for name, fact in fields.pairs]
    return [
        SectionBlock(text=MarkdownTextObject(text=words, verbatim=True)).to_dict()
        for words in _joined(lines)
    ]


def _draw_chart(chart: Chart, shown: Shown) -> list[dict[str, Any]]:
    if shown.file:
        alt_text = shorten(tame(chart.words), LONGEST_ALT_TEXT)
        return [ImageBlock(slack_file=SlackFile(id=shown.file), alt_text=alt_text).to_dict()]
    drawn = draw_chart(chart.drawing) if shown.chart else None
    return [drawn] if drawn else [_context(chart.words)]


def _fact(name: str, fact: str) -> str:
    short = len(fact) < LONGEST_HEADER
    told = escape_fact(fact) if short else escape_within(fact, LONGEST_CONTEXT)
    return f"*{escape_within(name, LONGEST_HEADER)}* {told}".rstrip()


def _sections(lines: list[str]) -> list[dict[str, Any]]:
    return [_section(words) for words in _joined(lines)]


def _joined(lines: list[str]) -> list[str]:
    """Lines together, as many as a section holds."""
    texts = [""]
    for line in lines:
        if len(texts[-1]) + 1 + len(line) > LONGEST_SECTION:
            texts.append(line)
        else:
            texts[-1] = f"{texts[-1]}\n{line}".strip("\n")
    return [text for text in texts if text.strip()]


def _lines(block: Block) -> list[str]:
    match block:
        case Text():
            return [block.words]
        case Fields():
            return [f"{name}: {fact}" for name, fact in block.pairs]
        case Table():
            return table_lines(block)
        case Chart():
            return [block.words]
        case _:
            assert_never(block)


def _section(words: str) -> dict[str, Any]:
    text = PlainTextObject(text=plain(words, LONGEST_SECTION), emoji=False)
    return dict(SectionBlock(text=text).to_dict())


def _context(words: str) -> dict[str, Any]:
    text = PlainTextObject(text=plain(words, LONGEST_CONTEXT), emoji=False)
    return dict(ContextBlock(elements=[text]).to_dict())


def _letters(drawn: Any) -> int:  # noqa: ANN401 - JSON
    """Letters of all texts in it, as far as Slack counts them."""
    if isinstance(drawn, dict):
        return sum(map(_letters, drawn.values()))
    if isinstance(drawn, list):
        return sum(map(_letters, drawn))
    return len(drawn) if isinstance(drawn, str) else 0
