"""The gallery as Slack shows it: kept beside this file, for people to read and compare.

REDRAW=yes draws it anew.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from adapters.slack.blocks import Shown
from adapters.slack.forms import draw_answer, draw_form
from adapters.slack.render import render
from tests.adapters.gallery import GALLERY, HOSTILE
from tests.adapters.slack.slack_rules import letters, message_faults, view_faults

if TYPE_CHECKING:
    from adapters.slack.render import Message
    from bot.reply import Reply

FILE = "F012345678"
KEPT = Path(__file__).parent / "gallery"
WAYS = (Shown(), Shown(chart=False, file=FILE), Shown(chart=False), Shown(False, "", tables=False))


def in_words(reply: Reply) -> str:
    """What a fan sees, one thing below the other; keys in brackets."""
    if reply.form is not None:
        view = draw_form(reply.form)
        lines = [f"form: {view['title']['text']} [{view['private_metadata']}]"]
        return "\n".join([*lines, *map(_block_in_words, view["blocks"])]) + "\n"
    message = render(reply)
    lines = ["(for the asker alone)"] if reply.private else []
    lines += [_block_in_words(block) for block in message.blocks]
    if reply.chart:
        pictured = render(reply, Shown(chart=False, file=FILE)).blocks
        lines += ["or:", *(_block_in_words(each) for each in pictured if each["type"] == "image")]
    return "\n".join([*lines, "", "=== in words", message.text]) + "\n"


def _block_in_words(block: dict[str, Any]) -> str:
    match block["type"]:
        case "header":
            return f"=== {block['text']['text']}"
        case "section":
            return str(block["text"]["text"])
        case "context":
            return "\n".join(f"    {each['text']}" for each in block["elements"])
        case "table":
            sides = "   ".join(each["align"] for each in block["column_settings"])
            rows = (" | ".join(cell["text"] for cell in row) for row in block["rows"])
            return "\n".join([f"table: {sides}", *rows])
        case "image":
            return f"(picture {block['slack_file']['id']}: {block['alt_text']})"
        case "data_visualization":
            return _chart_in_words(block)
        case "input":
            element = block["element"]
            told = f"{block['label']['text']}: {element['type']}"
            if "max_length" in element:
                told += f" up to {element['max_length']}"
            choices = [
                f"  {'*' if each == element.get('initial_option') else ' '} {each['text']['text']}"
                f" [{each['value']}]"
                for each in element.get("options", ())
            ]
            return "\n".join((f"{told} [{element['action_id']}]", *choices))
        case _:
            return "   ".join(map(_element_in_words, block["elements"]))


def _chart_in_words(block: dict[str, Any]) -> str:
    chart = block["chart"]
    lines = [
        f"{chart['type']} chart: {block['title']}",
        " | ".join(chart["axis_config"]["categories"]),
    ]
    for series in chart["series"]:
        values = " | ".join(f"{point['value']:g}" for point in series["data"])
        lines.append(f"{series['name']}: {values}")
    return "\n".join(lines)


def _element_in_words(element: dict[str, Any]) -> str:
    if element["type"] == "button":
        return f"<{element['text']['text']}> [{element['value']}]"
    choices = [f"  {each['text']['text']} [{each['value']}]" for each in element["options"]]
    return "\n".join((f"menu: {element['placeholder']['text']}", *choices))


def drawn(name: str) -> list[Message]:
    return [render(GALLERY[name], shown) for shown in WAYS if GALLERY[name].form is None]


@pytest.mark.parametrize("name", GALLERY)
def test_every_reply_is_drawn_as_it_was(name: str) -> None:
    shown, kept = in_words(GALLERY[name]), KEPT / f"{name}.txt"
    if os.environ.get("REDRAW") == "yes":
        kept.write_text(shown, encoding="utf-8")

    assert shown == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", GALLERY)
def test_every_reply_keeps_to_the_rules(name: str) -> None:
    reply = GALLERY[name]
    views = [draw_form(reply.form) if reply.form else draw_answer(reply)]

    messages = [{"text": each.text, "blocks": each.blocks} for each in drawn(name)]
    assert [fault for each in messages for fault in message_faults(each)] == []
    assert [fault for view in views for fault in view_faults(view)] == []


def test_nothing_is_kept_that_is_not_drawn() -> None:
    assert {file.stem for file in KEPT.iterdir()} == set(GALLERY)


def test_what_does_not_fit_is_said_to_be_left_out() -> None:
    for name in ("table that goes on", "words that go on"):
        message = render(GALLERY[name])

        assert letters(message.blocks) < 13_000
    assert "longer than Slack shows" in str(render(GALLERY["words that go on"]).blocks)


def test_without_a_chart_block_or_picture_the_words_of_the_chart_stand_for_it() -> None:
    block, picture, words, _ = (str(each.blocks) for each in drawn("chart"))

    assert "data_visualization" in block
    assert "alt_text" in picture
    assert "highest 8, 2008" in words
    assert "highest 8, 2008" not in block


def test_the_text_says_everything_that_the_blocks_say() -> None:
    for name in ("answer", "leaders with ties", "chart", "career", "verdict"):
        text = render(GALLERY[name]).text

        for table in (block for block in GALLERY[name].blocks if hasattr(block, "columns")):
            assert all(cell in text for row in table.rows for cell in row)
        assert GALLERY[name].footer in text.replace("\u200b", "")


def test_a_table_that_slack_would_refuse_is_told_in_words() -> None:
    plain = drawn("answer")[-1].blocks

    assert "table" not in {block["type"] for block in plain}
    assert "Fresh From Florida 250" in str(plain)


def test_nothing_of_hostile_words_is_markup_a_call_or_a_link() -> None:
    for message in drawn("hostile words"):
        for text in [*_marked(message.blocks), message.text]:
            assert "<script" not in text
            assert "`" not in text
            assert "~" not in text.removeprefix("~").removesuffix("~")
            assert "@everyone" not in text
            assert "**" not in text
        assert "\u202e" not in str(message)
        assert "\x1b" not in str(message)
    assert HOSTILE.startswith("@everyone")


def _marked(part: Any) -> list[str]:
    """Every text in which Slack reads markup."""
    if isinstance(part, list):
        return [text for each in part for text in _marked(each)]
    if not isinstance(part, dict):
        return []
    own = [part["text"]] if part.get("type") == "mrkdwn" else []
    return own + [text for each in part.values() for text in _marked(each)]
