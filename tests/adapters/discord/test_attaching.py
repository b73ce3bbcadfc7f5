"""Files of a reply on Discord: attached to it, and as private as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.discord.app import Spotter
from adapters.settings import DiscordSettings
from bot.bot import Bot
from tests.adapters.discord.conftest import town_of
from tests.adapters.files import RESULTS, TAKE_HOME

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.record_book import RecordBook


async def test_a_file_is_attached_to_what_the_asker_alone_sees(
    book: RecordBook, tmp_path: Path
) -> None:
    bot = Bot(book, commands=(TAKE_HOME,))

    async with town_of(
        lambda: Spotter(bot, tmp_path, DiscordSettings("token"), commands=(TAKE_HOME,))
    ) as town:
        reply = await town.fan("ann").ask("the results")

        (file,) = reply.response.attachments
        assert (file.filename, file.size) == (RESULTS.name, len(RESULTS.content.encode()))
        assert reply.response.ephemeral
