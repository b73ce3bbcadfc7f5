"""A question a day in a channel: asked once, answered in private, counted day after day."""

from __future__ import annotations

import asyncio
import time
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from bot.bot import Bot
from bot.channel import Destination, NotPosted
from bot.crew import NotNow
from bot.posting.crew import posting
from bot.posting.daily import AskingDaily
from bot.posting.daily_paused import TellingOfPause
from bot.preferences import DESK, ZONE, Owner
from bot.quiz.choosing import wish_of
from bot.quiz.dailies import daily_kind, paused_kind
from bot.quiz.daily import Day
from bot.quiz.programme import Programme
from bot.request import Place, Press, Request, Submission, User
from bot.store.opening import open_shelf
from knowledge.record_book import RecordBook
from tests.bot.store.board import Board

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.reply import Reply
    from bot.store.opening import Shelf

HERE = Destination("discord", "track", "racing")


@pytest.fixture(scope="module")
def book(book_home: Path) -> RecordBook:
    return RecordBook.open(book_home)


class Channel:
    """A channel with a daily question, moderators and players, on the day that a story says."""

    def __init__(self, shelf: Shelf, board: Board, book: RecordBook) -> None:
        self.shelf, self.board, self.book = shelf, board, book
        self.now = 0.0
        kept = {"kept": shelf.preferences, "nights": shelf.nights, "dailies": shelf.dailies}
        self.bot = Bot(book, lambda: self.now, **kept)
        self.asking = AskingDaily(shelf, board, book, lambda: self.now)  # type: ignore[arg-type]
        shelf.jobs._clock = lambda: self.now + 1
        self.on(25, 12)

    def on(self, day: int, hour: int, minute: int = 0) -> None:
        self.now = datetime(2026, 11, day, hour, minute, tzinfo=ZoneInfo(ZONE)).timestamp()

    async def look(self) -> float:
        """As whoever claims the job does; seconds until the next look, none where it is done."""
        job = await self.shelf.jobs.claim((daily_kind("discord"),), 1.0)
        assert job is not None
        try:
            await self.asking(job)
        except NotNow as later:
            await self.shelf.jobs.put_off(job, later.seconds)
            return later.seconds
        await self.shelf.jobs.finish(job)
        return 0.0

    async def switch_on(self, hour: str = "9") -> Reply:
        key = (await self.use("1")).buttons[0].key
        await self.bot.press(Press(key, who("1"), PLACE))
        filled = {"hour": hour, "levels": "1-2", "series": "all"}
        return await self.bot.submit(Submission(key, who("1"), PLACE, filled))

    async def use(self, key: str) -> Reply:
        return await self.bot.handle(Request("quiz", who(key), PLACE, {"what": "daily"}))

    async def answer(self, key: str, *, right: bool = True) -> Reply:
        (day, *_) = await self.shelf.dailies.latest(HERE, 1)
        night = await self.shelf.nights.find(day.night)
        assert night is not None
        accepted = night.questions[0].accepted
        letter = next(each for each in "ABCD" if (each in accepted) == right)
        pressed = f"quiz:day-give 0 {letter}:{day.night}"
        return await self.bot.press(Press(pressed, who(key), PLACE))

    def shown(self, channel: str = "racing") -> list[str]:
        return sorted(each["title"] for each in self.board.messages(channel))


PLACE = Place("racing", "track", "racing")


def who(key: str) -> User:
    return User("discord", key, f"fan {key}", may_moderate=key == "1")


@pytest.fixture
async def channel(url: str, tmp_path: Path, book: RecordBook) -> AsyncIterator[Channel]:
    folder = tmp_path / "board"
    folder.mkdir()
    async with open_shelf(url) as shelf:
        yield Channel(shelf, Board(folder), book)


def rows(reply: Reply) -> list[tuple[str, ...]]:
    return [row for block in reply.blocks for row in getattr(block, "rows", ())]


async def test_each_day_one_question_comes_with_the_answer_before_and_the_streaks(
    channel: Channel,
) -> None:
    assert (await channel.switch_on()).title.startswith("A question is asked here every day at 09")
    assert await channel.look() == 21 * 3600.0
    for day in (26, 27):
        told = await channel.answer("2")
        assert told.title.startswith("You picked")
        assert told.private
        await channel.answer("3", right=day == 26)
        channel.on(day, 9)
        await channel.look()

    assert channel.shown() == [
        "Daily question · Friday, November 27",
        "Daily question · Thursday, November 26 is closed",
        "Daily question · Wednesday, November 25 is closed",
    ]
    (today,) = [each for each in channel.board.messages("racing") if "27" in each["title"]]
    assert "Right: 1 of 2 players." in str(today)
    assert "fan 2: 2 days right in a row." in str(today)
    assert rows(await channel.use("3")) == [
        ("fan 2", "2", "2", "2", "2 of 2"),
        ("fan 3", "0", "2", "1", "1 of 2"),
    ]
    days = await channel.shelf.dailies.latest(HERE, 9)
    assert len({each.question for each in days}) == 3

    await channel.shelf.nights.forget("discord 2")
    assert [row[0] for row in rows(await channel.use("3"))] == ["fan 3"]


