"""Who asks, and where: Discord's users and channels as the bot knows them."""

from __future__ import annotations

import re
from typing import Any

import discord

from bot.request import Place, User

PLATFORM = "discord"


def asker(interaction: discord.Interaction[Any]) -> User:
    """Whoever may manage messages is a moderator."""
    user = interaction.user
    moderates = interaction.guild_id is not None and interaction.permissions.manage_messages
    return User(PLATFORM, str(user.id), user.display_name, moderates, _roles(user))


def place(interaction: discord.Interaction[Any]) -> Place:
    """Two people in one direct message are no private talk: only the bot's own is."""
    channel = interaction.channel_id or 0
    return Place(
        conversation=f"{channel}:{interaction.user.id}",
        community=str(interaction.guild_id or ""),
        channel=str(channel),
        direct=interaction.guild_id is None and bool(interaction.context.dm_channel),
    )


def author(message: discord.Message) -> User:
    permissions = getattr(message.author, "guild_permissions", None)
    moderates = permissions is not None and permissions.manage_messages
    user = message.author
    return User(PLATFORM, str(user.id), user.display_name, moderates, _roles(user))


def _roles(user: discord.User | discord.Member) -> tuple[str, ...]:
    """Nobody is told apart by the role that everybody has."""
    roles = user.roles if isinstance(user, discord.Member) else ()
    return tuple(str(role.id) for role in roles if not role.is_default())


def place_of(message: discord.Message) -> Place:
    """A message can be answered by a message only, which everybody in the channel reads."""
    direct = message.guild is None
    return Place(
        conversation=f"{message.channel.id}:{message.author.id}",
        community=str(message.guild.id) if message.guild else "",
        channel=str(message.channel.id),
        direct=direct,
        whispers=direct,
    )


def card_replied_to(message: discord.Message, own_id: int) -> str:
    """The key of a button under the answer of ours that this replies to: it names the card."""
    answered = message.reference.resolved if message.reference else None
    if not isinstance(answered, discord.Message) or answered.author.id != own_id:
        return ""
    keys = [
        button.custom_id
        for row in answered.components
        if isinstance(row, discord.ActionRow)
        for button in row.children
        if isinstance(button, discord.Button) and button.custom_id
    ]
    return keys[-1] if keys else ""


def question_in(message: discord.Message, own_id: int) -> str:
    """What was said, without the mention that called Spotter, with the names of other people."""
    words = re.sub(rf"<@!?{own_id}>", " ", message.content)
    for person in message.mentions:
        words = re.sub(rf"<@!?{person.id}>", lambda _, who=person: who.display_name, words)  # type: ignore[misc]
    return " ".join(words.split())
