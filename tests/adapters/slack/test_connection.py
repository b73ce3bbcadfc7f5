"""Socket Mode: a real connection on this machine, watched so that it never goes deaf."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest

from adapters.refusing import StartRefused
from adapters.slack.app import Spotter
from adapters.slack.connection import connected
from bot.bot import Bot
from bot.store.opening import open_shelf
from tests.adapters.slack.conftest import TODAY, Town, settings_for, words_of
from tests.adapters.slack.loopback import APP, APP_TOKEN, BOT_USER, TEAM, loopback
from tests.bot.days import on

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from knowledge.record_book import RecordBook

HEIM_2025 = "how many wins did Heim have in 2025"
SOON = {"ping": 0.05, "deaf": 0.3, "silence": 60.0}
"""Seconds; so that nobody waits for a watchdog."""


@asynccontextmanager
async def connected_town(book: RecordBook, store: str, **times: float) -> AsyncIterator[Town]:
    async with loopback() as slack, open_shelf(store) as shelf:
        settings = settings_for(slack, app_token=APP_TOKEN, signing_secret="")
        bot = Bot(book, on(TODAY), cards=shelf.cards, talks=shelf.talks)
        spotter = Spotter(bot, settings, shelf)
        listening = connected(spotter.app, settings, **(SOON | times))
        async with aiohttp.ClientSession() as http, spotter, listening:
            yield Town(slack, "", http, spotter, shelf)
        assert slack.faults == []


def command(slack: Any, text: str) -> dict[str, Any]:
    return {
        "command": "/ask",
        "text": text,
        "team_id": TEAM,
        "user_id": "UANN",
        "user_name": "ann",
        "channel_id": "C1",
        "api_app_id": APP,
        "response_url": slack.hook("C1", "UANN"),
        "trigger_id": slack.trigger(),
    }


def mention(text: str, number: str) -> dict[str, Any]:
    said = {"type": "app_mention", "user": "UANN", "text": f"<@{BOT_USER}> {text}"}
    event = {**said, "channel": "C1", "ts": "5.5"}
    return {"type": "event_callback", "team_id": TEAM, "event": event, "event_id": number}


async def test_a_command_is_acknowledged_and_answered(book: RecordBook, store: str) -> None:
    async with connected_town(book, store) as town:
        slack = town.slack
        envelope = await slack.send("slash_commands", command(slack, HEIM_2025))
        await slack.until(lambda: envelope in slack.acknowledged)
        await slack.until(lambda: slack.messages)

    assert words_of(town.last).startswith("Corey Heim won 12")


async def test_an_event_is_answered_in_its_thread_and_once(book: RecordBook, store: str) -> None:
    async with connected_town(book, store) as town:
        slack = town.slack
        for _ in range(2):
            envelope = await slack.send("events_api", mention(HEIM_2025, "Ev1"))
            await slack.until(lambda sent=envelope: sent in slack.acknowledged)
        await slack.until(lambda: slack.messages)
        await town.quiet()

    assert [each.thread for each in slack.messages] == ["5.5"]


async def test_a_connection_that_is_closed_is_made_anew(book: RecordBook, store: str) -> None:
    async with connected_town(book, store) as town:
        slack = town.slack
        await slack.socket.send_json({"type": "disconnect", "reason": "refresh_requested"})
        await slack.until(lambda: slack.connections == 2)
        envelope = await slack.send("slash_commands", command(slack, HEIM_2025))
        await slack.until(lambda: envelope in slack.acknowledged)


async def test_a_deaf_connection_is_given_up(
    book: RecordBook, store: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with connected_town(book, store) as town:
        slack = town.slack
        slack.answers_pings = False
        await slack.until(lambda: slack.connections >= 2)
        slack.answers_pings = True
        await slack.until(lambda: slack.connections >= 3 or not slack.socket.closed)
        envelope = await slack.send("slash_commands", command(slack, HEIM_2025))
        await slack.until(lambda: envelope in slack.acknowledged)


async def test_a_connection_that_brings_nothing_for_long_is_made_anew(
    book: RecordBook, store: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with connected_town(book, store, silence=0.3) as town:
        await town.slack.until(lambda: town.slack.connections >= 2)

    assert "has been silent for long; connecting anew" in caplog.text


async def test_a_wrong_token_is_told_at_once(book: RecordBook, store: str) -> None:
    async with loopback() as slack, open_shelf(store) as shelf:
        settings = settings_for(slack, app_token="xapp-wrong")  # noqa: S106 - it opens nothing
        spotter = Spotter(Bot(book), settings, shelf)
        async with spotter:
            with pytest.raises(StartRefused, match="SLACK_APP_TOKEN"):
                async with connected(spotter.app, settings):
                    pass
