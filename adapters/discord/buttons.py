"""Buttons and menus that work after a restart: what Discord sends back is the button's key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

from adapters.discord.words import shorten
from adapters.inert import inert

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from bot.reply import Button, Menu, Reply

LONGEST_LABEL = 80
LONGEST_CHOICE = 100
LONGEST_PLACEHOLDER = 150
MOST_IN_A_ROW = 5
MOST_ROWS = 5
MOST_CHOICES = 25

_MENU = "menu"
"""No key: a menu sends the key of what was picked."""


class PressedButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]], template=rf"(?s)(?!{_MENU}$).+"
):
    """Any button of Spotter's, whichever process once sent it."""

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[Any],  # noqa: ARG003 - discord.py hands it over
        item: discord.ui.Item[Any],
        match: re.Match[str],  # noqa: ARG003 - the key is the whole of it
        /,
    ) -> PressedButton:
        return cls(item)  # type: ignore[arg-type]

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.client.take_press(interaction, self.custom_id)


class PickedChoice(discord.ui.DynamicItem[discord.ui.Select[discord.ui.View]], template=_MENU):
    """Any menu of Spotter's: its choices are keys as well."""

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[Any],  # noqa: ARG003
        item: discord.ui.Item[Any],
        match: re.Match[str],  # noqa: ARG003
        /,
    ) -> PickedChoice:
        return cls(item)  # type: ignore[arg-type]

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.client.take_press(interaction, self.item.values[0])


def draw_buttons(reply: Reply, number: int | None = None) -> discord.ui.View | None:
    """Buttons in rows of five, and the menu below them; the first one bears the number."""
    buttons = distinct(reply.buttons)[: most_buttons(reply)]
    if not buttons and reply.menu is None:
        return None
    view = discord.ui.View(timeout=None)
    for place, button in enumerate(buttons):
        label = shorten(inert(button.label).strip(), LONGEST_LABEL) or "…"
        own = None if place else number
        drawn = discord.ui.Button[discord.ui.View](label=label, custom_id=button.key, id=own)
        view.add_item(PressedButton(drawn, row=place // MOST_IN_A_ROW))
    if reply.menu is not None:
        view.add_item(PickedChoice(_draw_menu(reply.menu), row=MOST_ROWS - 1))
    return view


def most_buttons(reply: Reply) -> int:
    """A menu takes a whole row."""
    return MOST_IN_A_ROW * (MOST_ROWS - (reply.menu is not None))


def distinct(buttons: Sequence[Button]) -> tuple[Button, ...]:
    """Discord refuses a message in which two buttons have the same key."""
    return tuple({button.key: button for button in reversed(buttons)}.values())[::-1]


def _draw_menu(menu: Menu) -> discord.ui.Select[discord.ui.View]:
    choices = distinct(menu.choices)[:MOST_CHOICES]
    return discord.ui.Select(
        custom_id=_MENU,
        placeholder=shorten(inert(menu.label), LONGEST_PLACEHOLDER),
        options=[
            discord.SelectOption(
                label=shorten(inert(choice.label).strip(), LONGEST_CHOICE) or "…", value=choice.key
            )
            for choice in choices
        ],
    )
