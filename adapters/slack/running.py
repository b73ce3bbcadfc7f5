"""Runs Spotter on Slack until it is told to stop: over HTTP, or on a connection of its own."""

from __future__ import annotations

import logging
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING

import aiohttp
from aiohttp import web
from slack_bolt.app.async_server import AsyncSlackAppServer
from slack_sdk.errors import SlackApiError, SlackClientError

from adapters.drawing.studio import Studio, can_draw
from adapters.refusing import StartRefused
from adapters.slack.app import Spotter
from adapters.slack.connection import connected
from adapters.slack.manifest import EVENTS_PATH
from bot.equipped import equipped
from bot.nightkeeping.crew import keeping
from bot.nightkeeping.show import show_of
from bot.nightkeeping.watch import OwnWatch
from bot.posting.crew import posting
from bot.race_control import NO_CONTROL
from bot.raceday.crew import following
from bot.store.opening import open_shelf, store_url

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from pathlib import Path

    from slack_bolt.async_app import AsyncApp

    from adapters.settings import SlackSettings
    from bot.channel import Channel
    from bot.nightkeeping.watch import Watch
    from bot.race_control import RaceControl
    from knowledge.record_book import RecordBook

log = logging.getLogger(__name__)


@asynccontextmanager
async def answering(
    book: RecordBook,
    home: Path,
    settings: SlackSettings,
    control: RaceControl = NO_CONTROL,
    watch: Watch | None = None,  # by which quiz nights go; this machine's own without one
) -> AsyncIterator[Spotter]:
    """Spotter while it answers; it takes requests in every way that the settings open."""
    watch = watch or OwnWatch()
    async with AsyncExitStack() as stack:
        shelf = await stack.enter_async_context(open_shelf(store_url(home), settings.secret_key))
        channels: dict[str, Channel] = {}
        bot = equipped(book, shelf, channels, control, watch.now)
        bot.prepare()
        studio = Studio() if can_draw() else None
        spotter = Spotter(bot, settings, shelf, studio)
        await stack.enter_async_context(spotter)
        channels["slack"] = spotter.channels
        await _greet(spotter, settings)
        await stack.enter_async_context(posting("slack", spotter.channels, book, shelf))
        kept = keeping("slack", spotter.channels, shelf, show_of(book), watch)
        await stack.enter_async_context(kept)
        told = following("slack", spotter.channels, shelf, control)
        await stack.enter_async_context(told)
        if settings.app_token:
            await stack.enter_async_context(connected(spotter.app, settings))
        if settings.signing_secret:
            address = await stack.enter_async_context(listening(spotter.app, settings))
            log.info("listening at http://%s%s", address, EVENTS_PATH)
        yield spotter


async def _greet(spotter: Spotter, settings: SlackSettings) -> None:
    """Where there is one workspace, ask it who we are: a wrong token is told at once."""
    if not settings.token:
        return
    try:
        told = await spotter.client.auth_test()
    except SlackApiError as error:
        why = error.response.get("error")
        raise StartRefused(f"Slack refused the token in SLACK_BOT_TOKEN ({why}).") from error
    except (SlackClientError, aiohttp.ClientError, OSError) as error:
        raise StartRefused(f"Slack cannot be reached: {error}.") from error
    log.info("ready in the workspace %s", told.get("team"))


@asynccontextmanager
async def listening(app: AsyncApp, settings: SlackSettings) -> AsyncIterator[str]:
    """Take Slack's signed requests at the address that is given back."""
    server = AsyncSlackAppServer(settings.port, EVENTS_PATH, app, settings.host)
    server.web_app.middlewares.append(_refuse_what_is_no_request)
    runner = web.AppRunner(server.web_app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, settings.host, settings.port).start()
    except OSError as error:
        await runner.cleanup()
        raise StartRefused(
            f"{settings.host}:{settings.port} cannot be listened at: {error.strerror}."
        ) from error
    try:
        yield "{}:{}".format(*runner.addresses[0])
    finally:
        await runner.cleanup()


@web.middleware
async def _refuse_what_is_no_request(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Bolt reads a body before it looks at the signature; strangers send anything."""
    try:
        return await handler(request)
    except (ValueError, AttributeError, TypeError, KeyError) as error:
        log.info("a request that cannot be read: %s", type(error).__name__)
        return web.Response(status=400)
