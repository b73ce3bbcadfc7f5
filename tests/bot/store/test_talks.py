"""Talks that go on: after a restart, and where several processes share the store."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from bot.bot import Bot
from bot.conversations import FORGOTTEN_AFTER, Talk
from bot.request import Place, Press, Request, User
from bot.store.opening import make_engine, open_shelf
from knowledge.record_book import RecordBook
from tests.bot.days import on

if TYPE_CHECKING:
    from pathlib import Path

    from bot.reply import Reply
    from bot.store.opening import Shelf

ANN, BOB = User("slack", "T1.UANN", "ann"), User("slack", "T1.UBOB", "bob")
THREAD = Place("T1:C1:5.5", community="T1", channel="C1")
ELSEWHERE = Place("T1:C2:5.5", community="T1", channel="C2")
HEIM_2025 = "how many wins did Heim have in 2025"
TALK = Talk("slack", "T1:C1:5.5", "T1", ("heim", "and petty"), date(2026, 2, 15))


@pytest.fixture(scope="module")
def book(book_home: Path) -> RecordBook:
    return RecordBook.open(book_home)


def bot_on(shelf: Shelf, book: RecordBook) -> Bot:
    """A process of its own, as far as it remembers."""
    return Bot(book, on(date(2026, 2, 15)), cards=shelf.cards, talks=shelf.talks)


async def ask(bot: Bot, question: str, user: User = ANN, place: Place = THREAD) -> Reply:
    return await bot.handle(Request("ask", user, place, {"question": question}))


async def test_a_follow_up_is_understood_after_a_restart(url: str, book: RecordBook) -> None:
    async with open_shelf(url) as shelf:
        bot = bot_on(shelf, book)
        await ask(bot, HEIM_2025)
        await ask(bot, "what about 2024?")

    async with open_shelf(url) as shelf:
        bot = bot_on(shelf, book)
        elsewhere = await ask(bot, "how many top fives?", place=ELSEWHERE)
        followed = await ask(bot, "how many top fives?", BOB)
        again = await ask(bot, "and in 2023?", BOB)

    assert followed.title.startswith("Corey Heim")
    assert "2024" in followed.title
    assert "Corey Heim" not in elsewhere.title
    assert again.title.startswith("Corey Heim")
    assert "2023" in again.title


async def test_processes_beside_each_other_go_on_with_the_same_talk(
    shared_url: str, book: RecordBook
) -> None:
    async with open_shelf(shared_url) as first, open_shelf(shared_url) as second:
        one, other = bot_on(first, book), bot_on(second, book)
        await ask(one, HEIM_2025)
        await ask(other, "how many cup wins did Kyle Busch have in 2008")

        followed = await ask(one, "what about 2010?")

    assert followed.title.startswith("Kyle Busch")


async def test_a_pressed_step_is_part_of_the_talk_too(url: str, book: RecordBook) -> None:
    async with open_shelf(url) as shelf:
        bot = bot_on(shelf, book)
        reply = await ask(bot, "petty wins at martinsville")
        key = next(each.key for each in reply.buttons if each.label == "Richard Petty")
        await bot.press(Press(key, ANN, THREAD))

    async with open_shelf(url) as shelf:
        followed = await ask(bot_on(shelf, book), "and at Daytona?")

    assert followed.title.startswith("Richard Petty")
    assert "Daytona" in followed.title


async def test_the_same_name_on_another_platform_is_another_talk(url: str) -> None:
    async with open_shelf(url) as shelf:
        await shelf.talks.keep(TALK)

    async with open_shelf(url) as shelf:
        assert await shelf.talks.find("slack", TALK.conversation) == TALK
        assert await shelf.talks.find("discord", TALK.conversation) is None


async def test_after_a_quarter_of_an_hour_a_talk_is_forgotten(url: str) -> None:
    async with open_shelf(url) as shelf:
        await shelf.talks.keep(TALK)

    async with open_shelf(url) as shelf:
        now = [time.time() + FORGOTTEN_AFTER - 5]
        shelf.talks._clock = lambda: now[0]
        assert await shelf.talks.find("slack", TALK.conversation) == TALK
        now[0] += 10
        assert await shelf.talks.find("slack", TALK.conversation) is None

        await shelf.talks.keep(replace(TALK, conversation="another"))  # sweeps
    assert await names_in(url) == ["another"]


async def test_many_talks_at_once_are_all_kept_as_they_were_said_last(url: str) -> None:
    async with open_shelf(url) as shelf:
        said = [
            replace(TALK, conversation=f"{number}", turns=(f"turn {turn}",))
            for turn in range(3)
            for number in range(40)
        ]
        await asyncio.gather(*map(shelf.talks.keep, said))

    async with open_shelf(url) as shelf:
        for number in range(40):
            found = await shelf.talks.find("slack", f"{number}")
            assert found
            assert found.turns == ("turn 2",)


async def test_with_its_community_a_talk_is_forgotten(url: str) -> None:
    async with open_shelf(url) as shelf:
        await shelf.talks.keep(TALK)
        await shelf.talks.keep(replace(TALK, conversation="T2:C1:5.5", community="T2"))
        await shelf.communities.forget("slack", "T1")

    assert await names_in(url) == ["T2:C1:5.5"]


async def test_a_talk_that_cannot_be_kept_stops_no_answer(
    url: str, book: RecordBook, caplog: pytest.LogCaptureFixture
) -> None:
    async with open_shelf(url) as shelf:
        engine = make_engine(url)
        async with engine.begin() as connection:
            await connection.execute(text("drop table talk"))
        await engine.dispose()
        bot = bot_on(shelf, book)
        await ask(bot, HEIM_2025)

        followed = await ask(bot, "what about 2024?")

    assert followed.title.startswith("Corey Heim won 6")
    assert "what was said is not kept" in caplog.text


async def names_in(url: str) -> list[str]:
    engine = make_engine(url)
    async with engine.connect() as connection:
        found = (await connection.execute(text("select conversation from talk"))).scalars().all()
    await engine.dispose()
    return sorted(found)


async def test_what_was_said_here_is_forgotten_when_that_is_asked_for(url: str) -> None:
    talk = Talk("discord", "garage 1", "track", ("heim",), date(2026, 2, 15))
    async with open_shelf(url) as shelf:
        await shelf.talks.keep(talk)
        await shelf.talks.forget("discord", "garage 1")

    async with open_shelf(url) as shelf:
        assert await shelf.talks.find("discord", "garage 1") is None
