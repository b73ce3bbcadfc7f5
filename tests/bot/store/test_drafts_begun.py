"""A race turns official: a recap's draft waits for the moderators who want one, and is no post."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot.equipped import equipped
from bot.posting.drafting import Drafting
from bot.preferences import DESK, DRAFTS, Owner
from bot.recap.draft import Target
from bot.recap.drafts import Template
from bot.request import Press
from bot.store.opening import open_shelf
from knowledge.record_book import RecordBook
from tests.bot.desk.newsdesk import ANN, BEN, GARAGE, Moderator, labels, words
from tests.bot.store.board import Board
from tests.bot.store.posting_room import RACING, at_work

if TYPE_CHECKING:
    from pathlib import Path

    from bot.store.opening import Shelf

TRACK, OTHER = (Owner("discord", "community", key) for key in ("track", "other"))
SHOP = Owner("slack", "community", "T1")
PHOENIX = "2025 cup race 36"


@pytest.fixture(scope="module")
def book(book_home: Path) -> RecordBook:
    return RecordBook.open(book_home)


@pytest.fixture
def board(tmp_path: Path) -> Board:
    (tmp_path / "board").mkdir()
    return Board(tmp_path / "board")


def drafting(shelf: Shelf, book: RecordBook, day: int) -> Drafting:
    at = datetime(2025, 11, day, 15, tzinfo=UTC).timestamp()
    return Drafting(shelf, book, lambda: at)


async def races(shelf: Shelf, owner: Owner) -> list[str]:
    drafts = await shelf.drafts.recent(owner.platform, owner.community, 9)
    return sorted(each.race for each in drafts)


async def test_each_community_gets_the_drafts_it_wants_once_and_its_moderators_are_told(
    url: str, board: Board, book: RecordBook
) -> None:
    async with open_shelf(url) as here, open_shelf(url) as there:
        await here.preferences.choose(TRACK, {DRAFTS: "Cup", DESK: "desk", "drivers": ["Ty Gibbs"]})
        await here.preferences.choose(SHOP, {DRAFTS: "all three series"})
        await here.preferences.choose(OTHER, {DESK: "desk"})
        template = Template(off=("top ten",), targets=(Target(RACING.to, "#racing"),))
        await here.drafts.keep_template("discord", "track", template)
        looks = [drafting(shelf, book, 4).begin_all() for shelf in (here, there, here)]
        await asyncio.gather(*looks)
        await drafting(there, book, 5).begin_all()

        assert await races(here, TRACK) == [PHOENIX]
        assert await races(here, SHOP) == [
            PHOENIX,
            "2025 truck race 25",
            "2025 xfinity race 33",
        ]
        assert await races(here, OTHER) == []
        async with at_work(here, board, book):
            async with asyncio.timeout(20):
                while not board.messages("desk"):
                    await asyncio.sleep(0.01)

        (told,) = board.messages("desk")
        assert told["title"].startswith("The recap of the 2025 NASCAR Cup Series Championship")
        assert told["title"].endswith("is drafted.")
        assert "Larson" not in str(told)
        assert board.messages("racing") == []
        ann = Moderator(equipped(book, here, {"discord": board}), ANN)
        ann._seen(await ann.bot.press(Press(told["buttons"]["Look at it"], ANN, GARAGE)))
        assert "Post now" in labels(ann.reply)
        (draft,) = await here.drafts.recent("discord", "track", 1)
        assert draft.favourites == ("Ty Gibbs",)
        assert (draft.targets, draft.edits.off) == (template.targets, ("top ten",))
        assert "Figures by Spotter" in words(ann.reply)
        await ann.press("More", "Who did what")
        assert "Spotter began the draft" in str(ann.reply)


async def test_what_a_moderator_has_begun_is_not_told_and_an_old_race_gets_no_draft(
    url: str, board: Board, book: RecordBook
) -> None:
    async with open_shelf(url) as shelf:
        ben = Moderator(equipped(book, shelf, {"discord": board}), BEN)
        await ben.recap(PHOENIX)
        await shelf.preferences.choose(TRACK, {DRAFTS: "Cup", DESK: "desk"})
        await drafting(shelf, book, 4).begin_all()
        assert await shelf.jobs.wait(("notice discord",)) is None

        await shelf.preferences.choose(TRACK, {DRAFTS: "Truck"})
        await drafting(shelf, book, 10).begin_all()  # ten days after the last of them
        assert await races(shelf, TRACK) == [PHOENIX]
