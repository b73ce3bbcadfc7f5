"""Buttons and menus that work after a restart: what Slack sends back is the button's key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slack_sdk.models.blocks import (
    ActionsBlock,
    ButtonElement,
    Option,
    PlainTextObject,
    StaticSelectElement,
)

from adapters.slack.reading import read_signs
from adapters.slack.words import plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from bot.reply import Button, Menu, Reply

LONGEST_LABEL = 75
LONGEST_PLACEHOLDER = 150
MOST_BUTTONS = 25
MOST_CHOICES = 100

PRESS = "press"
"""Begins the action of a button or menu; Slack wants each to have another."""


def draw_buttons(reply: Reply) -> list[ActionsBlock]:
    buttons = distinct(reply.buttons)[:MOST_BUTTONS]
    drawn = [
        ButtonElement(text=_label(each.label), action_id=f"{PRESS}:{place}", value=each.key)
        for place, each in enumerate(buttons)
    ]
    rows = [ActionsBlock(elements=drawn)] if drawn else []
    return [*rows, ActionsBlock(elements=[_draw_menu(reply.menu)])] if reply.menu else rows


def distinct(buttons: Sequence[Button]) -> tuple[Button, ...]:
    """The same step is offered once."""
    return tuple({button.key: button for button in reversed(buttons)}.values())[::-1]


def hidden(reply: Reply) -> int:
    """How many steps there is no room for."""
    choices = len(distinct(reply.menu.choices)) - MOST_CHOICES if reply.menu else 0
    return max(0, len(distinct(reply.buttons)) - MOST_BUTTONS, choices)


def pressed(action: dict[str, Any]) -> str:
    """The key that a pressed button, or what was picked from a menu, sends back."""
    picked = action.get("selected_option") or {}
    return read_signs(str(action.get("value") or picked.get("value") or ""))


def _draw_menu(menu: Menu) -> StaticSelectElement:
    return StaticSelectElement(
        action_id=f"{PRESS}:menu",
        placeholder=PlainTextObject(text=plain(menu.label, LONGEST_PLACEHOLDER), emoji=False),
        options=[
            Option(value=each.key, text=_label(each.label))
            for each in distinct(menu.choices)[:MOST_CHOICES]
        ],
    )


def _label(words: str) -> PlainTextObject:
    return PlainTextObject(text=plain(words.strip(), LONGEST_LABEL) or "…", emoji=False)
