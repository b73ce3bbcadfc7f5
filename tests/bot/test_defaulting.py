"""A preferred series acts where a question names none, and the reading says so."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.bot import Bot
from bot.preferences import Owner, PreferencesInMemory, owner_of
from bot.reply import Text
from bot.request import Place, Press, Request, User
from knowledge.record_book import RecordBook
from tests.bot.days import on

if TYPE_CHECKING:
    from pathlib import Path

    from bot.reply import Reply

ANN = User("discord", "1", "ann")
GARAGE = Place("g1", "track", "garage")


@pytest.fixture(scope="module")
def book(book_home: Path) -> RecordBook:
    return RecordBook.open(book_home)


async def preferring(book: RecordBook, series: str, owner: Owner | None = None) -> Bot:
    kept = PreferencesInMemory()
    await kept.choose(owner or owner_of(ANN), {"series": series})
    return Bot(book, on(date(2026, 2, 1)), kept=kept)


async def ask(bot: Bot, question: str, place: Place = GARAGE) -> Reply:
    return await bot.handle(Request("ask", ANN, place, {"question": question}))


def reading(reply: Reply) -> str:
    first = reply.blocks[0]
    assert isinstance(first, Text)
    return first.words


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("most wins at Talladega", "Timothy Peters has the most wins in the Truck Series"),
        ("top 5 in laps led in 2025?", "Most laps led in the Truck Series in 2025: Corey Heim"),
        ("longest winning streak", "Ron Hornaday Jr.: 5 wins in a row in the Truck Series"),
        ("who won at Bristol in 2024", "Winners of 2 races in the Truck Series at Bristol"),
    ],
)
async def test_a_question_without_a_series_is_read_in_the_preferred_one(
    book: RecordBook, question: str, said: str
) -> None:
    reply = await ask(await preferring(book, "Truck"), question)

    assert reply.title.startswith(said)
    assert "Truck Series" in reading(reply)
    assert reading(reply).endswith(" · Truck is your default")


@pytest.mark.parametrize(
    "question",
    [
        "most cup wins at Talladega",
        "most wins in all three series",
        "who won the 2025 Daytona 500",
        "tell me about Ross Chastain",
        "what is a DNF?",
    ],
)
async def test_a_default_changes_nothing_where_the_question_says_it_or_it_has_nothing_to_tell(
    book: RecordBook, question: str
) -> None:
    reply = await ask(await preferring(book, "Truck"), question)
    plain = await ask(Bot(book, on(date(2026, 2, 1))), question)

    assert reply.title == plain.title
    assert reply.blocks == plain.blocks


async def test_a_driver_of_another_series_is_not_lost_to_a_default(book: RecordBook) -> None:
    reply = await ask(await preferring(book, "Cup"), "how many wins did Heim have in 2025")

    assert reply.title.startswith("Corey Heim won 12 Truck Series races")
    assert "default" not in reading(reply)


async def test_a_default_that_was_the_reading_anyway_is_said_only_where_none_was_named(
    book: RecordBook,
) -> None:
    bot = await preferring(book, "Cup")

    assert reading(await ask(bot, "most wins at Talladega")).endswith(" · Cup is your default")
    assert "default" not in reading(await ask(bot, "most cup wins at Talladega"))


async def test_all_three_series_can_be_the_default(book: RecordBook) -> None:
    reply = await ask(await preferring(book, "all three series"), "most wins")

    assert "Kyle Busch" in reply.title
    assert "all three" in reading(reply)


@pytest.mark.parametrize(
    ("whose", "key", "words"),
    [
        ("channel", "garage", "Truck is this channel's default"),
        ("community", "", "Truck is the default here"),
    ],
)
async def test_a_channel_and_a_community_have_defaults_too(
    book: RecordBook, whose: str, key: str, words: str
) -> None:
    owner = Owner("discord", whose, "track", key)  # type: ignore[arg-type]
    bot = await preferring(book, "Truck", owner)

    assert words in reading(await ask(bot, "most wins at Talladega"))
    assert "default" not in reading(await ask(bot, "most wins at Talladega", Place("x", "y", "z")))


async def test_a_follow_up_stays_in_the_series_and_buttons_ask_it_again(book: RecordBook) -> None:
    bot = await preferring(book, "Truck")
    await ask(bot, "most wins in 2024")

    later = await ask(bot, "what about 2023?")
    wrong = await bot.press(Press(later.buttons[-1].key, ANN, GARAGE))

    assert "Truck Series in 2023" in later.title
    assert "Truck Series · 2023" in str(wrong.blocks)


async def test_who_was_picked_from_a_list_is_answered_in_the_preferred_series(
    book: RecordBook,
) -> None:
    bot = await preferring(book, "Truck")
    choice = await ask(bot, "busch wins at Bristol")
    kyle = next(button for button in choice.buttons if button.label == "Kyle Busch")

    reply = await bot.press(Press(kyle.key, ANN, GARAGE))

    assert "Truck Series" in reply.title
    assert reading(reply).endswith(" · Truck is your default")


async def test_commands_follow_the_default_too(book: RecordBook) -> None:
    bot = await preferring(book, "Truck")

    leaders = await bot.handle(Request("leaders", ANN, GARAGE, {"season": "2025"}))
    standings = await bot.handle(Request("standings", ANN, GARAGE, {"season": "2023"}))
    named = await bot.handle(Request("leaders", ANN, GARAGE, {"season": "2025", "series": "Cup"}))

    assert "Truck Series" in leaders.title
    assert "Truck Series" in standings.title
    assert "Cup Series" in named.title
    assert "default" not in reading(named)
