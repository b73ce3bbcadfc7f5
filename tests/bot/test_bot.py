"""The bot as one thing: requests in, replies out, whatever happens."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import date

import pytest

from bot.bot import Bot
from bot.command import Command, Option, Stand
from bot.reply import Reply
from bot.request import Place, Request, User
from knowledge.answer import Unknown
from tests.bot.days import on
from tests.bot.small_book import HEIM, PETTY, SmallBook

FAN = User("console", "1", "a fan")


def asking(question: str, conversation: str = "garage") -> Request:
    return Request("ask", FAN, Place(conversation), {"question": question})


async def test_a_question_gets_its_answer_and_what_it_was_made_from() -> None:
    reply = await Bot(SmallBook()).handle(asking("heim"))

    assert reply.title == "Corey Heim won 12 Truck Series races in 2025."
    assert reply.outcome is HEIM


async def test_a_follow_up_sees_the_turn_before_it() -> None:
    book = SmallBook()
    bot = Bot(book)

    await bot.handle(asking("heim"))
    await bot.handle(asking("and 2024?"))

    assert ("and 2024?", HEIM) in book.asked


async def test_one_conversation_does_not_hear_another() -> None:
    book = SmallBook()
    bot = Bot(book)

    await bot.handle(asking("heim", conversation="garage"))
    await bot.handle(asking("and 2024?", conversation="grandstand"))

    assert book.asked == [("heim", None), ("and 2024?", None)]


async def test_what_never_reached_the_book_does_not_end_the_thread() -> None:
    book = SmallBook()
    bot = Bot(book)

    for question in ("petty", "", "x" * 401, "richard"):
        await bot.handle(asking(question))

    assert book.asked[:2] == [("petty", None), ("richard", PETTY)]


async def test_the_book_is_told_what_day_it_is() -> None:
    book = SmallBook()

    await Bot(book, now=on(date(2026, 2, 15))).handle(asking("heim wins this season"))

    assert book.days == [date(2026, 2, 15)]


@pytest.mark.parametrize("question", ["", "   ", "\n\t"])
async def test_an_empty_question_is_told_so_without_opening_the_book(question: str) -> None:
    book = SmallBook()

    reply = await Bot(book).handle(asking(question))

    assert reply.title == "There is no question in that."
    assert isinstance(reply.outcome, Unknown)
    assert len(reply.buttons) == 3
    assert not book.asked


async def test_a_question_of_ten_thousand_characters_is_too_long_to_read() -> None:
    reply = await Bot(SmallBook()).handle(asking("x" * 10_000))

    assert reply.title == "That question has 10,000 characters; I read up to 400."


async def test_a_command_that_is_not_there_is_named() -> None:
    reply = await Bot(SmallBook()).handle(Request("dance", FAN, Place("garage")))

    assert reply.title == "I have no command called dance."


async def test_a_bug_is_written_down_and_the_fan_gets_its_number(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.ERROR):
        reply = await Bot(SmallBook()).handle(asking("break"))

    (record,) = caplog.records
    assert reply.title.startswith("Sorry")
    assert record.exc_info is not None
    assert record.exc_info[0] is ZeroDivisionError
    assert record.getMessage().split()[1] in str(reply.blocks)


async def test_what_is_for_moderators_is_refused_to_others() -> None:
    async def answer(request: Request, stand: Stand) -> Reply:
        return Reply(f"{request.user.name} of {len(stand.commands)}")

    reset = Command("reset", "Start anew", answer, (Option("why", "Why", 10),), for_moderators=True)
    bot = Bot(SmallBook(), commands=(reset,))
    request = Request("reset", FAN, Place("garage"), {"why": "rain"})

    refused = await bot.handle(request)
    allowed = await bot.handle(replace(request, user=replace(FAN, may_moderate=True)))

    assert refused.title == "Only moderators can use reset."
    assert allowed.title == "a fan of 1"
