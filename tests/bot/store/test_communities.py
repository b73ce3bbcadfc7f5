"""A community that takes Spotter out leaves nothing behind, and takes nothing of others along."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from bot.card import Card
from bot.channel import Destination, Posted
from bot.conversations import Talk
from bot.preferences import Owner
from bot.quiz.daily import Daily, Day, Said
from bot.quiz.nights import Board
from bot.quiz.packs.kept import KeptPack
from bot.quiz.packs.pack import Pack, Written
from bot.recap.draft import Target
from bot.recap.drafts import Template
from bot.standing_answers import Standing
from bot.store.installations import Installed
from bot.store.opening import make_engine, open_shelf
from bot.store.tables import metadata
from knowledge.record_book import RecordBook
from tests.bot.store.posting_room import ANN, DRAFT, postings
from tests.bot.store.quiz_room import answer, night, on, player

if TYPE_CHECKING:
    from pathlib import Path

    from bot.store.opening import Shelf

LEAVING, STAYING = "leaving", "staying"
DAY = date(2026, 2, 1)
LENDER = Destination("slack", "T1", "lent")
NOT_OF_COMMUNITIES = {"event", "state"}


@pytest.fixture(scope="module")
def book(book_home: Path) -> RecordBook:
    return RecordBook.open(book_home)


def draft_of(community: str):
    here = Target(Destination("discord", community, "racing"), "#racing")
    lent = Target(replace(LENDER, channel=f"lent to {community}"), "#lent")
    return replace(DRAFT, id=f"by {community}", community=community, targets=(here, lent))


async def settle_in(shelf: Shelf, book: RecordBook, community: str) -> None:
    """Everything that can be kept of a community is kept of this one."""
    draft = draft_of(community)
    here, lent = (target.to for target in draft.targets)
    card = Card("discord", "1", community, ("heim",), DAY)
    await shelf.cards.keep(card)
    there = Posted(here, f"m {community}")
    await shelf.answers.keep(Standing(card, there, "Heim won 12.", "", "", time.time()))
    await shelf.talks.keep(Talk("discord", f"in {community}", community, ("heim",), DAY))
    await shelf.installations.save(Installed("discord", "", community, "a token"))
    for owner in (
        Owner("discord", "community", community),
        Owner("discord", "channel", community, "racing"),
        Owner("discord", "person", community, "1"),
    ):
        await shelf.preferences.choose(owner, {"series": "Truck"})
    await shelf.drafts.begin(draft, ANN)
    await shelf.drafts.keep_template("discord", community, Template(intro="Hello."))
    await postings(shelf, book).keep(replace(draft, state="posted"), ANN, "posted", ("send",))
    await play(shelf, here)
    pack = Pack("Ours", (Written("Who?", ("He",)),))
    await shelf.packs.keep(
        KeptPack(f"pack {community}", "discord", community, pack, "discord 1", "Ann")
    )
    await shelf.dailies.keep(Daily(here, 9))
    await shelf.nights.begin(night(f"day {community}"), ())
    day = Day(DAY, f"day {community}", "heim")
    await shelf.dailies.begin(here, day)
    await shelf.dailies.close(here, day, (Said("discord 1", "Ann", True),))
    await shelf.links.take_up(await shelf.links.offer(here, "#racing"), "slack", "T1")
    await shelf.links.take_up(await shelf.links.offer(lent, "#lent"), "discord", community)


async def play(shelf: Shelf, here: Destination) -> None:
    """A night of a community's own: opened, and somebody has answered."""
    key = f"night {here.community}"
    board = Board(key, here, f"m{here.community}", is_host=True)
    await shelf.nights.begin(night(key), (board,))
    await shelf.nights.enter(key, player("1", community=here.community))
    await shelf.nights.invite(key, 9e9)
    await on(shelf.nights, 1000.0, key)
    await on(shelf.nights, 1001.0, key)
    await shelf.nights.give(key, answer("1", "B", 1002.0))


async def rows(url: str) -> dict[str, list[str]]:
    engine = make_engine(url)
    async with engine.connect() as connection:
        found = {
            table.name: [str(row) for row in await connection.execute(select(table))]
            for table in metadata.sorted_tables
        }
    await engine.dispose()
    return found


async def test_whatever_is_kept_of_a_community_goes_with_it_and_nothing_else_does(
    url: str, book: RecordBook
) -> None:
    async with open_shelf(url) as shelf:
        await settle_in(shelf, book, STAYING)
    alone = await rows(url)
    assert {name for name, kept in alone.items() if not kept} == NOT_OF_COMMUNITIES
    async with open_shelf(url) as shelf:
        await settle_in(shelf, book, LEAVING)
        await shelf.communities.forget("slack", LEAVING)
        assert await shelf.drafts.find(draft_of(LEAVING).id)

        await shelf.communities.forget("discord", LEAVING)

        assert not await shelf.preferences.chosen(Owner("discord", "community", LEAVING))

    left = await rows(url)
    assert LEAVING not in str(left)
    without_jobs = {name: Counter(kept) for name, kept in left.items() if name != "job"}
    assert without_jobs == {n: Counter(kept) for n, kept in alone.items() if n != "job"}


async def test_a_recap_on_its_way_into_a_channel_of_theirs_is_posted_there_no_more(
    url: str, book: RecordBook
) -> None:
    async with open_shelf(url) as shelf:
        into = Target(Destination("discord", LEAVING, "racing"), "#racing")
        await postings(shelf, book).send(replace(DRAFT, targets=(into,)), ANN)

        await shelf.communities.forget("discord", LEAVING)

        assert await shelf.recap_posts.of(DRAFT.id) == ()
        assert await shelf.jobs.claim(["recap discord"]) is None


async def test_what_is_of_no_community_goes_with_none(url: str) -> None:
    async with open_shelf(url) as shelf:
        key = await shelf.cards.keep(Card("discord", "1", "", ("heim",), DAY))

        await shelf.communities.forget("discord", "")

        assert await shelf.cards.find(key)
