"""What answering on Slack costs: the program itself, by HTTP and by Socket Mode on this machine.

The other side of the wire runs in this process and takes its own share of the machine.
"""

from __future__ import annotations

import asyncio
import socket
from itertools import cycle
from time import perf_counter
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlencode

import aiohttp

from tests.adapters.slack.conftest import signed
from tests.adapters.slack.loopback import APP_TOKEN, SECRET, TOKEN, Message, loopback
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
    return [*await _measure_http(home), *await _measure_connection(home)]


async def _measure_http(home: Path) -> list[tuple[str, str]]:
    async with loopback() as slack, aiohttp.ClientSession() as http:
        slack.judges = False  # they would take longer than what is measured
        port = _free_port()
        url = f"http://127.0.0.1:{port}/slack/events"
        told = {"SLACK_SIGNING_SECRET": SECRET, "SLACK_PORT": str(port)}
        begun = perf_counter()
        async with program(home, "slack", _environment(slack, told)) as process:
            await _until_it_listens(http, url)
            took = milliseconds(perf_counter() - begun)
            figures = [("spotter slack, start to listening", took)]
            figures += memory("when idle", process.pid)
            talk = _Talk(slack, home, OverHttp(http, url))
            figures += await talk.figures("over HTTP", (0, 20))
            figures += memory("after it", process.pid)
    return figures


async def _measure_connection(home: Path) -> list[tuple[str, str]]:
    async with loopback() as slack:
        slack.judges = False
        begun = perf_counter()
        told = {"SLACK_APP_TOKEN": APP_TOKEN}
        async with program(home, "slack", _environment(slack, told)) as process:
            await slack.until(lambda: slack.socket)
            took = milliseconds(perf_counter() - begun)
            figures = [("spotter slack, start to connected", took)]
            talk = _Talk(slack, home, OverConnection(slack))
            figures += await talk.figures("over Socket Mode", (0,))
            figures += memory("after it", process.pid)
    return figures


class Way(Protocol):
    """How Slack brings a command."""

    async def bring(self, told: dict[str, str]) -> None:
        """Until it is acknowledged."""


class OverHttp:
    """A signed request each."""

    def __init__(self, http: aiohttp.ClientSession, url: str) -> None:
        self._http = http
        self._url = url

    async def bring(self, told: dict[str, str]) -> None:
        body = urlencode(told)
        headers = {"Content-Type": "application/x-www-form-urlencoded", **signed(body)}
        async with self._http.post(self._url, data=body, headers=headers) as response:
            await response.read()


class OverConnection:
    """An envelope each, all over the one connection that the program opened."""

    def __init__(self, slack: Loopback) -> None:
        self._slack = slack
        self._waiting: dict[str, asyncio.Future[None]] = {}
        slack.on_acknowledged = self._acknowledged

    async def bring(self, told: dict[str, str]) -> None:
        envelope = await self._slack.send("slash_commands", dict(told))
        if envelope not in self._slack.acknowledged:
            self._waiting[envelope] = asyncio.get_running_loop().create_future()
            await self._waiting[envelope]

    def _acknowledged(self, envelope: str) -> None:
        if waiting := self._waiting.pop(envelope, None):
            waiting.set_result(None)


class _Talk:
    """Commands of many fans, each in a channel of his own, and when each was answered."""

    def __init__(self, slack: Loopback, home: Path, way: Way) -> None:
        self._slack, self._way = slack, way
        self._in_words, self._charted = map(cycle, split_questions(home))
        self._fans = iter(range(10_000, 1_000_000))
        self._waiting: dict[str, asyncio.Future[float]] = {}
        slack.on_message = self._answered

    async def figures(self, how: str, charted: tuple[int, ...]) -> list[tuple[str, str]]:
        """In words alone, and with a chart every so many commands."""
        figures: list[tuple[str, str]] = []
        for each in charted:
            beside = f"beside {A_SECOND // each} charts" if each else f"{A_SECOND} commands"
            acknowledged, answered = await self.at_a_rate(charted=each)
            figures += spread(f"{beside} a second {how}, acknowledged", acknowledged)
            figures += spread("  and answered", answered)
        told = f"{AT_ONCE} always asking {how}, commands a second"
        return [*figures, (told, await self.full_speed())]

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
        hook = self._slack.hook(channel, fan)
        sent = perf_counter()
        await self._way.bring({**told, **more, "response_url": hook})
        acknowledged = perf_counter() - sent
        answered = await answer - sent
        del self._waiting[channel]
        return acknowledged, answered

    def _answered(self, message: Message) -> None:
        if message.channel in self._waiting and not self._waiting[message.channel].done():
            self._waiting[message.channel].set_result(perf_counter())


async def _until_it_listens(http: aiohttp.ClientSession, url: str) -> None:
    """A request that it refuses is an answer too."""
    async with asyncio.timeout(30):
        while True:
            try:
                async with http.post(url, data="x"):
                    return
            except aiohttp.ClientError:
                await asyncio.sleep(0.02)


def _environment(slack: Loopback, more: dict[str, str]) -> dict[str, str]:
    return {"SLACK_BOT_TOKEN": TOKEN, "SLACK_API_URL": slack.api_url, **more}


def _free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])
