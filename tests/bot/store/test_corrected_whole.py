"""A result that changes: told to the moderators once, accepted by one, corrected in every copy."""

from __future__ import annotations

import asyncio
import shutil
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from bot.channel import NotPosted
from bot.equipped import equipped
from bot.preferences import Owner
from bot.request import Press
from bot.store.opening import open_shelf
from knowledge.book.opening import FILE
from knowledge.record_book import RecordBook
from tests.bot.desk.newsdesk import ANN, BEN, FAN, GARAGE, Moderator, labels, words
from tests.bot.recap.pocono import before_inspection
from tests.bot.store.board import Board
from tests.bot.store.posting_room import PADDOCK, RACE, SHOP, at_work, quiet

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from bot.store.opening import Shelf

EVERYBODY = Owner("discord", "community", "track")
NAME = "2022 M&M's Fan Appreciation 400"


@pytest.fixture(scope="module")
def book(book_home: Path) -> RecordBook:
    return RecordBook.open(book_home)


@pytest.fixture(scope="module")
def that_evening(book_home: Path, tmp_path_factory: pytest.TempPathFactory) -> RecordBook:
    return before_inspection(book_home, tmp_path_factory.mktemp("evening"))


class Town:
    """Discord and Slack, whose messages outlive every process."""

    def __init__(self, folder: Path) -> None:
        self.discord, self.slack = Board(folder / "discord"), Board(folder / "slack")
        for board in (self.discord, self.slack):
            board.folder.mkdir()

    @asynccontextmanager
    async def process(self, shelf: Shelf, book: RecordBook) -> AsyncIterator[None]:
        async with at_work(shelf, self.discord, book), at_work(shelf, self.slack, book, "slack"):
            yield

    def moderator(self, shelf: Shelf, book: RecordBook, user=ANN) -> Moderator:
        return Moderator(equipped(book, shelf, {"discord": self.discord}), user)


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return Town(tmp_path)


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not is_so():
            await asyncio.sleep(0.01)


async def reviewed(shelf: Shelf, book: RecordBook) -> None:
    """Somebody has looked through all recaps with this book."""
    kind = f"review {book.status().fingerprint}"
    async with asyncio.timeout(20):
        while await shelf.jobs.state(kind, "all") != ("done", ""):
            await asyncio.sleep(0.01)


async def post_that_evening(town: Town, shelf: Shelf, that_evening: RecordBook) -> None:
    """Drafted by Ann, and posted on both platforms."""
    await shelf.preferences.choose(EVERYBODY, {"desk": "desk"})
    async with town.process(shelf, that_evening):
        ann = town.moderator(shelf, that_evening)
        await ann.recap(RACE)
        await ann.go_to("racing", "#racing")
        code = await shelf.links.offer(SHOP.to, "#shop")
        await ann.press("Where and when", "Add a channel")
        await ann.fill(code=code)
        await ann.press("Post now")
        (draft,) = await shelf.drafts.recent("discord", "track", 1)
        await quiet(shelf, draft.id)
        await reviewed(shelf, that_evening)
    assert town.discord.messages("desk") == []


async def test_a_result_that_changes_is_told_once_and_corrected_in_every_channel(
    url: str, town: Town, book: RecordBook, that_evening: RecordBook
) -> None:
    async with AsyncExitStack() as stack:
        here, there = [await stack.enter_async_context(open_shelf(url)) for _ in range(2)]
        await post_that_evening(town, here, that_evening)
        for shelf in (here, there):
            await stack.enter_async_context(town.process(shelf, book))
        await until(lambda: bool(town.discord.messages("desk")))
        await reviewed(here, book)

        (told,) = town.discord.messages("desk")
        assert told["title"] == f"A correction is proposed for the recap of the {NAME}."
        assert "Hamlin" not in str(told)
        assert "Elliott" not in str(told)
        assert told["roles"] == []

        ann, ben = town.moderator(here, book), town.moderator(there, book, BEN)
        key = told["buttons"]["See the corrections"]
        refused = await ben.bot.press(Press(key, FAN, GARAGE))
        assert refused.title == "Recaps are for moderators to make."
        for each in (ann, ben):
            each._seen(await each.bot.press(Press(key, each.user, GARAGE)))
            assert not each.reply.in_place  # else everybody would read it in the post's place
        assert "Denny Hamlin wins the 2022 M&M's" in words(ann.reply)
        assert "Headline: Chase Elliott wins the 2022 M&M's" in words(ann.reply)
        assert "Why: " in words(ann.reply)

        await ann.press("Accept the corrections")
        await until(lambda: all(_is_corrected(*each) for each in _copies(town)))
        assert "The rows have changed" not in words(await ann.recap(RACE))
        assert "Ann corrected it as the rows are now" in words(
            await ben.press("Accept the corrections")
        )
        await ann.press("More", "Who did what")
        assert "Spotter found that the rows have changed" in str(ann.reply)
        assert len(town.discord.messages("desk")) == 1


