"""live: how the race on track stands, and how old that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.command import Command, Stand

if TYPE_CHECKING:
    from bot.reply import Reply
    from bot.request import Request


async def _live(request: Request, stand: Stand) -> Reply:
    from bot.raceday.live_card import show_live  # most ask about what was

    return await show_live(request, stand)


LIVE = Command("live", "How the race on track stands, and how old that is", _live)
