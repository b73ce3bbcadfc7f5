"""Buttons: each says all that is needed to press it, on the day and after a restart."""

from __future__ import annotations

import logging
from datetime import date

import pytest

from bot.bot import Bot
from bot.card import FORGOTTEN_AFTER, CardsInMemory
from bot.reply import LONGEST_KEY, Reply
from bot.request import Place, Press, Request, Submission, User
from tests.bot.days import on
from tests.bot.small_book import HEIM, PETTY, SmallBook

FAN = User("console", "1", "a fan")
OTHER = User("console", "2", "another fan")
GARAGE = Place("garage")
GRANDSTAND = Place("grandstand")


def asking(question: str, place: Place = GARAGE) -> Request:
    return Request("ask", FAN, place, {"question": question})


def pressable(reply: Reply, label: str) -> str:
    return next(button.key for button in reply.buttons if button.label == label)


def clock_at(now: list[float]):
    return CardsInMemory(clock=lambda: now[0])


async def test_a_choice_completes_the_question_before_it() -> None:
    book = SmallBook()
    bot = Bot(book)
    reply = await bot.handle(asking("petty"))

    await bot.press(Press(reply.buttons[1].key, FAN, GARAGE))

    assert book.asked[-1] == ("Lee Petty", PETTY)


async def test_an_example_is_asked_as_a_new_question() -> None:
    book = SmallBook()
    bot = Bot(book)
    reply = await bot.handle(asking("weather"))

    await bot.press(Press(reply.buttons[0].key, FAN, GARAGE))

    assert book.asked[-1] == ("how many wins did Heim have in 2025", None)


async def test_a_short_question_stands_in_the_key_so_it_works_after_a_restart() -> None:
    reply = await Bot(SmallBook()).handle(asking("petty"))

    book = SmallBook()
    await Bot(book).press(Press(reply.buttons[0].key, FAN, GARAGE))

    assert book.asked == [("petty", None), ("Richard Petty", PETTY)]


async def test_a_long_talk_is_kept_as_a_card_so_it_works_after_a_restart() -> None:
    cards = CardsInMemory()
    bot = Bot(SmallBook(), cards=cards)
    for question in ("heim " * 70, "and petty"):
        reply = await bot.handle(asking(question))

    book = SmallBook()
    await Bot(book, cards=cards).press(Press(reply.buttons[0].key, FAN, GARAGE))

    assert [question for question, _ in book.asked] == ["heim " * 70, "and petty", "Richard Petty"]
    assert book.asked[-1][1] is PETTY


async def test_a_key_fits_every_platform() -> None:
    reply = await Bot(SmallBook()).handle(asking("petty"))

    assert max(len(button.key) for button in reply.buttons) <= LONGEST_KEY


async def test_a_card_of_four_months_ago_is_too_old_and_says_so_kindly() -> None:
    now = [0.0]
    bot = Bot(SmallBook(), cards=clock_at(now))
    for question in ("heim", "and petty"):
        reply = await bot.handle(asking(question))
    now[0] = FORGOTTEN_AFTER + 1.0

    old = await bot.press(Press(reply.buttons[0].key, FAN, GARAGE))

    assert old.title.startswith("That card is too old")
    assert old.private


async def test_the_day_on_which_it_was_asked_counts_not_that_of_the_press() -> None:
    reply = await Bot(SmallBook(), now=on(date(2025, 12, 31))).handle(asking("petty"))

    book = SmallBook()
    await Bot(book, now=on(date(2026, 1, 1))).press(Press(reply.buttons[0].key, FAN, GARAGE))

    assert book.days == [date(2025, 12, 31)] * 2


async def test_another_fan_who_presses_my_button_is_answered_alone() -> None:
    bot = Bot(SmallBook())
    reply = await bot.handle(asking("petty"))

    mine = await bot.press(Press(reply.buttons[0].key, FAN, GARAGE))
    theirs = await bot.press(Press(reply.buttons[0].key, OTHER, GRANDSTAND))

    assert (mine.private, theirs.private) == (False, True)


async def test_whoever_presses_goes_on_from_there() -> None:
    book = SmallBook()
    bot = Bot(book)
    reply = await bot.handle(asking("petty"))
    await bot.press(Press(reply.buttons[0].key, OTHER, GRANDSTAND))

    await bot.handle(Request("ask", OTHER, GRANDSTAND, {"question": "heim"}))

    before = [after for question, after in book.asked if question == "heim"]
    assert before[0] is not None


async def test_a_wrong_answer_is_explained_and_reported(caplog: pytest.LogCaptureFixture) -> None:
    bot = Bot(SmallBook())
    answer = await bot.handle(asking("heim"))
    explained = await bot.press(Press(pressable(answer, "Wrong?"), FAN, GARAGE))
    asked = await bot.press(Press(pressable(explained, "Report it"), FAN, GARAGE))
    assert asked.form

    with caplog.at_level(logging.WARNING):
        thanks = await bot.submit(
            Submission(asked.form.key, FAN, GARAGE, {"words": "it was 13\nby my count"})
        )

    assert ("I read it as", HEIM.reading) in explained.blocks[0].pairs
    assert all(reply.private for reply in (explained, asked, thanks))
    assert "'it was 13\\nby my count'" in caplog.text
    assert caplog.records[0].args[0] in str(thanks.blocks)


async def test_an_empty_report_is_not_written_down(caplog: pytest.LogCaptureFixture) -> None:
    bot = Bot(SmallBook())
    answer = await bot.handle(asking("heim"))
    key = pressable(answer, "Wrong?").replace("wrong", "report")

    reply = await bot.submit(Submission(key, FAN, GARAGE, {"words": " "}))

    assert reply.title == "There is nothing in that report."
    assert not caplog.records


@pytest.mark.parametrize(
    "key",
    ["", "dance", "then", "then:x", "then:x:1/2", "dance:x:1/20260101/heim", "then:x:#nothing"],
)
async def test_a_key_that_nobody_wrote_breaks_nothing(key: str) -> None:
    reply = await Bot(SmallBook()).press(Press(key, FAN, GARAGE))

    assert reply.title
    assert reply.private
    assert reply.title.startswith("That card is too old")
