"""The gallery as Discord shows it: kept beside this file, for people to read and compare.

REDRAW=yes draws it anew.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from adapters.discord.forms import draw_form
from adapters.discord.render import render
from tests.adapters.discord.discord_rules import faults_in
from tests.adapters.gallery import GALLERY

if TYPE_CHECKING:
    from adapters.discord.render import Message
    from bot.reply import Reply

KEPT = Path(__file__).parent / "gallery"
PICTURE = b"a picture"
CALLBACK = "/interactions/1/token/callback"


def message_body(message: Message) -> dict[str, Any]:
    attachments = [
        {"id": number, "filename": file.filename, "description": file.description}
        for number, file in enumerate(message.files)
    ]
    return {
        "type": 4,
        "data": {
            "embeds": [embed.to_dict() for embed in message.embeds],
            "components": message.view.to_components() if message.view else [],
            "allowed_mentions": {"parse": []},
            "attachments": attachments,
        },
    }


def body_of(reply: Reply, *, drawn: bool = True) -> dict[str, Any]:
    """The reply as it is sent, with the picture of its chart or without."""
    if reply.form is not None:
        return {"type": 9, "data": draw_form(reply.form).to_dict()}
    return message_body(render(reply, PICTURE if drawn and reply.chart else None))


def in_words(body: dict[str, Any], *, private: bool) -> str:
    """What a fan sees, one thing below the other; keys in brackets."""
    data = body["data"]
    lines = ["(for the asker alone)"] if private else []
    if "custom_id" in data:
        lines.append(f"form: {data['title']} [{data['custom_id']}]")
        lines += map(_field_in_words, data["components"])
    for embed in data.get("embeds", ()):
        lines.append(f"=== #{embed['color']:06x} {embed.get('title', '')}".rstrip())
        lines += filter(None, (embed.get("url"), embed.get("description")))
        if "image" in embed:
            lines.append(f"({embed['image']['url']}: {data['attachments'][0]['description']})")
        if "footer" in embed:
            lines.append(f"--- {embed['footer']['text']}")
    lines += map(_row_in_words, data.get("components", ()) if "custom_id" not in data else ())
    return "\n".join(lines) + "\n"


def _field_in_words(label: dict[str, Any]) -> str:
    field = label["component"]
    if field["type"] != 4:
        return _picked_in_words(label["label"], field)
    told = f"{label['label']}: {'long' if field['style'] == 2 else 'short'} text"
    return f"{told} up to {field['max_length']} [{field['custom_id']}]"


def _picked_in_words(label: str, field: dict[str, Any]) -> str:
    kind = {3: "menu", 6: "roles", 8: "channel"}[field["type"]]
    choices = [
        f"  {'*' if each['default'] else ' '} {each['label']} [{each['value']}]"
        for each in field.get("options", ())
    ]
    return "\n".join((f"{label}: {kind} [{field['custom_id']}]", *choices))


def _row_in_words(row: dict[str, Any]) -> str:
    told = []
    for part in row["components"]:
        if part["type"] == 3:
            choices = [f"  {each['label']} [{each['value']}]" for each in part["options"]]
            told.append("\n".join((f"menu: {part['placeholder']}", *choices)))
        else:
            told.append(f"<{part['label']}> [{part['custom_id']}]")
    return "   ".join(told)


@pytest.mark.parametrize("name", GALLERY)
def test_every_reply_is_drawn_as_it_was(name: str) -> None:
    reply = GALLERY[name]
    drawn = in_words(body_of(reply), private=reply.private)
    kept = KEPT / f"{name}.txt"
    if os.environ.get("REDRAW") == "yes":
        kept.write_text(drawn, encoding="utf-8")

    assert drawn == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", GALLERY)
def test_every_reply_keeps_to_the_rules(name: str) -> None:
    bodies = [body_of(GALLERY[name], drawn=drawn) for drawn in (True, False)]

    assert [fault for body in bodies for fault in faults_in("POST", CALLBACK, body)] == []


def test_nothing_is_kept_that_is_not_drawn() -> None:
    assert {file.stem for file in KEPT.iterdir()} == set(GALLERY)


def test_what_does_not_fit_is_said_to_be_left_out() -> None:
    table = "".join(
        embed.description or "" for embed in render(GALLERY["table that goes on"]).embeds
    )
    words = "".join(embed.description or "" for embed in render(GALLERY["words that go on"]).embeds)

    assert table.count("Slim Jim") < 30
    assert "longer than Discord shows" in table
    assert "longer than Discord shows" in words


def test_without_a_picture_the_words_of_the_chart_stand_for_it() -> None:
    assert "highest 8, 2008" in render(GALLERY["chart"]).embeds[0].description
    assert "highest 8, 2008" not in render(GALLERY["chart"], PICTURE).embeds[0].description
