"""A recap as the running program posts it: on Discord and Slack at once, and taken back."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.channel import Destination
from bot.posting.postings import StoredPostings
from bot.recap.draft import Draft, Signature, Target
from bot.store.opening import open_shelf
from knowledge.record_book import RecordBook
from tests.adapters.discord.board import Board as DiscordBoard
from tests.adapters.discord.loopback import CHANNEL, GUILD
from tests.adapters.discord.loopback import loopback as discord_loopback
from tests.adapters.slack.board import CHANNEL as SLACK_CHANNEL
from tests.adapters.slack.board import Board as SlackBoard
from tests.adapters.slack.loopback import APP_TOKEN, PATIENCE, loopback
from tests.adapters.slack.test_real_program import environment, program, stopped

if TYPE_CHECKING:
    from pathlib import Path

ANN = Signature("discord", "1", "Ann")
ON_DISCORD = Target(Destination("discord", GUILD, CHANNEL), "#racing", "thread")
ON_SLACK = Target(Destination("slack", "T1", SLACK_CHANNEL), "#racing", "tagged")
DRAFT = Draft("r1", "discord", GUILD, "2022 cup race 21", targets=(ON_DISCORD, ON_SLACK))


@pytest.fixture
def home(book_home: Path, tmp_path: Path) -> Path:
    (tmp_path / "records.db").hardlink_to(book_home / "records.db")
    return tmp_path


async def test_a_recap_gets_to_both_platforms_covered_and_goes_again(home: Path) -> None:
    book = RecordBook.open(home)
    async with open_shelf(f"sqlite:///{home / 'bot.db'}") as shelf:
        desk = StoredPostings(shelf.drafts, shelf.recap_posts, shelf.preferences, book)
        await desk.send(DRAFT, ANN)
        async with loopback(SlackBoard) as slack, discord_loopback(played_by=DiscordBoard) as there:
            told = environment(slack, home, SLACK_APP_TOKEN=APP_TOKEN, **there.environment)
            async with program("run", told) as process:
                await until(desk, "posted")
                assert (await stopped(process))[0] == 0

            (above,), (covered,) = there.said(), slack.said()
            (below,) = there.said(above["id"])
            assert "Pocono is final" in str(above["embeds"])
            assert "Elliott" not in str(above)
            assert "Chase Elliott wins" in str(below["embeds"])
            assert "Pocono is final" in covered.text
            assert "Elliott" not in f"{covered.text}{covered.blocks}"
            assert "Show the result" in str(covered.blocks)

            await desk.undo(DRAFT, ANN)
            async with program("run", told) as process:
                await until(desk, "removed")
                assert (await stopped(process))[0] == 0
            assert there.said() == slack.said() == []


async def until(desk: StoredPostings, state: str) -> None:
    """Another process does it, and says so in the store."""
    async with asyncio.timeout(PATIENCE):
        while {each.state for each in await desk.states(DRAFT)} != {state}:
            await asyncio.sleep(0.05)
