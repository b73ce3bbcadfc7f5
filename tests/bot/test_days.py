"""Today is the day that it is for whoever asks, by the zone that holds for him."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.bot import Bot
from bot.preferences import Owner, PreferencesInMemory, owner_of
from bot.request import Place, Press, Request, User
from tests.bot.small_book import SmallBook

ANN, BOB = User("discord", "1", "ann"), User("discord", "2", "bob")
GARAGE, LOBBY = Place("g1", "track", "garage"), Place("l1", "track", "lobby")

NEW_YEAR = datetime(2026, 1, 1, 6, 30, tzinfo=UTC).timestamp
"""An hour and a half after midnight in New York; half past ten in the evening in Los Angeles."""

THEN, NOW = date(2025, 12, 31), date(2026, 1, 1)


@pytest.fixture
async def kept() -> PreferencesInMemory:
    """Ann lives in the west, and the garage is there."""
    kept = PreferencesInMemory()
    for owner in (owner_of(ANN), Owner("discord", "channel", "track", "garage")):
        await kept.choose(owner, {"zone": "America/Los_Angeles"})
    return kept


@pytest.mark.parametrize(
    ("user", "place", "day"),
    [(BOB, LOBBY, NOW), (BOB, GARAGE, THEN), (ANN, LOBBY, THEN)],
    ids=["where nobody has said", "by the channel", "by himself"],
)
async def test_this_season_is_that_of_the_askers_own_day(
    kept: PreferencesInMemory, user: User, place: Place, day: date
) -> None:
    book = SmallBook()

    asked = Request("ask", user, place, {"question": "heim wins this season"})
    await Bot(book, NEW_YEAR, kept=kept).handle(asked)

    assert book.days == [day]


async def test_on_this_day_is_the_askers_own_day(kept: PreferencesInMemory) -> None:
    book = SmallBook()
    bot = Bot(book, NEW_YEAR, kept=kept)

    for user in (ANN, BOB):
        await bot.handle(Request("onthisday", user, LOBBY))

    assert [question for question, _ in book.asked] == [
        "what happened on December 31",
        "what happened on January 1",
    ]


async def test_a_card_keeps_the_day_of_whoever_asked_it(kept: PreferencesInMemory) -> None:
    book = SmallBook()
    bot = Bot(book, NEW_YEAR, kept=kept)
    reply = await bot.handle(Request("ask", ANN, LOBBY, {"question": "petty"}))

    await bot.press(Press(reply.buttons[0].key, BOB, LOBBY))

    assert len(book.days) > 1
    assert set(book.days) == {THEN}
