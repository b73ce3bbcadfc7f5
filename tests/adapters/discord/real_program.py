"""The program as it runs, in a process of its own."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from tests.adapters.discord.loopback import PATIENCE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping
    from pathlib import Path

    from tests.adapters.discord.loopback import Loopback, Made


class Program:
    """`spotter discord` in a process of its own, and what it logs."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.lines: list[str] = []

    async def logged(self, words: str) -> str:
        """Read on until a line says so."""
        assert self.process.stderr is not None
        async with asyncio.timeout(PATIENCE):
            while not any(words in line for line in self.lines):
                line = await self.process.stderr.readline()
                assert line, f"it ended without saying {words!r}: {self.lines}"
                self.lines.append(line.decode())
        return next(line for line in self.lines if words in line)

    async def ended(self) -> str:
        """The rest of the log, when the program is over."""
        async with asyncio.timeout(PATIENCE):
            _, rest = await self.process.communicate()
        return "".join(self.lines) + rest.decode()


@asynccontextmanager
async def spotter_at(
    home: Path, discord: Loopback, more: Mapping[str, str] | None = None
) -> AsyncIterator[Program]:
    """Start it in its home, before that Discord, with what else is set for it."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-W", "error", "-W", "ignore:'audioop':DeprecationWarning"),
        *("-m", "adapters.spotter", "discord"),
        env={**os.environ, **discord.environment, "SPOTTER_HOME": str(home), **(more or {})},
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield Program(process)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


def title_of(made: Made) -> str:
    return made.body["data"]["embeds"][0]["title"]
