"""schedule: the races of a season, those run and those to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.command import Command, Option, Stand
from bot.commands.options import SERIES

if TYPE_CHECKING:
    from bot.reply import Reply
    from bot.request import Request


async def _schedule(request: Request, stand: Stand) -> Reply:
    from bot.raceday.season import show_season  # most ask about what was

    return await show_season(request, stand)


SCHEDULE = Command(
    "schedule",
    "The races of a season, those run and those to come",
    _schedule,
    (SERIES, Option("season", "A season like 2026; this one where none is named")),
)
