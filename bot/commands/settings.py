"""settings: what holds here, for me, for this channel and for everybody, and its change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.command import Command, Stand
from bot.settings import show_settings

if TYPE_CHECKING:
    from bot.reply import Reply
    from bot.request import Request


async def _settings(request: Request, stand: Stand) -> Reply:
    return await show_settings(request.user, request.place, stand)


SETTINGS = Command(
    "settings",
    "Default series, public or private answers, spoilers, favourite drivers, time zone",
    _settings,
    private=True,
    asks_right=True,
)
