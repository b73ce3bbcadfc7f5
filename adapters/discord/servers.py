"""Another server in Discord's place: the real client, pointed elsewhere before it starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yarl
from discord import Asset
from discord.gateway import DiscordWebSocket
from discord.http import Route

if TYPE_CHECKING:
    from adapters.settings import DiscordSettings


def use_servers(settings: DiscordSettings) -> None:
    """For the whole process: discord.py keeps these addresses with its classes."""
    if settings.api_url:
        Route.BASE = settings.api_url
    if settings.gateway_url:
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(settings.gateway_url)
    if settings.cdn_url:
        Asset.BASE = settings.cdn_url
