"""next: the next race, or one by name, with how long it is until then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.command import Command, Option, Stand
from bot.commands.options import SERIES

if TYPE_CHECKING:
    from bot.reply import Reply
    from bot.request import Request


async def _next(request: Request, stand: Stand) -> Reply:
    from bot.raceday.next_race import show_next  # most ask about what was

    return await show_next(request, stand)


NEXT = Command(
    "next",
    "The next race, when it starts for you, and what could fall in it",
    _next,
    (SERIES, Option("race", "A race to come by its name or track")),
)
