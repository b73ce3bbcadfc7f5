"""Files that were put into a modal, fetched from where Discord keeps them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import aiohttp
import discord

from adapters.discord.forms import FILE, filled
from adapters.received import not_given, received, too_large
from bot.request import LARGEST_FILE

if TYPE_CHECKING:
    from bot.request import Sent

_PATIENCE = 1.5
"""Seconds; Discord waits three for the answer to the form."""


async def read_files(interaction: discord.Interaction[Any]) -> dict[str, Sent]:
    data: Any = interaction.data
    held = (data.get("resolved") or {}).get("attachments") or {}
    files = {}
    for field in filled(data):
        if field.get("type") == FILE and field["values"]:
            told = held[str(field["values"][0])]
            files[field["custom_id"]] = await _fetched(interaction.client, told)
    return files


async def _fetched(client: discord.Client, told: dict[str, Any]) -> Sent:
    """Discord says how large it is before it is fetched."""
    name = str(told["filename"])
    if told["size"] > LARGEST_FILE:
        return too_large(name)
    try:
        async with asyncio.timeout(_PATIENCE):
            return received(name, await client.http.get_from_cdn(told["url"]))
    except (discord.HTTPException, aiohttp.ClientError, OSError):  # a timeout is one of the last
        return not_given(name, "Discord")
