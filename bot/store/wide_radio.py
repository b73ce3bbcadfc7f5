"""The radio between processes: PostgreSQL's LISTEN and NOTIFY."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from bot.radio import Call, OwnRadio

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.radio import Receiver

log = logging.getLogger(__name__)

CHANNEL = "spotter"

_ASKED_EVERY = 30.0
"""Seconds between two looks whether the connection is still there: a cut line says nothing."""

_LONGEST_PAUSE = 30.0
"""Seconds between two tries to connect again."""


class WideRadio:
    """What is called in one process is heard in all, its own included."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._here = OwnRadio()
        self._listening: asyncio.Task[None] | None = None
        self._on_air = asyncio.Event()

    async def call(self, about: str, key: str = "") -> None:
        told = {"channel": CHANNEL, "call": f"{about} {key}"}
        async with self._engine.begin() as connection:
            await connection.execute(text("select pg_notify(:channel, :call)"), told)

    @asynccontextmanager
    async def tuned_in(self, *about: str) -> AsyncIterator[Receiver]:
        """Begins when the database has heard that somebody listens."""
        async with self._here.tuned_in(*about) as receiver:
            if self._listening is None:
                self._listening = asyncio.create_task(self._listen())
            await self._on_air.wait()
            yield receiver

    async def close(self) -> None:
        if self._listening is not None:
            self._listening.cancel()
            await asyncio.wait((self._listening,))

    async def _listen(self) -> None:
        """Listen for ever; after a break everybody is told that calls may have been missed."""
        pause = 1.0
        while True:
            try:
                async with self._connected() as lost:
                    pause = 1.0
                    if self._on_air.is_set():
                        self._here.miss()
                    self._on_air.set()
                    await lost
            except Exception as error:  # noqa: BLE001 - each way of losing a connection has its own
                log.warning("the radio lost the database: %s", type(error).__name__)
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[Any]:
        """Gives something to wait for, which ends when the connection is lost."""
        async with self._engine.connect() as connection:
            driver: Any = (await connection.get_raw_connection()).driver_connection
            lost = asyncio.Event()
            driver.add_termination_listener(lambda _: lost.set())
            await driver.add_listener(CHANNEL, self._on_notice)
            try:
                yield self._until_lost(driver, lost)
            finally:
                with contextlib.suppress(Exception):  # the pool throws away what is broken
                    await connection.invalidate()

    async def _until_lost(self, driver: Any, lost: asyncio.Event) -> None:  # noqa: ANN401
        while not lost.is_set():
            try:
                async with asyncio.timeout(_ASKED_EVERY):
                    await lost.wait()
            except TimeoutError:
                await driver.fetchval("select 1", timeout=_ASKED_EVERY)

    def _on_notice(self, _driver: object, _process: int, _channel: str, told: str) -> None:
        about, _, key = told.partition(" ")
        self._here.spread(Call(about, key))
