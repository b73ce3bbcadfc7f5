"""Talks that go on: after a restart, and where several processes share the store."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.bot import Bot
from bot.conversations import FORGOTTEN_AFTER, Talk
from bot.request import Place, Press, Request, User
from bot.store.opening import open_shelf
from knowledge.record_book import RecordBook

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
    return Bot(book, lambda: date(2026, 2, 15), cards=shelf.cards, talks=shelf.talks)


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
    url: str, book: RecordBook
) -> None:
    async with open_shelf(url) as shelf:
        one, other = bot_on(shelf, book), bot_on(shelf, book)
        await ask(one, HEIM_2025)
        await ask(other, "how many cup wins did Kyle Busch have in 2008")

        followed = await ask(one, "what about 2010?")

    assert followed.title.startswith("Kyle Busch")


async def test_a_pressed_step_is_part_of_the_talk_too(url: str, book: RecordBook) -> None:
    async with open_shelf(url) as shelf:
        reply = await ask(bot_on(shelf, book), "petty wins at martinsville")
        key = next(each.key for each in reply.buttons if each.label == "Richard Petty")
        await bot_on(shelf, book).press(Press(key, ANN, THREAD))

        followed = await ask(bot_on(shelf, book), "and at Daytona?")

    assert followed.title.startswith("Richard Petty")
    assert "Daytona" in followed.title


async def test_the_same_name_on_another_platform_is_another_talk(url: str) -> None:
    async with open_shelf(url) as shelf:
        await shelf.talks.keep(TALK)

        assert await shelf.talks.find("slack", TALK.conversation) == TALK
        assert await shelf.talks.find("discord", TALK.conversation) is None


async def test_after_a_quarter_of_an_hour_a_talk_is_forgotten(url: str) -> None:
    now = [time.time()]
    async with open_shelf(url) as shelf:
        shelf.talks._clock = lambda: now[0]
        await shelf.talks.keep(TALK)
        now[0] += FORGOTTEN_AFTER - 2
        assert await shelf.talks.find("slack", TALK.conversation) == TALK
        now[0] += 2
        assert await shelf.talks.find("slack", TALK.conversation) is None

        now[0] += 10
        await shelf.talks.keep(Talk("slack", "another", "T1", ("heim",), TALK.day))  # sweeps
        now[0] -= FORGOTTEN_AFTER + 9
        assert await shelf.talks.find("slack", TALK.conversation) is None


async def test_with_its_community_a_talk_is_forgotten(url: str) -> None:
    async with open_shelf(url) as shelf:
        await shelf.talks.keep(TALK)
        await shelf.installations.forget("slack", "A1", "T2")
        assert await shelf.talks.find("slack", TALK.conversation) == TALK

        await shelf.installations.forget("slack", "A1", "T1")
        assert await shelf.talks.find("slack", TALK.conversation) is None
