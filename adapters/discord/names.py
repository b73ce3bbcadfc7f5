"""What a server calls its channels and roles: as Discord told it at login, else asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

from adapters.discord.troubles import told
from bot.channel import NotPosted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.channel import Destination


async def channel_name(client: discord.Client, to: Destination) -> str:
    """With the sign that Discord shows before it; nothing of a channel of another server."""
    if not to.channel.isdecimal():
        return ""
    known = client.get_channel(int(to.channel))
    if isinstance(known, discord.abc.GuildChannel):
        server, name = str(known.guild.id), known.name
    else:
        try:
            with told():
                found: Mapping[str, Any] = await client.http.get_channel(int(to.channel))
        except NotPosted:
            return ""
        server, name = str(found.get("guild_id")), str(found.get("name") or "")
    return f"#{name}" if name and server == to.community else ""


async def role_name(client: discord.Client, community: str, role: str) -> str:
    if not (community.isdecimal() and role.isdecimal()):
        return ""
    guild = client.get_guild(int(community))
    if guild and (known := guild.get_role(int(role))):
        return known.name
    try:
        with told():
            roles = await client.http.get_roles(int(community))
    except NotPosted:
        return ""
    return next((each["name"] for each in roles if str(each["id"]) == role), "")
