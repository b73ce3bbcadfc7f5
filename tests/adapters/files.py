"""A command whose reply has a file, for each platform to deliver."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.command import Command, Option
from bot.reply import File, Reply

if TYPE_CHECKING:
    from bot.command import Stand
    from bot.request import Request

RESULTS = File("trucks-2025.csv", "Place,Side\n1,Chloé\n")


async def _results(request: Request, stand: Stand) -> Reply:
    return Reply("The results as a table.", files=(RESULTS,), private=True)


TAKE_HOME = Command("ask", "The results as a file", _results, (Option("question", "Which"),))
