"""Each part of a reply as blocks of Block Kit, within what Slack takes of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, assert_never

from slack_sdk.models.blocks import (
    ContextBlock,
    ImageBlock,
    MarkdownTextObject,
    PlainTextObject,
    SectionBlock,
)
from slack_sdk.models.blocks.basic_components import SlackFile

from adapters.slack.charts import draw_chart
from adapters.slack.tables import draw_table, table_lines
from adapters.slack.words import escape_fact, escape_within, moment, plain, shorten, tame
from bot.reply import Chart, Fields, Moment, Table, Text

if TYPE_CHECKING:
    from bot.reply import Block, Told

LONGEST_HEADER = 150
LONGEST_SECTION = 3000
LONGEST_CONTEXT = 2000
LONGEST_ALT_TEXT = 1000


@dataclass(frozen=True, slots=True)
class Shown:
    """How much of Block Kit is used: some clients and workspaces refuse its newest parts."""

    chart: bool = True  # drawn by Slack itself
    file: str = ""  # a picture of the chart that Slack has
    tables: bool = True


FULLY = Shown()


def draw(block: Block, shown: Shown, *, is_first_table: bool) -> list[dict[str, Any]]:
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
            return [draw_section(text.words)]
        case "quiet":
            return [draw_context(text.words)]
        case "caution":
            return [_draw_marked(f">{escape_within(text.words, LONGEST_SECTION - 1)}")]
        case "struck":
            return [_draw_marked(f"~{escape_within(text.words, LONGEST_SECTION - 2).strip()}~")]
        case _:
            assert_never(text.tone)


def _draw_marked(words: str) -> dict[str, Any]:
    return dict(SectionBlock(text=MarkdownTextObject(text=words, verbatim=True)).to_dict())


def _draw_fields(fields: Fields) -> list[dict[str, Any]]:
    lines = [_fact(name, fact) for name, fact in fields.pairs]
    return [_draw_marked(words) for words in _joined(lines)]


def _draw_chart(chart: Chart, shown: Shown) -> list[dict[str, Any]]:
    if shown.file:
        alt_text = shorten(tame(chart.words), LONGEST_ALT_TEXT)
        return [ImageBlock(slack_file=SlackFile(id=shown.file), alt_text=alt_text).to_dict()]
    drawn = draw_chart(chart.drawing) if shown.chart else None
    return [drawn] if drawn else [draw_context(chart.words)]


def _fact(name: str, fact: Told) -> str:
    return f"*{escape_within(name, LONGEST_HEADER)}* {_told(fact)}".rstrip()


def _told(fact: Told) -> str:
    if isinstance(fact, Moment):
        return moment(fact)
    return escape_fact(fact) if len(fact) < LONGEST_HEADER else escape_within(fact, LONGEST_CONTEXT)


def _sections(lines: list[str]) -> list[dict[str, Any]]:
    return [draw_section(words) for words in _joined(lines)]


def _joined(lines: list[str]) -> list[str]:
    """Lines together, as many as a section holds."""
    texts = [""]
    for line in lines:
        if len(texts[-1]) + 1 + len(line) > LONGEST_SECTION:
            texts.append(line)
        else:
            texts[-1] = f"{texts[-1]}\n{line}".strip("\n")
    return [text for text in texts if text.strip()]


def draw_section(words: str) -> dict[str, Any]:
    text = PlainTextObject(text=plain(words, LONGEST_SECTION), emoji=False)
    return dict(SectionBlock(text=text).to_dict())


def draw_context(words: str) -> dict[str, Any]:
    text = PlainTextObject(text=plain(words, LONGEST_CONTEXT), emoji=False)
    return dict(ContextBlock(elements=[text]).to_dict())
