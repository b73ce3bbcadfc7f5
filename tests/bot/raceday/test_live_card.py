"""live: the order, the flag and the laps, and in its first line how old that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.bot import Bot
from bot.preferences import Owner, PreferencesInMemory
from bot.race_control import RaceControl
from bot.reply import Table
from bot.request import Place, Request, User
from tests.bot.raceday.days import Replayed, words
from tests.bot.small_book import SmallBook
from tests.knowledge.live.samples import LAP, ORDER, STARTED, live

if TYPE_CHECKING:
    from bot.reply import Reply

FAN = User("discord", "7", "a fan")
GARAGE = Place("garage", "track", "garage")
HERE = Owner("discord", "channel", "track", "garage")


async def shown(
    content: bytes, lap: int, later: float = 14, place: Place = GARAGE, **more: Any
) -> Reply:
    """What is said so many seconds after the feed's clock at a lap."""
    now = STARTED.timestamp() + LAP * lap + later
    control = RaceControl(None, Replayed(content))
    bot = Bot(SmallBook(), now=lambda: now, control=control, **more)
    return await bot.handle(Request("live", FAN, place))


async def test_the_first_line_says_how_old_it_is() -> None:
    reply = await shown(live(12), 12)

    title = "Cuervo 300 at Chicagoland Speedway (Xfinity Series), as of 14 s ago, lap 12."
    assert reply.title == title
    told = words(reply)
    assert "12 of 20, 8 to go" in told
    assert "Brandon Jones +28 (from 29)" in told
    assert told.index("Brandon Jones |") < told.index("Chase Elliott |")


async def test_a_race_that_goes_on_is_not_told_as_new_where_the_feed_stands_still() -> None:
    reply = await shown(live(12), 12, later=200)

    assert "as of 3 min ago, lap 12" in reply.title
    assert "The feed has not moved for 3 min: the race has gone on since." in words(reply)


async def test_after_the_flag_it_is_finished_and_unofficial() -> None:
    reply = await shown(live(20, 4), 20)

    assert ": finished, unofficial, as of 14 s ago, lap 20." in reply.title
    assert "Inspection is to come" in words(reply)
    assert "over for now, not run to its end" in (await shown(live(8, 9), 8)).title


async def test_practice_is_no_race_and_an_unknown_flag_is_unknown() -> None:
    practice = await shown(live(0, run_type=1, laps_in_race=999, run_name="Final Practice"), 0)

    assert "Chicagoland Speedway (Xfinity Series): practice, no race" in practice.title
    assert "999" not in words(practice)
    assert "unknown: the feed shows a code" in words(await shown(live(3, 77), 3))


async def test_favourites_further_back_are_shown_too() -> None:
    field = (*ORDER, *((str(n), f"Driver {n}", {}) for n in range(30, 42)))
    kept = PreferencesInMemory()
    await kept.choose(Owner("discord", "person", "", "7"), {"drivers": ["Driver 41"]})
    reply = await shown(live(12, order=field), 12, kept=kept)

    first, liked = (each for each in reply.blocks if isinstance(each, Table))
    assert len(first.rows) == 10
    assert [row[2] for row in liked.rows] == ["Driver 41"]


async def test_where_results_are_covered_only_the_asker_is_told() -> None:
    kept = PreferencesInMemory()
    await kept.choose(HERE, {"spoilers": "tagged"})

    assert (await shown(live(12), 12, kept=kept)).private
    loud = Place("garage", "track", "garage", whispers=False)
    refused = await shown(live(12), 12, kept=kept, place=loud)
    assert refused.title == "Not here."
    assert "Jones" not in words(refused)


async def test_where_the_feed_is_off_it_says_so() -> None:
    told = words(await Bot(SmallBook()).handle(Request("live", FAN, GARAGE)))

    assert "I look at no live feed here." in told
    assert "SPOTTER_SYNC=all" in told
