"""What answering on Discord costs: the program itself, over HTTP and WebSocket on this machine.

The other side of the wire runs in this process and takes its own share of the machine.
The store is there already, as it is at every start but the first.
"""

from __future__ import annotations

import asyncio
from itertools import cycle
from time import perf_counter
from typing import TYPE_CHECKING

from bot.store.opening import open_store, store_url
from tests.adapters.discord.loopback import Loopback, loopback
from tests.bench.program import memory, milliseconds, program, split_questions, spread

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

A_SECOND = 100
SECONDS = 10
AT_ONCE = 16
MANY = 1500
CHARTED = "kyle busch cup wins by season"


def measure_discord(home: Path) -> Iterator[tuple[str, str]]:
    yield from asyncio.run(_measure(home))


async def _measure(home: Path) -> list[tuple[str, str]]:
    figures: list[tuple[str, str]] = []
    async with open_store(store_url(home)):
        pass
    async with loopback() as discord:
        begun = perf_counter()
        async with program(home, "discord", discord.environment) as process:
            await discord.until(lambda: discord.sessions)
            figures.append(
                ("spotter discord, start to connected", milliseconds(perf_counter() - begun))
            )
            await discord.use("ask", question=CHARTED)
            await discord.answers(1)
            figures.append(
                ("  to the first answer, with a chart", milliseconds(perf_counter() - begun))
            )
            await discord.until(lambda: any(made.files for made in discord.made))
            figures += memory("when idle", process.pid)
            talk = _Talk(discord, home)
            words, _ = await talk.at_a_rate(0)
            figures += spread(f"{A_SECOND} commands a second, in words", words)
            words, charted = await talk.at_a_rate(20)
            figures += spread("  beside 5 new charts a second, in words", words)
            figures += spread("  and with their chart", charted)
            figures.append((f"{AT_ONCE} always asking, commands a second", await talk.full_speed()))
            figures += memory("after it", process.pid)
    return figures


class _Talk:
    """Commands of many fans, and when each was answered."""

    def __init__(self, discord: Loopback, home: Path) -> None:
        self._discord = discord
        self._in_words, self._charted = map(cycle, split_questions(home))
        self._fans = iter(range(10_000, 1_000_000))
        self._waiting: dict[str, asyncio.Future[float]] = {}
        self._early: dict[str, float] = {}
        discord.on_callback = self._answered

    async def at_a_rate(self, charted: int) -> tuple[list[float], list[float]]:
        """Send one command after the other by the clock, however long the answers take."""
        begun, words, charts = perf_counter(), [], []
        for number in range(A_SECOND * SECONDS):
            await asyncio.sleep(max(0, begun + number / A_SECOND - perf_counter()))
            if charted and number % charted == 0:
                charts.append(asyncio.create_task(self._ask(next(self._charted))))
            else:
                words.append(asyncio.create_task(self._ask(next(self._in_words))))
        return await asyncio.gather(*words), await asyncio.gather(*charts)

    async def full_speed(self) -> str:
        begun = perf_counter()
        todo = iter(range(MANY))

        async def fan() -> None:
            for _ in todo:
                await self._ask(next(self._in_words))

        await asyncio.gather(*(fan() for _ in range(AT_ONCE)))
        return f"{MANY / (perf_counter() - begun):,.0f}"

    async def _ask(self, question: str) -> float:
        """Seconds from the event to the first answer."""
        sent = perf_counter()
        token = await self._discord.use("ask", fan=str(next(self._fans)), question=question)
        if token in self._early:
            return self._early.pop(token) - sent
        self._waiting[token] = asyncio.get_running_loop().create_future()
        return await self._waiting[token] - sent

    def _answered(self, token: str) -> None:
        if token in self._waiting:
            self._waiting.pop(token).set_result(perf_counter())
        else:
            self._early[token] = perf_counter()
