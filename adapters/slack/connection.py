"""A connection of Spotter's own to Slack (Socket Mode), watched so that it never goes deaf."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import aiohttp
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_sdk.errors import SlackClientError

from adapters.refusing import StartRefused

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Coroutine

    from slack_bolt.async_app import AsyncApp
    from slack_sdk.socket_mode.aiohttp import SocketModeClient

    from adapters.settings import SlackSettings

log = logging.getLogger(__name__)

PING = 10.0
"""Seconds between two pings."""

DEAF = 45.0
"""Seconds without a pong after which a connection is given up; slack_sdk itself has missed some."""

SILENCE = 30 * 60.0
"""Seconds without an event after which it is made anew: it may answer pings and bring nothing."""


@asynccontextmanager
async def connected(
    app: AsyncApp,
    settings: SlackSettings,
    ping: float = PING,
    deaf: float = DEAF,
    silence: float = SILENCE,
) -> AsyncIterator[SocketModeClient]:
    handler = AsyncSocketModeHandler(app, settings.app_token, ping_interval=ping)
    watchdog = Watchdog(handler.client, deaf, silence)
    try:
        await _connect(handler)
        async with _running(watchdog.watch(ping)):
            yield handler.client
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]


@asynccontextmanager
async def _running(work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def _connect(handler: AsyncSocketModeHandler) -> None:
    """Ask for an address once ourselves: slack_sdk would try a wrong token for ever."""
    client = handler.client
    try:
        client.wss_uri = await client.issue_new_wss_url()
    except (SlackClientError, aiohttp.ClientError, OSError) as error:
        raise StartRefused(f"Slack opens no connection for SLACK_APP_TOKEN: {error}") from error
    await handler.connect_async()  # type: ignore[no-untyped-call]
    log.info("connected to Slack")


class Watchdog:
    """Hears everything that comes in; where nothing does for long, the connection is made anew."""

    def __init__(self, client: SocketModeClient, deaf: float, silence: float) -> None:
        self._client = client
        self._deaf, self._silence = deaf, silence
        self._heard = self._answered = time.monotonic()
        client.message_listeners.append(self._hear)
        client.on_message_listeners.append(self._hear_any)

    async def watch(self, every: float) -> None:
        while True:
            await asyncio.sleep(every)
            why = self._why()
            if not why:
                continue
            log.warning("the connection to Slack %s; connecting anew", why)
            self._heard = self._answered = time.monotonic()
            self._client.last_ping_pong_time = None
            try:
                await self._client.connect_to_new_endpoint(force=True)
            except (SlackClientError, aiohttp.ClientError, OSError) as error:
                log.warning("Slack could not be reached: %s", error)
            except Exception:
                log.exception("bug in connecting anew")  # it is tried again, whatever it was

    def _why(self) -> str:
        now = time.monotonic()
        pong = self._client.last_ping_pong_time
        if pong is not None and time.time() - pong < self._deaf:
            self._answered = now
        if now - self._answered > self._deaf:
            return "is deaf"
        return "has been silent for long" if now - self._heard > self._silence else ""

    async def _hear(self, client: Any, message: dict[str, Any], raw: str | None) -> None:  # noqa: ANN401, ARG002
        if message.get("type") != "hello":
            self._heard = time.monotonic()

    async def _hear_any(self, message: aiohttp.WSMessage) -> None:  # noqa: ARG002
        self._answered = time.monotonic()
