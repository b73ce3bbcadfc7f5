"""Runs Spotter on every platform that it has a token for: one process, one record book."""

from __future__ import annotations

import asyncio
import gc
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING

from adapters.race_control import controlling
from adapters.renewing import renewing_beside, taking_in
from adapters.settings import SettingsRefused, read_discord_settings, read_slack_settings
from adapters.stopping import stop_on_signals
from adapters.syncing import syncing_beside
from adapters.variables import CLIENT_ID, SLACK_TOKEN, TOKEN

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping
    from pathlib import Path

    from adapters.settings import DiscordSettings, SlackSettings
    from adapters.sync_settings import SyncSettings
    from bot.race_control import RaceControl
    from knowledge.record_book import RecordBook


def wanted(environment: Mapping[str, str]) -> list[DiscordSettings | SlackSettings]:
    """The settings of each platform that has a token; none at all is a fault."""
    has = {name for name, value in environment.items() if value.strip()}
    found: list[DiscordSettings | SlackSettings] = []
    if TOKEN.name in has:
        found.append(read_discord_settings(environment))
    if {SLACK_TOKEN.name, CLIENT_ID.name} & has:
        found.append(read_slack_settings(environment))
    if not found:
        fault = f"Neither {TOKEN.name} nor {SLACK_TOKEN.name} is set; one is enough."
        raise SettingsRefused((fault,))
    return found


async def serve_all(
    book: RecordBook,
    home: Path,
    platforms: list[DiscordSettings | SlackSettings],
    fresh: SyncSettings,
) -> None:
    """Answer everywhere until SIGTERM or SIGINT, or until one platform lets us in no more."""
    stopped = asyncio.Event()
    async with AsyncExitStack() as stack:
        control = await stack.enter_async_context(controlling(fresh, home))
        running = [
            await stack.enter_async_context(_on(book, home, each, control)) for each in platforms
        ]
        await stack.enter_async_context(syncing_beside(fresh, home, taking_in(book)))
        await stack.enter_async_context(renewing_beside(book))
        stop_on_signals(stopped.set)
        _settle_down()
        stop = asyncio.create_task(stopped.wait())
        done, _ = await asyncio.wait((stop, *running), return_when=asyncio.FIRST_COMPLETED)
        stop.cancel()
        for each in done - {stop}:
            await each


@asynccontextmanager
async def _on(
    book: RecordBook, home: Path, settings: DiscordSettings | SlackSettings, control: RaceControl
) -> AsyncIterator[asyncio.Task[None]]:
    """One platform, with the task that ends when it cannot go on; at the end it is retired."""
    from adapters.settings import SlackSettings

    if isinstance(settings, SlackSettings):
        from adapters.slack.running import answering

        async with answering(book, home, settings, control) as spotter:
            task = asyncio.create_task(_for_ever())
            yield task
            task.cancel()
            await spotter.retire()
        return
    from adapters.discord.running import answering as answering_there

    async with answering_there(book, home, settings, control) as task:
        yield task


async def _for_ever() -> None:
    await asyncio.Event().wait()


def _settle_down() -> None:
    """Keep pauses short: what was loaded is never collected."""
    gc.collect()
    gc.freeze()