async def test_a_night_asks_no_daily_question_of_half_a_year_or_as_long_as_moderators_chose(
    channel: Channel,
) -> None:
    bristol = Programme(series="truck", seasons=(1995, 1999), track="Bristol Motor Speedway")
    keys = [e.key for e in channel.book.trivia(wish_of(bristol, channel.book, frozenset()), 999, 1)]
    today = date(2026, 11, 25)
    for number, key in enumerate(keys):
        day = Day(today - timedelta(days=number if number > 2 else 300 + number), key, key)
        await channel.shelf.dailies.begin(HERE, day)
    options = {"what": "new", "series": "Truck", "seasons": "1995-1999", "track": "Bristol"}

    plan = await channel.bot.handle(Request("quiz", who("1"), PLACE, options))
    opens = next(each.key for each in plan.buttons if each.label.startswith("Open it"))
    told = await channel.bot.press(Press(opens, who("1"), PLACE))

    assert len(keys) > 3
    assert "I can ask 3 such questions here" in repr(told.blocks)
    whose = Owner(HERE.platform, "community", HERE.community)
    await channel.shelf.preferences.choose(whose, {"memory": "a year"})
    again = await channel.bot.press(Press(opens, who("1"), PLACE))
    assert "I can ask 0 such questions here" in repr(again.blocks)


async def test_missed_hours_are_made_up_once_and_who_dies_posts_nothing_twice(
    channel: Channel,
) -> None:
    await channel.switch_on()
    channel.board.cuts = 1  # it is posted, and nobody hears of it
    assert 0 < await channel.look() <= 60.0
    channel.on(25, 12, 2)
    await channel.look()
    channel.on(28, 8)  # off for days; the next one is an hour away
    assert await channel.look() == 3600.0
    channel.on(28, 14)

    assert await channel.look() == 19 * 3600.0
    assert await channel.answer("2")
    assert channel.shown() == [
        "Daily question · Saturday, November 28",
        "Daily question · Wednesday, November 25 is closed",
    ]


async def test_it_is_off_by_one_press_and_its_answer_is_told(channel: Channel) -> None:
    await channel.switch_on()
    await channel.look()
    shown = await channel.use("1")
    off = next(each.key for each in shown.buttons if each.label == "Switch it off")

    reply = await channel.bot.press(Press(off, who("1"), PLACE))

    assert reply.title == "No daily question is asked in this channel."
    assert await channel.look() == 0.0
    assert channel.shown() == ["Daily question · Wednesday, November 25 is closed"]
    assert (await channel.answer("2")).title != "You picked A."
    assert (await channel.bot.press(Press(off, who("2"), PLACE))).title.startswith("Only moder")

    channel.on(26, 12)
    await channel.switch_on("11")
    await channel.look()
    assert len(channel.shown()) == 2


async def test_where_its_message_is_gone_it_is_paused_and_moderators_are_told_once(
    channel: Channel,
) -> None:
    desk = Owner("discord", "community", "track")
    await channel.shelf.preferences.choose(desk, {DESK: "pit wall"})
    await channel.switch_on()
    await channel.look()
    channel.on(26, 9)
    channel.board.refusals.append(NotPosted("The message is gone.", gone=True))

    assert await channel.look() == 0.0

    jobs = channel.shelf.jobs
    notice = await jobs.claim((paused_kind("discord"),))
    assert notice is not None
    await TellingOfPause(channel.shelf.preferences, channel.board)(notice)  # type: ignore[arg-type]
    assert channel.shown("pit wall") == ["The daily question in #racing is paused."]
    assert (await channel.use("1")).title == "No daily question is asked in this channel."

    await channel.switch_on()
    await channel.look()
    assert "Daily question · Thursday, November 26" in channel.shown()


async def test_a_running_spotter_asks_as_soon_as_it_is_switched_on(channel: Channel) -> None:
    shelf = channel.shelf
    shelf.jobs._clock = time.time
    channel.now = time.time()
    this_hour = datetime.now(ZoneInfo(ZONE)).hour

    async with posting("discord", channel.board, channel.book, shelf):  # type: ignore[arg-type]
        await channel.switch_on(str(this_hour))
        async with asyncio.timeout(20):
            while not channel.shown():
                await asyncio.sleep(0.01)

    assert len(channel.shown()) == 1
