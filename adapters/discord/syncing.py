"""Commands told to Discord only when they changed: it takes 200 new ones a day, no more."""

from __future__ import annotations

import hashlib
import json
import logging
from typing import TYPE_CHECKING

import discord

if TYPE_CHECKING:
    from pathlib import Path

    from adapters.discord.commands import Commands

log = logging.getLogger(__name__)

FILE = "discord-commands"
"""In the data directory: the fingerprint of the commands that Discord was told last."""


async def sync_if_changed(commands: Commands, home: Path) -> bool:
    """Tell Discord all commands; where that fails, the old ones stay until the next start."""
    told = fingerprint(commands)
    file = home / FILE
    if file.exists() and file.read_text(encoding="utf-8") == told:
        return False
    try:
        await commands.sync()
    except discord.DiscordException as error:
        log.warning("the commands could not be told to Discord: %s", error)
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(told, encoding="utf-8")
    log.info("told Discord %d commands", len(commands.get_commands()))
    return True


def fingerprint(commands: Commands) -> str:
    """Different for another application, and for any change of a command."""
    payload = sorted(
        (command.to_dict(commands) for command in commands.get_commands()),
        key=lambda each: (each["type"], each["name"]),
    )
    whole = json.dumps([commands.client.application_id, payload], sort_keys=True)
    return hashlib.sha256(whole.encode()).hexdigest()
