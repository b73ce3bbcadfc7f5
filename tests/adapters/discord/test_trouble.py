"""Trouble: a bug, a refusal, an answer that came too late. The next fan gets an answer anyway."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

import pytest

from adapters.discord.app import Spotter
from adapters.settings import DiscordSettings
from bot.bot import Bot
from bot.command import Command
from bot.reply import Button, Chart, Reply
from knowledge.answer import Chart as Drawing
from knowledge.answer import Line
from tests.adapters.discord.conftest import town_of, words_of

if TYPE_CHECKING:
    from pathlib import Path

    from bot.command import Stand
    from bot.request import Request
    from knowledge.record_book import RecordBook
    from tests.adapters.discord.conftest import Town

HEIM_2025 = "how many wins did Heim have in 2025"


async def _break(request: Request, stand: Stand) -> Reply:
    raise ZeroDivisionError


async def _undrawable(request: Request, stand: Stand) -> Reply:
    return Reply("No card has such a button.", buttons=(Button("x", ""),))


BROKEN = (
    Command("break", "Has a bug below the adapter", _break),
    Command("draw", "Cannot be drawn", _undrawable),
)


@pytest.fixture
async def broken(book: RecordBook, tmp_path: Path):
    def new_client() -> Spotter:
        bot = Bot(book, commands=BROKEN)
        return Spotter(bot, tmp_path, DiscordSettings("token"), commands=BROKEN)

    async with town_of(new_client) as built:
        yield built


@pytest.mark.parametrize("command", ["break", "draw"])
async def test_a_bug_is_apologised_for_with_the_mark_that_the_log_has(
    broken: Town, command: str, caplog: pytest.LogCaptureFixture
) -> None:
    reply = await broken.fan("ann").use(command)

    (mark,) = re.findall("written down as ([0-9a-f]{8})", words_of(reply.response))
    assert f"bug {mark}" in caplog.text
    assert reply.ephemeral


async def test_an_answer_that_came_too_late_is_logged_and_the_next_one_is_given(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    ann = town.fan("ann")
    town.env.inject_error(
        "POST", "/interactions/*", status=404, code=10062, message="Unknown interaction"
    )

    late = await ann.ask(HEIM_2025)

    assert not late.acknowledged
    assert "Discord refused: 404 (10062)" in caplog.text
    assert "simcord_interaction" not in caplog.text
    assert words_of((await ann.ask(HEIM_2025)).response).startswith("Corey Heim won 12")


async def test_a_channel_where_spotter_may_not_write_is_logged(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    town.env.inject_error(
        "POST", "/channels/*", status=403, code=50013, message="Missing Permissions"
    )

    await town.fan("ann").say(f"{town.mention} {HEIM_2025}")

    assert "Discord refused: 403 (50013) Missing Permissions" in caplog.text
    assert words_of(await town.fan("bob").say(f"{town.mention} {HEIM_2025}")).startswith("Corey")


async def test_after_the_stop_nothing_new_is_begun(town: Town) -> None:
    ann = town.fan("ann")
    client = town.env.bot
    client._underway.closed = True

    assert not (await ann.ask(HEIM_2025)).acknowledged


async def test_a_chart_that_cannot_be_drawn_is_told_in_words(
    book: RecordBook, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    from adapters.drawing.studio import Studio

    broken = Drawing("moves", "Broken", "driver", "place", ("A",), (Line("Start", (1.0,)),))

    async def chart(request: Request, stand: Stand) -> Reply:
        return Reply("A chart", (Chart(broken, "told in words"),))

    commands = (Command("chart", "A broken chart", chart),)

    def new_client() -> Spotter:
        bot = Bot(book, commands=commands)
        return Spotter(bot, tmp_path, DiscordSettings("token"), Studio(), commands=commands)

    with caplog.at_level(logging.ERROR):
        async with town_of(new_client) as town:
            reply = await town.fan("ann").use("chart")

    assert words_of(reply.response) == "A chart\n-# told in words"
    assert "bug in drawing" in caplog.text
