"""Every command, listed once, in the order in which help shows them."""

from __future__ import annotations

from bot.commands.about import ABOUT
from bot.commands.ask import ASK
from bot.commands.help import HELP
from bot.commands.settle import SETTLE

COMMANDS = (ASK, SETTLE, ABOUT, HELP)
