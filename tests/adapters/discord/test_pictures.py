"""Pictures on Discord: in the answer where they are drawn soon, put into it where they are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from adapters.discord.app import Spotter
from adapters.discord.pictures import Pictures
from adapters.drawing.studio import Studio
from adapters.settings import DiscordSettings
from bot.bot import Bot
from tests.adapters.discord.conftest import town_of, words_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from knowledge.record_book import RecordBook
    from tests.adapters.discord.conftest import Town

BUSCH = "kyle busch cup wins by season"
SOON, NEVER = 30.0, 0.0
"""Seconds that an answer waits for its picture."""


@pytest.fixture(params=[SOON])
async def drawing(
    request: pytest.FixtureRequest, book: RecordBook, tmp_path: Path
) -> AsyncIterator[Town]:
    def new_client() -> Spotter:
        client = Spotter(Bot(book), tmp_path, DiscordSettings("token"))
        client._pictures = Pictures(Studio(), request.param)
        return client

    async with town_of(new_client) as built:
        yield built


async def test_an_answer_has_its_picture_with_words_for_who_cannot_see_it(drawing: Town) -> None:
    reply = await drawing.fan("ann").ask(BUSCH)

    (file,) = reply.response.attachments
    (sent,) = [each.json for each in drawing.env.http_requests if "callback" in each.path]
    assert file.filename == "chart.png"
    assert reply.response.embeds[0].image.url
    assert sent["data"]["attachments"][0]["description"].startswith("Wins by season, Kyle Busch")


async def test_a_mention_is_answered_with_a_picture_too(drawing: Town) -> None:
    answer = await drawing.fan("ann").say(f"{drawing.mention} {BUSCH}")

    assert [file.filename for file in answer.attachments] == ["chart.png"]


async def test_turning_to_a_reply_without_a_chart_takes_the_picture_away(drawing: Town) -> None:
    ann = drawing.fan("ann")
    reply = await ann.ask("full results of the 2025 daytona 500")
    assert reply.response.attachments

    await ann.press(reply, "Next")

    assert bool(reply.response.attachments) == bool(reply.response.embeds[-1].image.url)


@pytest.mark.parametrize("drawing", [NEVER], indirect=True)
async def test_words_come_first_where_the_picture_takes_long(drawing: Town) -> None:
    ann = drawing.fan("ann")
    reply = await ann.ask(BUSCH)
    said = await ann.say(f"{drawing.mention} kurt busch cup wins by season")

    first = next(each.json for each in drawing.env.http_requests if "callback" in each.path)
    assert "highest 8, 2008" in first["data"]["embeds"][0]["description"]
    assert not first["data"].get("attachments")
    assert [file.filename for file in reply.response.attachments] == ["chart.png"]
    assert "highest 8" not in words_of(reply.response)
    assert [file.filename for file in said.attachments] == ["chart.png"]
