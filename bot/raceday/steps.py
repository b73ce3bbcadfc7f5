"""What the buttons of race days do, by their verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.raceday.happenings import show_happening
from bot.raceday.season import turn_season
from bot.raceday.watch import show_rows

if TYPE_CHECKING:
    from bot.command import Stand
    from bot.reply import Reply
    from bot.request import Press

_STEPS = {"watch": show_rows, "races": turn_season, "happened": show_happening}


async def take_raceday_step(verb: str, words: str, press: Press, stand: Stand) -> Reply:
    return await _STEPS[verb](words, press, stand)
