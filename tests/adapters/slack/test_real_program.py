"""The program as it runs: both ways for requests, every platform at once, a stop, the doctor."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import aiohttp

from tests.adapters.discord.loopback import loopback as discord_loopback
from tests.adapters.slack.conftest import signed, words_of
from tests.adapters.slack.loopback import APP_TOKEN, PATIENCE, SECRET, TOKEN, loopback
from tests.adapters.slack.test_connection import command

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.adapters.slack.loopback import Loopback

HEIM_2025 = "how many wins did Heim have in 2025"


def free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


def environment(slack: Loopback, home: Path, **more: str) -> dict[str, str]:
    told = {"SLACK_BOT_TOKEN": TOKEN, "SLACK_API_URL": slack.api_url, "SPOTTER_HOME": str(home)}
    own = {name: value for name, value in os.environ.items() if not name.startswith("SLACK_")}
    return {**own, "DATABASE_URL": "", "DISCORD_TOKEN": "", **told, **more}


@asynccontextmanager
async def program(name: str, told: dict[str, str]) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "adapters.spotter", name),
        env=told,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def log_until(process: asyncio.subprocess.Process, words: str) -> str:
    lines = ""
    async with asyncio.timeout(PATIENCE):
        while words not in lines:
            line = (await process.stderr.readline()).decode()
            assert line, f"it ended without saying {words!r}: {lines}"
            lines += line
    return lines


async def stopped(process: asyncio.subprocess.Process) -> tuple[int, str]:
    process.send_signal(signal.SIGTERM)
    async with asyncio.timeout(PATIENCE):
        _, log = await process.communicate()
    return process.returncode or 0, log.decode()


async def test_on_discord_and_slack_at_once_and_both_stop_in_peace(book_home: Path) -> None:
    async with loopback() as slack, discord_loopback() as discord:
        told = environment(slack, book_home, SLACK_APP_TOKEN=APP_TOKEN, **discord.environment)
        async with program("run", told) as process:
            await log_until(process, "connected to Slack")
            await discord.until(lambda: discord.sessions)
            await slack.send("slash_commands", command(slack, HEIM_2025))
            await discord.use("ask", question=HEIM_2025)
            await slack.until(lambda: slack.messages)
            await discord.answers(1)
            code, log = await stopped(process)

    assert code == 0, log
    assert words_of(slack.messages[0]).startswith("Corey Heim won 12")
    assert "Corey Heim won 12" in discord.callbacks[0].body["data"]["embeds"][0]["title"]
    assert TOKEN not in log
    assert slack.faults == []


async def test_over_http_on_this_machine_alone(book_home: Path) -> None:
    async with loopback() as slack, aiohttp.ClientSession() as http:
        port = str(free_port())
        told = environment(slack, book_home, SLACK_SIGNING_SECRET=SECRET, SLACK_PORT=port)
        async with program("slack", told) as process:
            log = await log_until(process, "listening at")
            body = urlencode(command(slack, HEIM_2025))
            url = f"http://127.0.0.1:{port}/slack/events"
            kind = {"Content-Type": "application/x-www-form-urlencoded"}
            async with http.post(url, data=body, headers=kind | signed(body)) as answer:
                assert answer.status == 200
            await slack.until(lambda: slack.messages)
            code, _ = await stopped(process)

    assert f"http://127.0.0.1:{port}/slack/events" in log
    assert code == 0
    assert words_of(slack.messages[0]).startswith("Corey Heim won 12")


async def test_a_wrong_token_is_told_and_nothing_runs(book_home: Path) -> None:
    async with loopback() as slack:
        told = environment(slack, book_home, SLACK_APP_TOKEN=APP_TOKEN)
        async with program("slack", told | {"SLACK_BOT_TOKEN": "xoxb-wrong"}) as process:
            async with asyncio.timeout(PATIENCE):
                _, log = await process.communicate()

    assert process.returncode == 1
    assert "Slack refused the token in SLACK_BOT_TOKEN (invalid_auth)." in log.decode()
    assert "xoxb-wrong" not in log.decode()


async def test_the_doctor_says_what_slack_knows_and_lacks(book_home: Path) -> None:
    async with loopback() as slack:
        slack.scopes = "commands,chat:write"
        told = environment(slack, book_home) | {"SLACK_APP_TOKEN": "xapp-wrong"}
        async with program("doctor", told) as process:
            async with asyncio.timeout(PATIENCE):
                said, _ = await process.communicate()

    words = said.decode()
    assert "ok  Slack knows the token: spotter in T1." in words
    assert "NO  The token may not app_mentions:read, assistant:write, channels:history" in words
    assert "NO  Slack refused SLACK_APP_TOKEN (invalid_auth)" in words
    assert "DISCORD_TOKEN" not in words
    assert process.returncode == 1
