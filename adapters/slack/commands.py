"""Slack's commands: /spotter takes all of the bot's, and two are short enough for their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.typed import Typed, read_command_or_question
from bot.commands import COMMANDS

if TYPE_CHECKING:
    from bot.command import Command

SPOTTER = "spotter"
SHORT = ("ask", "settle")
"""Few, as a workspace has each name once; whatever else is installed may want /driver."""

SLASHES = (SPOTTER, *SHORT)


def read_slash(name: str, text: str) -> Typed:
    """What was typed after the slash; /ask alone asks for help."""
    slash = name.removeprefix("/")
    if slash == SPOTTER or not text.strip():
        return read_command_or_question(text)
    return Typed(slash, {command(slash).options[0].name: text.strip()})


def command(name: str) -> Command:
    return next(each for each in COMMANDS if each.name == name)


def on_message() -> tuple[Command, ...]:
    """Those that a message's menu has."""
    return tuple(each for each in COMMANDS if each.on_message)
