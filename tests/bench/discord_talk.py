"""What answering on Discord costs: the program itself, over HTTP and WebSocket on this machine.

The other side of the wire runs in this process and takes its own share of the machine.
The store is there already, as it is at every start but the first.
"""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import sys
from contextlib import asynccontextmanager
from itertools import cycle
from pathlib import Path
from statistics import quantiles
from time import perf_counter
from typing import TYPE_CHECKING

from bot.store.opening import open_store, store_url
from knowledge.record_book import RecordBook
from tests.adapters.discord.loopback import Loopback, loopback
from tests.bench.hand_written import HAND_WRITTEN

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

A_SECOND = 100
SECONDS = 10
AT_ONCE = 16
MANY = 1500
CHARTED = "kyle busch cup wins by season"
DRIVERS = 80
"""Each with a chart of his own: a picture is drawn once, and would cost nothing again."""


def measure_discord(home: Path) -> Iterator[tuple[str, str]]:
    yield from asyncio.run(_measure(home))


async def _measure(home: Path) -> list[tuple[str, str]]:
    figures: list[tuple[str, str]] = []
    async with open_store(store_url(home)):
        pass
    async with loopback() as discord:
        begun = perf_counter()
        async with _program(home, discord) as process:
            await discord.until(lambda: discord.sessions)
            figures.append(("spotter discord, start to connected", _ms(perf_counter() - begun)))
            await discord.use("ask", question=CHARTED)
            await discord.answers(1)
            figures.append(("  to the first answer, with a chart", _ms(perf_counter() - begun)))
            await discord.until(lambda: any(made.files for made in discord.made))
            figures += _memory("when idle", process.pid)
            talk = _Talk(discord, home)
            words, _ = await talk.at_a_rate(0)
            figures += _spread(f"{A_SECOND} commands a second, in words", words)
            words, charted = await talk.at_a_rate(20)
            figures += _spread("  beside 5 new charts a second, in words", words)
            figures += _spread("  and with their chart", charted)
            figures.append((f"{AT_ONCE} always asking, commands a second", await talk.full_speed()))
            figures += _memory("after it", process.pid)
    return figures


class _Talk:
    """Commands of many fans, and when each was answered."""

    def __init__(self, discord: Loopback, home: Path) -> None:
        self._discord = discord
        self._in_words, self._charted = map(cycle, _split(home))
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


def _split(home: Path) -> tuple[list[str], list[str]]:
    """The bench's questions answered in words alone, and others that each come with a chart."""
    book = RecordBook.open(home)
    asked = [each.question for each in HAND_WRITTEN]
    drivers = [each.value for each in book.suggest("driver", "", DRIVERS)]
    by_season = [f"{driver} cup top tens by season" for driver in drivers]

    def has_chart(question: str) -> bool:
        return getattr(book.ask(question), "chart", None) is not None

    return (
        [question for question in asked if not has_chart(question)],
        [question for question in by_season if has_chart(question)],
    )


@asynccontextmanager
async def _program(home: Path, discord: Loopback) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "adapters.spotter", "discord"),
        env={**os.environ, **discord.environment, "SPOTTER_HOME": str(home)},
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.terminate()
        await process.wait()


def _memory(when: str, process: int) -> Iterator[tuple[str, str]]:
    """What the system counts; the book's pages in it are shared, and given up on demand."""
    said = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid=,rss="],  # noqa: S607 - wherever the system keeps it
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    rows = [tuple(map(int, line.split())) for line in said.splitlines()]
    for name, of_it in (("memory", 0), ("  the process that draws", 1)):
        for number, rss in [(row[0], row[2]) for row in rows if row[of_it] == process]:
            yield f"  {name} {when}", f"{rss * 1024 / 1e6:,.0f} MB"
            yield "    of it its own", _private(number)


def _private(process: int) -> str:
    """What is its own, where the system tells."""
    status = Path(f"/proc/{process}/status")
    told = re.search(r"RssAnon:\s*(\d+)", status.read_text()) if status.exists() else None
    return f"{int(told[1]) * 1024 / 1e6:,.0f} MB" if told else "not told"


def _spread(name: str, times: list[float]) -> list[tuple[str, str]]:
    hundredths = quantiles(times, n=100)
    return [(f"{name}: p50", _ms(hundredths[49])), ("  p99", _ms(hundredths[98]))]


def _ms(took: float) -> str:
    return f"{took * 1000:,.1f} ms"
