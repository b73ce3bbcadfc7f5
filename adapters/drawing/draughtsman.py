"""The draughtsman: one process that draws, started when needed and anew when it has died."""

from __future__ import annotations

import asyncio
import logging
import os
import pickle
import sys
from asyncio.subprocess import PIPE, Process
from contextlib import suppress
from typing import TYPE_CHECKING

from adapters.drawing.parcel import CHART, DRAWN, HEAD, pack, read_head

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.answer import Chart

log = logging.getLogger(__name__)

_START = 60.0
"""Seconds to load matplotlib in; without its list of fonts it must look at all of them."""

_TRIES = 2
"""A process that died while idle is noticed by who asks next; a chart that kills it is left."""


class DrawingFailed(Exception):
    """A bug in drawing a chart; its words are the other process's traceback."""


class Draughtsman:
    """Draws one chart after the other, none longer than the limit in seconds."""

    def __init__(self, limit: float) -> None:
        self._limit = limit
        self._process: Process | None = None
        self._turn = asyncio.Lock()

    async def begin(self) -> None:
        """Be ready before the first chart comes."""
        async with self._turn:
            try:
                await self._at_work()
            except (EOFError, TimeoutError) as failure:
                log.warning("the process that draws did not start: %s", type(failure).__name__)

    async def draw(self, chart: Chart, series: Sequence[str]) -> bytes | None:
        """The picture, or None where it took too long or could not be drawn by anybody."""
        asked = pack(CHART, pickle.dumps((chart, tuple(series))))
        async with self._turn:
            for _ in range(_TRIES):
                try:
                    return await self._ask(asked)
                except (EOFError, ConnectionError):
                    log.warning("the process that draws is gone")
                except TimeoutError:
                    log.warning("it took too long to draw %r", chart.title)
                    break
        return None

    async def close(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.communicate()

    async def _at_work(self) -> Process:
        if self._process is None:
            self._process = await _start()
            await self._hear(self._process, _START)
        return self._process

    async def _ask(self, asked: bytes) -> bytes:
        process = await self._at_work()
        if process.stdin is not None:
            process.stdin.write(asked)
        mark, answer = await self._hear(process, self._limit)
        if mark != DRAWN:
            raise DrawingFailed(answer.decode())
        return answer

    async def _hear(self, process: Process, limit: float) -> tuple[bytes, bytes]:
        """What it says next; if that is not waited for, it cannot be asked again."""
        try:
            async with asyncio.timeout(limit):
                return await _read(process)
        except BaseException:
            await self.close()
            raise


async def _start() -> Process:
    """It finds the same modules as this process, and none in the folder that it starts in."""
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-P", "-m", "adapters.drawing"),
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        stdin=PIPE,
        stdout=PIPE,
    )


async def _read(process: Process) -> tuple[bytes, bytes]:
    assert process.stdout is not None  # noqa: S101 - it was started with one
    mark, size = read_head(await process.stdout.readexactly(HEAD))
    return mark, await process.stdout.readexactly(size)
