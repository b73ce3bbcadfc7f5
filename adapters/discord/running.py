"""Runs Spotter on Discord until it is told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import signal
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import aiohttp
import discord

from adapters.discord.app import Spotter
from adapters.discord.servers import use_servers
from adapters.drawing.studio import Studio, can_draw
from adapters.refusing import StartRefused
from bot.bot import Bot
from bot.pace import Pace
from bot.store.opening import open_store, store_url

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from adapters.settings import DiscordSettings
    from knowledge.record_book import RecordBook

log = logging.getLogger(__name__)


async def serve(book: RecordBook, home: Path, settings: DiscordSettings) -> None:
    """Answer until SIGTERM or SIGINT; raise StartRefused where there is no beginning."""
    use_servers(settings)
    async with open_store(store_url(home)) as cards:
        bot = Bot(book, cards=cards, pace=Pace())
        bot.prepare()
        _settle_down()
        await _run(Spotter(bot, home, settings, Studio() if can_draw() else None), settings.token)


@asynccontextmanager
async def in_the_background(
    book: RecordBook, home: Path, settings: DiscordSettings
) -> AsyncIterator[asyncio.Task[None]]:
    """Answer beside other platforms; the task ends where Discord lets us in no more."""
    use_servers(settings)
    async with open_store(store_url(home)) as cards:
        bot = Bot(book, cards=cards, pace=Pace())
        bot.prepare()
        client = Spotter(bot, home, settings, Studio() if can_draw() else None)
        answering = asyncio.create_task(run(client, settings.token))
        try:
            yield answering
        finally:
            await client.retire()
            await asyncio.wait((answering,))


async def _run(client: Spotter, token: str) -> None:
    stop = _stop_on_signals(client)
    await run(client, token)
    if stop:
        await asyncio.gather(*stop)


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


def _settle_down() -> None:
    """Keep pauses short: what was loaded is never collected."""
    gc.collect()
    gc.freeze()


def _stop_on_signals(client: Spotter) -> list[asyncio.Task[None]]:
    """The stop that a signal begins, once one has come."""
    begun: list[asyncio.Task[None]] = []

    def stop() -> None:
        if not begun:
            begun.append(asyncio.create_task(client.retire()))

    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):  # Windows has none of these
            asyncio.get_running_loop().add_signal_handler(number, stop)
    return begun
