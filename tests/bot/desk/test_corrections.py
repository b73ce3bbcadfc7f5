"""Corrections at the desk: what the rows contradict by now, beside what a moderator is doing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.bot import Bot
from bot.channel import Destination
from tests.bot.desk.newsdesk import ANN, BEN, Moderator, labels, words
from tests.bot.recap.pocono import before_inspection

if TYPE_CHECKING:
    from pathlib import Path

    from bot.recap.newsroom import Newsroom
    from knowledge.record_book import RecordBook
    from tests.bot.desk.newsdesk import Channels

POCONO = "2022 cup race 21"
NEWS = Destination("discord", "track", "news")


@pytest.fixture(scope="module")
def that_evening(book_home: Path, tmp_path_factory: pytest.TempPathFactory) -> RecordBook:
    return before_inspection(book_home, tmp_path_factory.mktemp("evening"))


@pytest.fixture
async def ann(channels: Channels, newsroom: Newsroom, that_evening: RecordBook) -> Moderator:
    """That evening, with the recap before her, which goes to the news."""
    channels.book = that_evening
    ann = Moderator(Bot(that_evening, newsroom=newsroom), ANN)
    await ann.recap(POCONO)
    await ann.go_to("news")
    return ann


@pytest.fixture
def later(channels: Channels, bot: Bot, book: RecordBook):
    """After the inspection: whoever looks has the records as they are now."""

    async def look(user=ANN) -> Moderator:
        channels.book = book
        moderator = Moderator(bot, user)
        await moderator.recap(POCONO)
        return moderator

    return look


async def test_a_correction_goes_out_with_unposted_changes_only_when_those_are_posted(
    ann: Moderator, later, channels: Channels
) -> None:
    await ann.write("Winner", "Denny Hamlin won it.")
    await ann.press("Post now")
    await ann.write("Next", "What a day.")
    ann = await later()
    assert "The rows have changed: " in words(ann.reply)

    shown = await ann.press("See the corrections")
    assert "The draft has changes that were not posted yet." in words(shown)
    await ann.press("Accept the corrections")
    assert "Denny Hamlin won it." not in words(ann.reply)
    assert "Denny Hamlin won it." in words(channels.shown[NEWS])
    await ann.press("Post the changes")

    assert channels.shown[NEWS].title.startswith("Chase Elliott wins")
    assert "What a day." in words(channels.shown[NEWS])
    assert "See the corrections" not in labels(ann.reply)


async def test_an_intro_that_the_rows_contradict_too_is_for_a_moderator_to_edit(
    ann: Moderator, later, channels: Channels
) -> None:
    await ann.sign("Ann", intro="Denny Hamlin won the race.")
    await ann.press("Post now")
    ann = await later()

    shown = await ann.press("See the corrections")
    assert "Yours to edit" in words(shown)
    assert labels(shown) == ["Edit it myself", "Leave it as it is"]
    await ann.press("Edit it myself")
    await ann.sign("Ann", intro="A long evening.")
    await ann.press("Post the changes")

    assert channels.shown[NEWS].title.startswith("Chase Elliott wins")


async def test_two_who_look_at_the_corrections_do_not_both_decide(ann: Moderator, later) -> None:
    await ann.press("Post now")
    ann, ben = await later(), await later(BEN)
    await ann.press("See the corrections", "Accept the corrections")

    told = words(await ben.press("See the corrections"))
    assert "Ann corrected it as the rows are now (version 4)." in told
    assert "Accept the corrections" not in labels(ben.reply)
