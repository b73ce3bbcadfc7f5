"""privacy: what is kept of whoever asks, and its deletion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.command import Command, Stand
from bot.privacy import show_kept

if TYPE_CHECKING:
    from bot.reply import Reply
    from bot.request import Request


async def _privacy(request: Request, stand: Stand) -> Reply:
    return await show_kept(request.user, request.place, 1, stand)


PRIVACY = Command(
    "privacy", "What I keep of you, and how to have it deleted", _privacy, private=True
)
