"""Forms as Discord's modals, and what was filled into one, also after a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never

import discord

from adapters.discord.buttons import LONGEST_CHOICE, MOST_CHOICES
from adapters.discord.words import shorten
from adapters.inert import inert

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.reply import Field, Form

LONGEST_TITLE = 45
LONGEST_LABEL = 45
LONGEST_VALUE = 4000
MOST_FIELDS = 5

FILE = discord.ComponentType.file_upload.value

POSTABLE = (discord.ChannelType.text, discord.ChannelType.news)
"""Where Spotter can post and begin a thread."""

_KEPT = 15 * 60.0
"""Seconds that discord.py remembers an open form; ours is read without its memory."""


def draw_form(form: Form) -> discord.ui.Modal:
    modal = discord.ui.Modal(
        title=shorten(inert(form.title), LONGEST_TITLE), custom_id=form.key, timeout=_KEPT
    )
    for field in form.fields[:MOST_FIELDS]:
        label = shorten(inert(field.label), LONGEST_LABEL)
        modal.add_item(discord.ui.Label(text=label, component=_draw_field(field)))
    return modal


def read_values(data: Any) -> dict[str, str]:  # noqa: ANN401 - JSON as Discord sends it
    """What was filled in, and what was picked with spaces between."""
    return {
        each["custom_id"]: " ".join(each["values"]) if "values" in each else str(each["value"])
        for each in filled(data)
        if each.get("type") != FILE
    }


def _draw_field(field: Field) -> discord.ui.Item[Any]:
    match field.kind:
        case "words":
            return _draw_words(field)
        case "choice":
            return _draw_choice(field)
        case "roles" | "mentions":
            return _draw_roles(field)
        case "channel":
            return _draw_channel(field)
        case "file":
            return discord.ui.FileUpload(custom_id=field.name, required=field.required)
        case _:
            assert_never(field.kind)


def _draw_words(field: Field) -> discord.ui.TextInput[Any]:
    longest = min(field.longest, LONGEST_VALUE)
    return discord.ui.TextInput(
        custom_id=field.name,
        style=discord.TextStyle.paragraph if field.long else discord.TextStyle.short,
        default=field.value[:longest] or None,
        required=field.required,
        max_length=longest,
    )


def _draw_choice(field: Field) -> discord.ui.Select[Any]:
    options = [
        discord.SelectOption(
            label=shorten(inert(choice.label).strip(), LONGEST_CHOICE) or "…",
            value=choice.value,
            default=choice.value == field.value,
        )
        for choice in field.choices[:MOST_CHOICES]
    ]
    return discord.ui.Select(custom_id=field.name, options=options, required=field.required)


def _draw_roles(field: Field) -> discord.ui.RoleSelect[Any]:
    chosen = [discord.Object(int(key), type=discord.Role) for key in field.value.split()]
    return discord.ui.RoleSelect(
        custom_id=field.name,
        required=field.required,
        min_values=int(field.required),
        max_values=MOST_CHOICES,
        default_values=chosen[:MOST_CHOICES],
    )


def _draw_channel(field: Field) -> discord.ui.ChannelSelect[Any]:
    chosen = [discord.Object(int(field.value))] if field.value.isdecimal() else []
    return discord.ui.ChannelSelect(
        custom_id=field.name,
        channel_types=list(POSTABLE),
        required=field.required,
        min_values=int(field.required),
        default_values=chosen,
    )


def filled(part: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    """Inputs wherever they stand: in a label, in a row, or by themselves."""
    if "custom_id" in part and ("value" in part or "values" in part):
        yield part
    for inner in (*part.get("components", ()), part.get("component")):
        if inner:
            yield from filled(inner)
