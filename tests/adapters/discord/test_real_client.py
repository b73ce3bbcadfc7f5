"""The program as it runs, over real HTTP and WebSocket, against a Discord on this machine."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from bot.commands import COMMANDS
from tests.adapters.discord.discord_rules import faults_in
from tests.adapters.discord.loopback import (
    APPLICATION,
    CHANNEL,
    IDENTIFY,
    RESUME,
    TOKEN,
    Trouble,
    loopback,
)
from tests.adapters.discord.real_program import spotter_at, title_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.adapters.discord.loopback import Made

HEIM_2025 = "how many wins did Heim have in 2025"
LIMITED = {"Via": "1.1 google", "X-RateLimit-Remaining": "0"}


def children_of(process: int) -> list[int]:
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, check=True)  # noqa: S607
    rows = [tuple(map(int, line.split())) for line in listed.stdout.decode().splitlines()]
    return [child for child, parent in rows if parent == process]


async def test_it_logs_in_tells_its_commands_talks_and_ends_when_told(home: Path) -> None:
    async with loopback() as discord, spotter_at(home, discord) as program:
        (identified,) = await discord.until(lambda: discord.sessions)
        await discord.use("ask", question=HEIM_2025)
        (answer,) = await discord.answers(1)
        await discord.use("ask", question="kyle busch cup wins by season")
        (picture,) = await discord.until(lambda: [made for made in discord.made if made.files])
        await discord.message(f"<@{APPLICATION}> who won the 2025 Daytona 500")
        said = await discord.until(lambda: [m for m in discord.made if "/channels" in m.path])
        program.process.send_signal(signal.SIGTERM)
        log = await program.ended()

    (told,) = [made.body for made in discord.made if made.path.endswith("/commands")]
    assert {command.name for command in COMMANDS} <= {each["name"] for each in told}
    assert identified["op"] == IDENTIFY
    assert identified["d"]["intents"] == 1 << 0 | 1 << 9 | 1 << 12
    assert title_of(answer).startswith("Corey Heim won 12")
    assert picture.files[0].startswith(b"\x89PNG")
    with_picture = picture.body.get("data", picture.body)  # at once, or put in afterwards
    assert with_picture["attachments"][0]["description"].startswith("Wins by season")
    assert said[0].path == f"/channels/{CHANNEL}/messages"
    assert said[0].body["embeds"][0]["title"].startswith("William Byron")
    assert program.process.returncode == 0
    assert TOKEN not in log
    assert [fault for m in discord.made for fault in faults_in(m.method, m.path, m.body)] == []


async def test_a_lost_connection_is_resumed_and_nothing_that_was_said_meanwhile_is_lost(
    home: Path,
) -> None:
    async with loopback() as discord, spotter_at(home, discord):
        await discord.until(lambda: discord.sessions)
        await discord.hang_up()
        await discord.use("ask", question=HEIM_2025)
        await discord.until(lambda: len(discord.sessions) == 2)
        (answer,) = await discord.answers(1)
        await discord.ask_to_reconnect()
        await discord.until(lambda: len(discord.sessions) == 3)
        await discord.use("ask", question="what about 2024?")
        *_, followed = await discord.answers(2)

    assert [session["op"] for session in discord.sessions] == [IDENTIFY, RESUME, RESUME]
    assert title_of(answer).startswith("Corey Heim won 12")
    assert "2024" in title_of(followed)


async def test_limits_and_failures_of_discord_are_waited_out(home: Path) -> None:
    async with loopback() as discord, spotter_at(home, discord) as program:
        await discord.until(lambda: discord.sessions)
        discord.troubles = [
            Trouble("/callback$", 500),
            Trouble("/callback$", 429, {"retry_after": 0.01, "message": "slow"}, LIMITED),
            Trouble("/channels/", 502),
            Trouble("/channels/", 429, {"retry_after": 0.01, "message": "slow"}, LIMITED),
        ]

        def tried(times: int, what: str) -> list[Made] | None:
            made = [each for each in discord.made if what in each.path]
            return made if len(made) == times else None

        token = await discord.use("ask", question=HEIM_2025)
        await discord.message(HEIM_2025)
        tries = await discord.until(lambda: tried(3, token))
        said = await discord.until(lambda: tried(3, "/channels/"))
        program.process.send_signal(signal.SIGTERM)
        log = await program.ended()

    assert len(tries) == len(said) == 3
    assert token not in log
    assert program.process.returncode == 0


async def test_an_interaction_that_is_gone_costs_only_itself(home: Path) -> None:
    async with loopback() as discord, spotter_at(home, discord) as program:
        await discord.until(lambda: discord.sessions)
        unknown = {"code": 10062, "message": "Unknown interaction"}
        discord.troubles = [Trouble("/callback$", 404, unknown)]
        token = await discord.use("ask", question=HEIM_2025)
        refused = await program.logged("Unknown interaction")
        await discord.use("ask", question=HEIM_2025)
        *_, answer = await discord.answers(2)

    assert "404 (10062)" in refused
    assert token not in refused
    assert title_of(answer).startswith("Corey Heim won 12")


async def test_a_stop_waits_for_the_answer_that_is_under_way(home: Path) -> None:
    async with loopback() as discord, spotter_at(home, discord) as program:
        await discord.until(lambda: discord.sessions)
        await discord.use("ask", question=HEIM_2025)
        await discord.answers(1)
        discord.held.clear()
        await discord.use("ask", question="who won the 2025 Daytona 500")
        await discord.until(lambda: discord.waiting)
        program.process.send_signal(signal.SIGTERM)
        await program.logged("stopping")
        discord.held.set()
        log = await program.ended()

    assert [title_of(made)[:12] for made in discord.callbacks] == ["Corey Heim w", "William Byro"]
    assert program.process.returncode == 0
    assert "not finished" not in log
    assert "Traceback" not in log


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
async def test_the_process_that_draws_ends_with_the_one_that_talks(
    home: Path, number: signal.Signals
) -> None:
    async with loopback() as discord, spotter_at(home, discord) as program:
        await discord.until(lambda: discord.sessions)
        await discord.use("ask", question="kyle busch cup wins by season")
        await discord.until(lambda: [made for made in discord.made if made.files])
        drawing = children_of(program.process.pid)
        program.process.send_signal(number)
        log = await program.ended()  # that is, when nobody holds its standard error any more

    assert len(drawing) == 1
    assert "Traceback" not in log


async def test_a_drawing_that_is_killed_costs_nobody_a_picture(home: Path) -> None:
    async with loopback() as discord, spotter_at(home, discord) as program:
        await discord.until(lambda: discord.sessions)
        for asked, driver in enumerate(("kyle busch", "kurt busch"), start=1):
            await discord.use("ask", question=f"{driver} cup wins by season")
            await discord.until(
                lambda asked=asked: [m for m in discord.made if m.files][asked - 1 :]
            )
            for drawing in children_of(program.process.pid):
                os.kill(drawing, signal.SIGKILL)


async def test_a_second_start_tells_no_commands(home: Path) -> None:
    for _ in range(2):
        async with loopback() as discord, spotter_at(home, discord) as program:
            await discord.until(lambda: discord.sessions)
            program.process.send_signal(signal.SIGTERM)
            await program.ended()

    assert [made for made in discord.made if made.path.endswith("/commands")] == []


async def test_buttons_of_a_card_work_with_another_process_over_the_same_store(home: Path) -> None:
    async with loopback() as discord, spotter_at(home, discord) as program:
        await discord.until(lambda: discord.sessions)
        await discord.use("ask", question="full results of the 2025 daytona 500")
        (first,) = await discord.answers(1)
        program.process.kill()
        await program.ended()
    async with loopback() as discord, spotter_at(home, discord):
        await discord.until(lambda: discord.sessions)
        await discord.press("Next", first)
        (turned,) = await discord.answers(1)

    assert "Rows 1 to 12 of 41" in first.body["data"]["embeds"][0]["description"]
    assert turned.body["type"] == 7
    assert "Rows 13 to 24 of 41" in turned.body["data"]["embeds"][0]["description"]


async def test_a_refused_token_is_said_in_a_sentence(home: Path) -> None:
    async with loopback("another.token") as discord, spotter_at(home, discord) as program:
        log = await program.ended()

    assert program.process.returncode == 1
    assert "Discord refused the token" in log
    assert "Traceback" not in log
    assert TOKEN not in log


async def test_the_doctor_asks_discord_and_prints_the_invitation(home: Path) -> None:
    async with loopback() as discord:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "adapters.spotter", "doctor"),
            env={**os.environ, **discord.environment, "SPOTTER_HOME": str(home)},
            stdout=asyncio.subprocess.PIPE,
        )
        said = (await process.communicate())[0].decode()

    assert process.returncode == 0
    assert f"https://discord.com/oauth2/authorize?client_id={APPLICATION}" in said
    assert "permissions=17901423807488" in said
    assert "message content may stay switched off" in said
    assert TOKEN not in said
