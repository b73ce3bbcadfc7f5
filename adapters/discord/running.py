"""Runs Spotter on Discord until it is told to stop."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import aiohttp
import discord

from adapters.discord.app import Spotter
from adapters.discord.servers import use_servers
from adapters.drawing.studio import Studio, can_draw
from adapters.refusing import StartRefused
from bot.equipped import equipped
from bot.nightkeeping.crew import keeping
from bot.nightkeeping.show import show_of
from bot.nightkeeping.watch import OwnWatch
from bot.posting.crew import posting
from bot.race_control import NO_CONTROL
from bot.raceday.crew import following
from bot.store.opening import open_shelf, store_url

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from adapters.settings import DiscordSettings
    from bot.channel import Channel
    from bot.nightkeeping.watch import Watch
    from bot.race_control import RaceControl
    from bot.store.opening import Shelf
    from knowledge.record_book import RecordBook


@asynccontextmanager
async def answering(
    book: RecordBook,
    home: Path,
    settings: DiscordSettings,
    control: RaceControl = NO_CONTROL,
    watch: Watch | None = None,  # by which quiz nights go; this machine's own without one
) -> AsyncIterator[asyncio.Task[None]]:
    """Answer until the block is left; the task ends where Discord lets us in no more."""
    watch = watch or OwnWatch()
    use_servers(settings)
    async with open_shelf(store_url(home)) as shelf:
        channels: dict[str, Channel] = {}
        bot = equipped(book, shelf, channels, control, watch.now)
        bot.prepare()
        client = Spotter(
            bot, home, settings, Studio() if can_draw() else None, communities=shelf.communities
        )
        channels["discord"] = client.channels
        task = asyncio.create_task(run(client, settings.token))
        crew = asyncio.create_task(_post(client, book, shelf, control, watch))
        try:
            yield task
        finally:
            crew.cancel()
            await client.retire()
            await asyncio.wait((task, crew))


async def _post(
    client: Spotter, book: RecordBook, shelf: Shelf, control: RaceControl, watch: Watch
) -> None:
    """Post what is due, and keep quiz nights, as long as we are logged in."""
    await client.is_known.wait()
    channels = client.channels
    async with (
        posting("discord", channels, book, shelf),
        keeping("discord", channels, shelf, show_of(book), watch),
        following("discord", channels, shelf, control),
    ):
        await asyncio.Event().wait()


async def run(client: Spotter, token: str) -> None:
    """Answer until the client is closed; raise StartRefused where there is no beginning."""
    async with client:
        try:
            await client.start(token)
        except discord.LoginFailure as refusal:
            raise StartRefused("Discord refused the token in DISCORD_TOKEN.") from refusal
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            if not client.is_closed():
                raise StartRefused(f"Discord cannot be reached: {error}") from error