def _copies(town: Town) -> tuple[tuple[Board, str], ...]:
    return (town.discord, "racing"), (town.slack, "shop")


def _is_corrected(board: Board, channel: str) -> bool:
    (message,) = board.messages(channel)
    is_struck = any(line.startswith("Denny Hamlin wins") for line in message["struck"])
    return is_struck and message["title"].startswith("Chase Elliott wins")


async def test_a_process_that_goes_over_to_a_newer_book_looks_through_its_recaps(
    url: str, town: Town, book_home: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    held = before_inspection(book_home, home)
    async with open_shelf(url) as shelf:
        await post_that_evening(town, shelf, held)
        ann = town.moderator(shelf, held)
        assert "The rows have changed" not in words(await ann.recap(RACE))
        async with town.process(shelf, held):
            shutil.copy(book_home / FILE, home / "corrected")
            (home / "corrected").replace(home / FILE)
            assert await asyncio.to_thread(held.renew)
            await until(lambda: bool(town.discord.messages("desk")))
            await reviewed(shelf, held)
        (told,) = town.discord.messages("desk")
        assert told["title"] == f"A correction is proposed for the recap of the {NAME}."
        assert "The rows have changed" in words(await ann.recap(RACE))


async def test_what_is_left_as_it_is_is_not_told_again(
    url: str, town: Town, book: RecordBook, that_evening: RecordBook
) -> None:
    async with open_shelf(url) as shelf:
        await post_that_evening(town, shelf, that_evening)
        async with town.process(shelf, book):
            await reviewed(shelf, book)
        ann = town.moderator(shelf, book)
        assert f"{NAME}: The rows have changed:" in words(await ann.recap())
        await ann.press(f"See the corrections: {NAME}", "Leave it as it is")
        assert "See the corrections" not in labels(ann.reply)

        for each in (that_evening, book):  # the records go back, and on again
            async with town.process(shelf, each):
                await reviewed(shelf, each)
        assert "The rows have changed" not in words(await ann.recap())
        assert len(town.discord.messages("desk")) == 1


async def test_who_is_asked_for_approval_is_told_in_the_moderators_channel(
    url: str, town: Town, book: RecordBook
) -> None:
    async with open_shelf(url) as shelf, at_work(shelf, town.discord, book):
        await shelf.preferences.choose(EVERYBODY, {"desk": "desk"})
        ann = town.moderator(shelf, book)
        await ann.recap(RACE)
        await ann.press("More", "Ask for a second approver here", "Ask for approval")
        await until(lambda: bool(town.discord.messages("desk")))

        (told,) = town.discord.messages("desk")
        assert told["title"] == f"The recap of the {NAME} waits for approval."
        assert "Elliott" not in str(told)
        ben = town.moderator(shelf, book, BEN)
        ben._seen(await ben.bot.press(Press(told["buttons"]["Look at it"], BEN, GARAGE)))
        assert not ben.reply.in_place
        await ben.press("Approve")


async def test_a_post_that_failed_for_good_is_told_with_why_and_no_result(
    url: str, town: Town, book: RecordBook, that_evening: RecordBook
) -> None:
    async with open_shelf(url) as shelf:
        await shelf.preferences.choose(EVERYBODY, {"desk": "desk"})
        ann = town.moderator(shelf, that_evening)
        await ann.recap(RACE)
        await ann.write("Winner", "Denny Hamlin won it.")
        await ann.go_to("paddock", PADDOCK.name)
        await ann.press("Post now")
        async with at_work(shelf, town.discord, book):  # the rows changed before it was posted
            await until(lambda: bool(town.discord.messages("desk")))
            (told,) = town.discord.messages("desk")
            assert told["title"] == f"The recap of the {NAME} could not be posted in #paddock."
            assert told["words"][0] == "The rows have changed since it was signed."
            assert "Hamlin" not in str(told)


async def test_where_no_channel_is_chosen_nothing_is_told_and_a_refusal_that_passes_is_no_end(
    url: str, town: Town, book: RecordBook
) -> None:
    async with open_shelf(url) as shelf, at_work(shelf, town.discord, book):
        ann = town.moderator(shelf, book)
        await ann.recap(RACE)
        await ann.press("More", "Ask for a second approver here", "Ask for approval")
        (draft,) = await shelf.drafts.recent("discord", "track", 1)
        async with asyncio.timeout(20):
            key = f"approval {draft.id} {draft.version}"
            while await shelf.jobs.state("notice discord", key) != ("done", ""):
                await asyncio.sleep(0.01)
        assert town.discord.messages("desk") == []

        await shelf.preferences.choose(EVERYBODY, {"desk": "desk"})
        town.discord.refusals.append(NotPosted("Wait.", again_in=0.01))
        await ann.write("Next", "It was a long day.")
        await ann.press("Ask for approval")
        await until(lambda: bool(town.discord.messages("desk")))
        assert len(town.discord.messages("desk")) == 1
