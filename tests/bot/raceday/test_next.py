"""next and schedule: what comes, when for whoever asks, and who won only where that is told."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from bot.bot import Bot
from bot.preferences import Owner, PreferencesInMemory
from bot.race_control import RaceControl
from bot.reply import Fields, Moment, Reply, Table
from bot.request import Place, Press, Request, User
from knowledge.record_book import RecordBook
from tests.bot.raceday.days import calendar, words
from tests.knowledge.sources.fetching.samples import listed

if TYPE_CHECKING:
    from pathlib import Path

FAN = User("discord", "7", "a fan")
OTHER = User("discord", "8", "another fan")
GARAGE = Place("garage", "track", "garage")
HERE = Owner("discord", "channel", "track", "garage")
WINTER = datetime(2026, 2, 12, 17, 0, tzinfo=UTC)
DAYTONA = {"race_name": "DAYTONA 500", "track_name": "Daytona International Speedway"}


@pytest.fixture(scope="module")
def book(book_home: Path) -> RecordBook:
    return RecordBook.open(book_home)


async def asked(bot: Bot, command: str, **options: str) -> Reply:
    return await bot.handle(Request(command, FAN, GARAGE, options))


def bot_of(book: RecordBook, now: datetime, control: RaceControl, **more: Any) -> Bot:
    return Bot(book, now=now.timestamp, control=control, **more)


async def test_without_a_schedule_it_says_so_and_who_can_change_that(book: RecordBook) -> None:
    for command in ("next", "schedule"):
        told = words(await asked(bot_of(book, WINTER, RaceControl()), command))

        assert told.startswith("I have no schedule of races to come.")
        assert "SPOTTER_SYNC=all" in told
        assert "NASCAR Cup Series Championship at Phoenix Raceway, November 2, 2025" in told


async def test_the_next_race_starts_by_each_readers_clock(book: RecordBook, tmp_path: Path) -> None:
    kept = PreferencesInMemory()
    races = calendar(tmp_path, WINTER, listed(1, "2026-02-15T14:30:00", **DAYTONA))
    bot = bot_of(book, WINTER, RaceControl(races), kept=kept)

    reply = await asked(bot, "next")
    assert reply.title == "Next: DAYTONA 500 at Daytona International Speedway (Cup Series)."
    assert isinstance(reply.blocks[0], Fields)
    start = int(datetime(2026, 2, 15, 19, 30, tzinfo=UTC).timestamp())
    told = Moment(start, "Sunday, February 15, 2:30 PM EST", "in 3 days")
    assert dict(reply.blocks[0].pairs)["Scheduled start"] == told

    await kept.choose(Owner("discord", "person", "", "7"), {"zone": "Europe/London"})
    assert "Sunday, February 15, 7:30 PM GMT" in words(await asked(bot, "next"))


async def test_before_a_race_it_tells_what_could_fall_and_shows_the_rows(
    book: RecordBook, tmp_path: Path
) -> None:
    races = calendar(tmp_path, WINTER, listed(1, "2026-02-15T14:30:00", **DAYTONA))
    bot = bot_of(book, WINTER, RaceControl(races))

    reply = await asked(bot, "next", series="Cup")
    fall = [line for line in words(reply).split("\n") if line.startswith("• ")]
    assert any("Kyle Larson has 32 Cup Series wins, and none in 23" in line for line in fall)
    (rows,) = reply.buttons
    shown = await bot.press(Press(rows.key, OTHER, GARAGE))
    tables = [each for each in shown.blocks if isinstance(each, Table)]
    assert shown.private
    assert len(tables) == len(fall)
    assert all(table.rows for table in tables)


async def test_where_the_records_end_before_the_last_race_nothing_is_said_to_fall(
    book: RecordBook, tmp_path: Path
) -> None:
    now = datetime(2026, 2, 17, tzinfo=UTC)
    run = listed(1, "2026-02-15T14:30:00", winner=4030, **DAYTONA)
    races = calendar(tmp_path, now, run, listed(2, "2026-02-22T15:00:00"))

    told = words(await asked(bot_of(book, now, RaceControl(races)), "next"))
    assert "1 race has been run since the records end, so I do not say what could fall." in told
    assert "•" not in told


async def test_what_nobody_knows_of_a_start_is_said(book: RecordBook, tmp_path: Path) -> None:
    moved = listed(1, "2026-02-15T14:30:00", race_date="2026-02-16T11:00:00", **DAYTONA)
    no_time = listed(2, "2026-02-13T00:00:00", race_name="Duel", race_type_id=2)
    control = RaceControl(calendar(tmp_path, WINTER, moved, second=[no_time]))
    bot = bot_of(book, WINTER, control)

    duel = words(await asked(bot, "next", race="duel"))
    assert "Friday, February 13, at a time that is not known" in duel
    assert "It is not for points" in duel
    cup = words(await asked(bot, "next", series="Cup"))
    assert "It was to be run on Sunday, February 15." in cup
    truck = await asked(bot, "next", series="Truck")
    assert truck.title == "No race of the Truck Series is to come."
    assert words(await asked(bot, "next", series="duel?")) == duel
    assert words(await asked(bot, "next", series="Cup race?")) == cup
    nowhere = await asked(bot, "next", race="Nowhere")
    assert nowhere.title == "I find no race called “Nowhere”."

    monday = datetime(2026, 2, 16, 22, tzinfo=UTC)
    late = words(await asked(bot_of(book, monday, control), "next", race="daytona"))
    assert "the list names no winner: it may have been postponed" in late


async def test_the_schedule_tells_winners_only_where_results_are_told_openly(
    book: RecordBook, tmp_path: Path
) -> None:
    autumn = datetime(2025, 10, 28, tzinfo=UTC)
    cup = (
        listed(1, "2025-10-26T14:00:00", winner=4062, race_name="Xfinity 500"),
        listed(2, "2025-11-02T15:00:00", race_name="Championship"),
    )
    kept = PreferencesInMemory()
    bot = bot_of(book, autumn, RaceControl(calendar(tmp_path, autumn, *cup)), kept=kept)

    told = words(await asked(bot, "schedule", series="cup"))
    assert "Xfinity 500 |  | won by William Byron" in told
    assert "2025-11-02 | Championship |  | 3:00 PM EST" in told
    await kept.choose(HERE, {"spoilers": "tagged"})
    told = words(await asked(bot, "schedule", series="cup"))
    assert "Xfinity 500 |  | final" in told
    assert "Byron" not in told


async def test_a_long_schedule_is_paged_and_others_turn_pages_of_their_own(
    book: RecordBook, tmp_path: Path
) -> None:
    cup = [listed(n, f"2026-03-{n:02}T15:00:00") for n in range(1, 30)]
    control = RaceControl(calendar(tmp_path, WINTER, *cup))
    bot = bot_of(book, datetime(2026, 3, 15, tzinfo=UTC), control)

    reply = await asked(bot, "schedule", series="cup")
    assert "Page 2 of 3." in words(reply)
    assert words(await asked(bot, "schedule", series="cup 2026")) == words(reply)
    assert "no races of “2019”" in words(await asked(bot, "schedule", season="2019"))
    back, _ = reply.buttons
    mine = await bot.press(Press(back.key, FAN, GARAGE))
    theirs = await bot.press(Press(back.key, OTHER, GARAGE))
    assert "Page 1 of 3." in words(mine)
    assert (mine.in_place, mine.private) == (True, False)
    assert (theirs.in_place, theirs.private) == (False, True)
