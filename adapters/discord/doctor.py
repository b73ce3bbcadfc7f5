"""Whether Discord lets Spotter in, and the link that invites it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import aiohttp
import discord

from adapters.discord.app import INTENTS
from adapters.discord.servers import use_servers
from adapters.discord.syncing import FILE
from adapters.finding import Finding
from adapters.settings import SettingsRefused, read_discord_settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping
    from pathlib import Path

    from adapters.settings import DiscordSettings

PERMISSIONS = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    create_public_threads=True,  # recaps that nobody shall read by accident
    embed_links=True,  # answers are embeds
    attach_files=True,  # charts
    create_events=True,  # a planned quiz night among the events of the server; it goes without
    read_message_history=True,  # to reply to a message, and to find a post of its own again
)
"""The least that answers and posts need; commands alone would need none."""


async def examine_discord(environment: Mapping[str, str], home: Path) -> AsyncIterator[Finding]:
    try:
        settings = read_discord_settings(environment)
    except SettingsRefused as refusal:
        for fault in refusal.faults:
            yield Finding(False, fault)
        return
    async for finding in _examine_application(settings, home):
        yield finding


async def _examine_application(settings: DiscordSettings, home: Path) -> AsyncIterator[Finding]:
    use_servers(settings)
    async with discord.Client(intents=INTENTS) as client:
        try:
            await client.login(settings.token)
        except discord.LoginFailure:
            yield Finding(False, "Discord refused the token in DISCORD_TOKEN; reset it there.")
            return
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            yield Finding(False, f"Discord cannot be reached: {error}.")
            return
        assert client.application is not None, "a login tells the application"  # noqa: S101
        for finding in _examine(client.application, home):
            yield finding


def _examine(application: discord.AppInfo, home: Path) -> list[Finding]:
    invite = discord.utils.oauth_url(application.id, permissions=PERMISSIONS)
    findings = [
        Finding(True, f"Discord knows the token: {application.name}."),
        Finding(True, "No privileged intent is needed; message content may stay switched off."),
        Finding(True, f"Invite Spotter to a server with: {invite}"),
    ]
    if application.interactions_endpoint_url:
        findings.append(
            Finding(
                False,
                "The application has an interactions endpoint, so commands do not reach Spotter;"
                " empty it under General Information.",
            )
        )
    if application.user_integration_config is None:
        findings.append(
            Finding(
                True,
                "People cannot add Spotter to their own account yet;"
                " User Install under Installation allows it.",
            )
        )
    if not (home / FILE).exists():
        findings.append(Finding(True, "The commands are told to Discord at the first start."))
    return findings
