"""Recaps in the store: versions, the audit trail, links and deletion, on both databases."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from bot.bot import Bot
from bot.channel import Destination
from bot.recap.draft import Draft, Signature, Target
from bot.recap.draft_key import draft_id
from bot.recap.drafts import NOBODY, Outdated, Template
from bot.recap.newsroom import Newsroom
from bot.recap.recap import Edits
from bot.request import Press, Request, User
from bot.store.backup import restore_backup, write_backup
from bot.store.opening import make_engine, open_shelf
from knowledge.record_book import RecordBook
from tests.bot.desk.newsdesk import ANN, BEN, GARAGE, Channels, Moderator, facts, words
from tests.bot.small_book import SmallBook

if TYPE_CHECKING:
    from pathlib import Path

    from bot.store.opening import Shelf

BY_ANN, BY_BEN = Signature("discord", "1", "Ann"), Signature("discord", "2", "Ben")
NEWS = Target(Destination("discord", "track", "news"), "the news", "delayed 24")


def a_draft(race: str = "2025 cup race 15", community: str = "track") -> Draft:
    edits = Edits(("chart",), ("next", "winner"), (("winner", "“Wörter”"),), "An intro.", "Ann")
    key = draft_id("discord", community, race)
    return Draft(
        key,
        "discord",
        community,
        race,
        edits=edits,
        favourites=("Corey Heim",),
        targets=(NEWS,),
        roles=("77",),
        when="official",
        drafted_by=BY_ANN,
    )


async def test_a_draft_is_there_after_a_restart_just_as_it_was(url: str) -> None:
    async with open_shelf(url) as shelf:
        await shelf.drafts.begin(a_draft(), BY_ANN)
        changed = await shelf.drafts.change(
            replace(a_draft(), state="posted", approved_by=BY_BEN, anyway=True, official=True),
            BY_BEN,
            "posted",
            "As it was told.",
        )

    async with open_shelf(url) as shelf:
        assert await shelf.drafts.find(changed.id) == changed
        assert changed.version == 2
        history = await shelf.drafts.history(changed.id)
        assert [(done.number, done.did, done.who) for done in history] == [
            (1, "drafted", BY_ANN),
            (2, "posted", BY_BEN),
        ]
        assert [done.draft for done in history] == [a_draft(), changed]
        (told,) = await shelf.drafts.told("discord", "track")
        assert (told.words, told.draft) == ("As it was told.", changed)


async def test_two_who_begin_at_once_begin_one_draft(url: str) -> None:
    async with open_shelf(url) as one, open_shelf(url) as another:
        begun = await asyncio.gather(
            one.drafts.begin(a_draft(), BY_ANN),
            another.drafts.begin(replace(a_draft(), drafted_by=BY_BEN), BY_BEN),
        )

        assert begun[0] == begun[1]
        assert len(await one.drafts.history(a_draft().id)) == 1


async def test_of_many_changes_of_one_version_at_once_exactly_one_is_kept(url: str) -> None:
    async with open_shelf(url) as one, open_shelf(url) as another:
        draft = await one.drafts.begin(a_draft(), BY_ANN)
        done = await asyncio.gather(
            *(
                shelf.drafts.change(replace(draft, when=str(number)), BY_ANN, "edited")
                for number, shelf in enumerate([one, another] * 4)
            ),
            return_exceptions=True,
        )

        kept = [each for each in done if isinstance(each, Draft)]
        assert len(kept) == 1
        assert sum(isinstance(each, Outdated) for each in done) == 7
        assert await another.drafts.find(draft.id) == kept[0]
        assert len(await one.drafts.history(draft.id)) == 2


async def test_notes_of_many_at_once_have_numbers_of_their_own(url: str) -> None:
    async with open_shelf(url) as one, open_shelf(url) as another:
        draft = await one.drafts.begin(a_draft(), BY_ANN)
        numbers = await asyncio.gather(
            *(shelf.drafts.note(draft, BY_BEN, "set aside") for shelf in [one, another] * 4)
        )

        assert sorted(numbers) == list(range(2, 10))


async def test_each_community_has_its_own_recaps_and_template(url: str) -> None:
    async with open_shelf(url) as shelf:
        drafts = shelf.drafts
        await drafts.begin(a_draft("2025 cup race 14"), BY_ANN)
        await drafts.begin(a_draft("2025 cup race 15"), BY_ANN)
        await drafts.begin(a_draft(community="elsewhere"), BY_BEN)
        template = Template(
            ("chart",), ("next",), "Hello.", signed=False, targets=(NEWS,), approval=True
        )
        await drafts.keep_template("discord", "track", Template())
        await drafts.keep_template("discord", "track", template)

        races = [draft.race for draft in await drafts.recent("discord", "track", 5)]
        assert sorted(races) == ["2025 cup race 14", "2025 cup race 15"]
        assert await drafts.recent("slack", "track", 5) == ()
        assert len(await drafts.recent("discord", "track", 1)) == 1
        assert await drafts.template("discord", "track") == template
        assert await drafts.template("discord", "elsewhere") == Template()


async def test_a_community_that_leaves_takes_its_recaps_and_links_along(url: str) -> None:
    async with open_shelf(url) as shelf:
        ours, theirs = a_draft(), a_draft(community="elsewhere")
        for draft in (ours, theirs):
            await shelf.drafts.begin(draft, BY_ANN)
            await shelf.drafts.keep_template("discord", draft.community, Template(intro="Hi."))
        code = await shelf.links.offer(NEWS.to, "the news")
        await shelf.links.take_up(code, "slack", "T1")

        await shelf.communities.forget("discord", "track")

        assert await shelf.drafts.find(ours.id) is None
        assert await shelf.drafts.history(ours.id) == ()
        assert await shelf.drafts.template("discord", "track") == Template()
        assert await shelf.links.linked("slack", "T1") == ()
        assert await shelf.drafts.find(theirs.id) == theirs
        assert len(await shelf.drafts.history(theirs.id)) == 1


async def test_a_code_is_taken_up_once_by_whoever_comes_first(url: str) -> None:
    async with open_shelf(url) as one, open_shelf(url) as another:
        code = await one.links.offer(NEWS.to, "the news")
        taken = await asyncio.gather(
            one.links.take_up(code, "slack", "T1"), another.links.take_up(code, "slack", "T2")
        )

        assert sorted(taken, key=str) == sorted([Target(NEWS.to, "the news"), None], key=str)
        linked = [await one.links.linked("slack", team) for team in ("T1", "T2")]
        assert sorted(map(len, linked)) == [0, 1]
        assert await one.links.lent("discord", "track") == (Target(NEWS.to, "the news"),)
        await one.links.end(NEWS.to)
        assert await another.links.lent("discord", "track") == ()
        assert [await one.links.linked("slack", team) for team in ("T1", "T2")] == [(), ()]


async def test_a_code_is_no_use_after_a_quarter_of_an_hour(url: str) -> None:
    async with open_shelf(url) as shelf:
        now = 1000.0
        shelf.links._clock = lambda: now
        code, later = await shelf.links.offer(NEWS.to, ""), await shelf.links.offer(NEWS.to, "")
        now += 14 * 60
        assert await shelf.links.take_up(code, "slack", "T1")
        now += 60
        assert await shelf.links.take_up(later, "slack", "T1") is None
        await shelf.links.offer(NEWS.to, "")
        assert len(await shelf.links.linked("slack", "T1")) == 1


async def test_privacy_takes_ones_name_out_and_leaves_the_recap(url: str) -> None:
    async with open_shelf(url) as shelf:
        draft = await shelf.drafts.begin(a_draft(), BY_ANN)
        await shelf.drafts.change(draft, BY_BEN, "posted", "As it was told.")
        bot = Bot(SmallBook(), cards=shelf.cards, newsroom=Newsroom(shelf.drafts))

        shown = await bot.handle(Request("privacy", ANN, GARAGE))
        assert shown.title == "Of you I keep your name with 1 recap."
        gone = await bot.press(Press(shown.buttons[-1].key, ANN, GARAGE))

        assert gone.title == "Deleted: your name with 1 recap."
        kept = await shelf.drafts.find(draft.id)
        assert kept
        assert (kept.drafted_by, kept.edits.signed_by) == (Signature("discord", "", NOBODY), "")
        first, second = await shelf.drafts.history(draft.id)
        assert (first.who.name, second.who, second.words) == (NOBODY, BY_BEN, "As it was told.")
        assert await shelf.drafts.signed(ANN) == 0
        assert await shelf.drafts.signed(User("slack", "2", "Ben")) == 0
        assert await shelf.drafts.signed(BEN) == 1

    engine = make_engine(url)
    async with engine.connect() as connection:
        for table in ("recap", "recap_step"):
            everything = (await connection.execute(text(f"select * from {table}"))).all()
            assert "Ann" not in str(everything)
    await engine.dispose()


@pytest.fixture(scope="module")
def book(book_home: Path) -> RecordBook:
    return RecordBook.open(book_home)


def a_bot(book: RecordBook, shelf: Shelf, channels: Channels) -> Bot:
    channels.drafts = shelf.drafts
    newsroom = Newsroom(shelf.drafts, shelf.links, postings=channels)
    return Bot(book, cards=shelf.cards, kept=shelf.preferences, newsroom=newsroom)


async def test_a_panel_that_was_open_goes_on_after_a_restart(url: str, book: RecordBook) -> None:
    async with open_shelf(url) as shelf:
        channels = Channels(book, shelf.drafts)
        ann = Moderator(a_bot(book, shelf, channels), ANN)
        await ann.recap("2025 cup race 15")
        await ann.press("Winner", "Edit the words")

    async with open_shelf(url) as shelf:
        ann.bot = a_bot(book, shelf, channels)
        await ann.fill(text="Said before, sent after.")
        await ann.press("Use this channel")

    async with open_shelf(url) as shelf:
        ann.bot = a_bot(book, shelf, channels)
        await ann.press("Post now")

        assert "Said before, sent after." in words(next(iter(channels.shown.values())))
        assert facts(ann.reply)["State"].startswith("posted, version 4")


async def test_a_restored_backup_has_the_drafts(url: str, tmp_path: Path) -> None:
    async with open_shelf(url) as shelf:
        draft = await shelf.drafts.begin(a_draft(), BY_ANN)
        await shelf.drafts.keep_template("discord", "track", Template(intro="Hi."))
    await write_backup(url, tmp_path / "kept")
    there = f"sqlite:///{tmp_path / 'there' / 'bot.db'}"
    await restore_backup(there, tmp_path / "kept")

    async with open_shelf(there) as shelf:
        assert await shelf.drafts.find(draft.id) == draft
        assert (await shelf.drafts.template("discord", "track")).intro == "Hi."
