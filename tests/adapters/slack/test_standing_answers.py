"""What Slack tells of the message in which an answer stands is enough to correct it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.channel import Post
from bot.reply import Reply, Text
from tests.adapters.slack.board import Board
from tests.adapters.slack.conftest import TODAY, town_of, words_of
from tests.adapters.slack.loopback import loopback
from tests.bot.days import on

if TYPE_CHECKING:
    from knowledge.record_book import RecordBook

HEIM_2025 = "how many wins did Heim have in 2025"


async def test_an_answer_to_a_mention_is_found_again_and_those_without_a_key_are_not_kept(
    book: RecordBook, store: str
) -> None:
    async with loopback(Board) as slack, town_of(book, store, slack=slack) as town:
        town.shelf.answers._clock = on(TODAY)
        ann = town.fan("ann")
        said = await ann.say(HEIM_2025)
        await ann.ask(HEIM_2025)  # by a URL, which tells no key
        await ann.whisper(HEIM_2025)

        (standing,) = await town.shelf.answers.recent(on(TODAY)() + 1, 9)
        assert (standing.at.message, standing.at.to.channel) == (said.number, said.channel)
        post = Post(Reply("Corey Heim won 11.", (Text("He won 12.", "struck"),)), "corrected")
        await town.spotter.channels.replace(standing.at, post)
        assert "Corey Heim won 11." in words_of(said)
        assert "He won 12." in words_of(said)
