"""A Discord that we did not write, with a server full of fans, and Spotter among them."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import simcord

from adapters.discord.app import Spotter
from adapters.settings import DiscordSettings
from bot.bot import Bot
from bot.pace import Pace
from bot.recap.newsroom import Newsroom
from bot.store.opening import open_shelf
from knowledge.record_book import RecordBook
from tests.adapters.discord.discord_rules import faults_in
from tests.bot.days import on

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    import discord
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle
    from simcord.results import InteractionResult, ResponseMessage

    from bot.store.opening import Shelf

TODAY = date(2026, 2, 1)


@dataclass(frozen=True, slots=True)
class Fan:
    """Somebody in the server's channel."""

    member: MemberActor
    channel: ChannelHandle

    async def use(self, command: str, **options: Any) -> InteractionResult:
        return await self.member.slash(self.channel, command, **options)

    async def ask(self, question: str) -> InteractionResult:
        return await self.use("ask", question=question)

    async def press(
        self, reply: InteractionResult | ResponseMessage, label: str
    ) -> InteractionResult:
        message = getattr(reply, "response", reply)
        return await self.member.click(message, label=label)

    async def say(self, words: str, **more: Any) -> discord.Message | None:
        await self.member.send(self.channel, words, **more)
        return self.channel.last_message


@dataclass(slots=True)
class Town:
    """The server, and whatever is needed to start Spotter anew."""

    env: simcord.Env
    channel: ChannelHandle
    new_client: Callable[[], Spotter]
    shelf: Shelf | None = None

    def fan(self, name: str) -> Fan:
        return Fan(self.env.guild.add_member(self.env.create_user(name)), self.channel)

    @property
    def mention(self) -> str:
        return f"<@{self.env.bot.user.id}>"

    async def restart(self) -> None:
        """Its store is opened already, and reads again what a start reads."""
        if self.shelf is not None:
            await self.shelf.talks.begin()
        await self.env.restart_bot(self.new_client())

    def sent(self, method: str, path: str) -> list[Any]:
        return [
            each.json
            for each in self.env.http_requests
            if (each.method, each.path) == (method, path)
        ]


@pytest.fixture(scope="session")
def book(book_home: Path) -> RecordBook:
    return RecordBook.open(book_home)


@pytest.fixture
def home(book_home: Path, tmp_path: Path) -> Path:
    """A home with the whole book, and nothing else yet."""
    (tmp_path / "records.db").hardlink_to(book_home / "records.db")
    return tmp_path


@asynccontextmanager
async def town_of(new_client: Callable[[], Spotter]) -> AsyncIterator[Town]:
    """Run it, and hold every request that was made against Discord's rules."""
    env = simcord.Env(new_client(), shard_count=1)
    await env.start()
    try:
        yield Town(env, env.create_guild("Infield").create_text_channel("racing"), new_client)
    finally:
        await env.shutdown()
    env.raise_errors()
    made = [(each.method, each.path, each.json) for each in env.http_requests]
    assert [fault for each in made for fault in faults_in(*each)] == []


@pytest.fixture
async def town(book: RecordBook, tmp_path: Path) -> AsyncIterator[Town]:
    """Spotter with the real book and a fixed day, without pictures; it keeps what it must."""
    async with open_shelf(f"sqlite:///{tmp_path}/bot.db") as shelf:

        def new_client() -> Spotter:
            kept = {
                "cards": shelf.cards,
                "talks": shelf.talks,
                "kept": shelf.preferences,
                "answers": shelf.answers,
            }
            kept |= {"newsroom": Newsroom(shelf.drafts, shelf.links)}
            bot = Bot(book, on(TODAY), pace=Pace(clock=lambda: 0.0), **kept)
            return Spotter(bot, tmp_path, DiscordSettings("token"), communities=shelf.communities)

        async with town_of(new_client) as built:
            built.shelf = shelf
            yield built


def words_of(message: ResponseMessage | discord.Message | None) -> str:
    """All that a message's embeds say, title first."""
    assert message is not None
    return "\n".join(
        text
        for embed in message.embeds
        for text in (embed.title, embed.description, embed.footer.text)
        if text
    )


def labels_of(message: ResponseMessage) -> list[str]:
    parts = [part for row in message.components for part in row["components"]]
    return [part["label"] for part in parts if "label" in part]  # a menu has none
