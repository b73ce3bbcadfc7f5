"""How fast one may ask: nobody waits who asks like a person, and nobody drowns the others."""

from __future__ import annotations

from dataclasses import replace

from bot.bot import Bot
from bot.pace import Pace, Rate
from bot.request import Place, Press, Request, User
from tests.bot.small_book import HEIM, SmallBook

FAN = User("discord", "1", "a fan")
OTHER = User("discord", "2", "another fan")
GARAGE = Place("garage 1", community="track", channel="garage")
DIRECT = Place("direct 1", channel="direct", direct=True)


class Watch:
    """A clock that stands still until it is moved on."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def asking(user: User = FAN, place: Place = GARAGE) -> Request:
    return Request("ask", user, place, {"question": "heim"})


def pace(watch: Watch, per_user: int = 100, per_channel: int = 100) -> Pace:
    return Pace(Rate(per_user, 3), Rate(per_channel, 1), watch)


async def test_whoever_asks_too_fast_is_told_when_to_come_back_and_then_answered() -> None:
    watch = Watch()
    bot = Bot(SmallBook(), pace=pace(watch, per_user=2))

    replies = [await bot.handle(asking()) for _ in range(3)]
    watch.seconds += 3
    later = await bot.handle(asking())

    assert [reply.title for reply in (*replies[:2], later)] == [HEIM.headline] * 3
    assert replies[2].title.endswith("try again in 3 seconds.")
    assert replies[2].private


async def test_one_fan_does_not_use_up_what_another_may_ask() -> None:
    bot = Bot(SmallBook(), pace=pace(Watch(), per_user=1))

    await bot.handle(asking())

    assert (await bot.handle(asking(OTHER))).title == HEIM.headline


async def test_what_is_asked_in_no_channel_slows_down_nobody_else() -> None:
    bot = Bot(SmallBook(), pace=pace(Watch(), per_channel=1))
    form = Place("form", community="track")

    replies = [await bot.handle(asking(user, form)) for user in (FAN, OTHER)]

    assert [reply.title for reply in replies] == [HEIM.headline] * 2


async def test_a_busy_channel_is_slowed_down_but_a_direct_message_is_not() -> None:
    bot = Bot(SmallBook(), pace=pace(Watch(), per_channel=1))
    await bot.handle(asking())

    refused = await bot.handle(asking(OTHER))
    direct = await bot.handle(asking(OTHER, DIRECT))
    elsewhere = await bot.handle(asking(OTHER, replace(GARAGE, channel="pits")))

    assert refused.title.startswith("This channel asks me a lot")
    assert direct.title == elsewhere.title == HEIM.headline


async def test_buttons_count_like_questions() -> None:
    bot = Bot(SmallBook(), pace=pace(Watch(), per_user=1))
    await bot.handle(asking())

    refused = await bot.press(Press("ask:heim", FAN, GARAGE))

    assert "try again in" in refused.title


async def test_who_waits_long_has_no_more_than_a_full_bucket() -> None:
    watch = Watch()
    bot = Bot(SmallBook(), pace=pace(watch, per_user=2))
    await bot.handle(asking())
    watch.seconds += 3600

    titles = [(await bot.handle(asking())).title for _ in range(3)]

    assert titles[:2] == [HEIM.headline] * 2
    assert "try again" in titles[2]


async def test_a_console_of_one_is_never_told_to_wait() -> None:
    bot = Bot(SmallBook())

    titles = {(await bot.handle(asking())).title for _ in range(200)}

    assert titles == {HEIM.headline}
