"""Forms as Discord's modals, and what was filled into one, also after a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

from adapters.discord.words import shorten
from adapters.inert import inert

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.reply import Field, Form

LONGEST_TITLE = 45
LONGEST_LABEL = 45
LONGEST_VALUE = 4000
MOST_FIELDS = 5

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
    return {each["custom_id"]: str(each["value"]) for each in _filled(data)}


def _draw_field(field: Field) -> discord.ui.TextInput[Any]:
    longest = min(field.longest, LONGEST_VALUE)
    return discord.ui.TextInput(
        custom_id=field.name,
        style=discord.TextStyle.paragraph if field.long else discord.TextStyle.short,
        default=field.value[:longest] or None,
        required=field.required,
        max_length=longest,
    )


def _filled(part: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    """Text inputs wherever they stand: in a label, in a row, or by themselves."""
    if "value" in part and "custom_id" in part:
        yield part
    for inner in (*part.get("components", ()), part.get("component")):
        if inner:
            yield from _filled(inner)
