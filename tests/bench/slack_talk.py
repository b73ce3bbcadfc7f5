"""What answering on Slack costs: the program itself, over signed HTTP on this machine.

The other side of the wire runs in this process and takes its own share of the machine.
"""

from __future__ import annotations

import asyncio
import socket
from itertools import cycle
from time import perf_counter
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import aiohttp

from tests.adapters.slack.conftest import signed
from tests.adapters.slack.loopback import SECRET, TOKEN, Message, loopback
from tests.bench.program import memory, milliseconds, program, split_questions, spread

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.adapters.slack.loopback import Loopback

A_SECOND = 100
SECONDS = 10
AT_ONCE = 16
MANY = 1500


def measure_slack(home: Path) -> Iterator[tuple[str, str]]:
    yield from asyncio.run(_measure(home))


async def _measure(home: Path) -> list[tuple[str, str]]:
    figures: list[tuple[str, str]] = []
    async with loopback() as slack, aiohttp.ClientSession() as http:
        slack.judges = False  # they would take longer than what is measured
        port = _free_port()
        begun = perf_counter()
        async with program(home, "slack", _environment(slack, port)) as process:
            talk = _Talk(slack, http, port, home)
            await talk.until_it_listens()
            figures.append(
                ("spotter slack, start to listening", milliseconds(perf_counter() - begun))
            )
            figures += memory("when idle", process.pid)
            acknowledged, answered = await talk.at_a_rate(charted=0)
            figures += spread(f"{A_SECOND} commands a second, acknowledged", acknowledged)
            figures += spread("  and answered", answered)
            acknowledged, answered = await talk.at_a_rate(charted=20)
            figures += spread("  beside 5 charts a second, acknowledged", acknowledged)
            figures += spread("  and answered", answered)
            figures.append((f"{AT_ONCE} always asking, commands a second", await talk.full_speed()))
            figures += memory("after it", process.pid)
    return figures


class _Talk:
    """Commands of many fans, each in a channel of his own, and when each was answered."""

    def __init__(self, slack: Loopback, http: aiohttp.ClientSession, port: int, home: Path) -> None:
        self._slack, self._http = slack, http
        self._url = f"http://127.0.0.1:{port}/slack/events"
        self._in_words, self._charted = map(cycle, split_questions(home))
        self._fans = iter(range(10_000, 1_000_000))
        self._waiting: dict[str, asyncio.Future[float]] = {}
        slack.on_message = self._answered

    async def until_it_listens(self) -> None:
        """A request that it refuses is an answer too."""
        async with asyncio.timeout(30):
            while True:
                try:
                    async with self._http.post(self._url, data="x"):
                        return
                except aiohttp.ClientError:
                    await asyncio.sleep(0.02)

    async def at_a_rate(self, *, charted: int) -> tuple[list[float], list[float]]:
        """Send one command after the other by the clock, however long the answers take."""
        begun, asked = perf_counter(), []
        for number in range(A_SECOND * SECONDS):
            await asyncio.sleep(max(0, begun + number / A_SECOND - perf_counter()))
            is_charted = charted and number % charted == 0
            question = next(self._charted if is_charted else self._in_words)
            asked.append(asyncio.create_task(self._ask(question)))
        times = await asyncio.gather(*asked)
        return [each[0] for each in times], [each[1] for each in times]

    async def full_speed(self) -> str:
        begun, todo = perf_counter(), iter(range(MANY))

        async def fan() -> None:
            for _ in todo:
                await self._ask(next(self._in_words))

        await asyncio.gather(*(fan() for _ in range(AT_ONCE)))
        return f"{MANY / (perf_counter() - begun):,.0f}"

    async def _ask(self, question: str) -> tuple[float, float]:
        """Seconds to the acknowledgement, and to the answer."""
        fan = f"U{next(self._fans)}"
        channel = f"C{fan}"
        answer = self._waiting[channel] = asyncio.get_running_loop().create_future()
        told = {"command": "/ask", "text": question, "team_id": "T1", "user_id": fan}
        more = {"user_name": "fan", "channel_id": channel}
        body = urlencode({**told, **more, "response_url": self._slack.hook(channel, fan)})
        headers = {"Content-Type": "application/x-www-form-urlencoded", **signed(body)}
        sent = perf_counter()
        async with self._http.post(self._url, data=body, headers=headers) as response:
            await response.read()
        acknowledged = perf_counter() - sent
        answered = await answer - sent
        del self._waiting[channel]
        return acknowledged, answered

    def _answered(self, message: Message) -> None:
        if message.channel in self._waiting and not self._waiting[message.channel].done():
            self._waiting[message.channel].set_result(perf_counter())


def _environment(slack: Loopback, port: int) -> dict[str, str]:
    return {
        "SLACK_BOT_TOKEN": TOKEN,
        "SLACK_SIGNING_SECRET": SECRET,
        "SLACK_API_URL": slack.api_url,
        "SLACK_PORT": str(port),
    }


def _free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])
