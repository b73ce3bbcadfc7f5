"""What followers are told, by each way of telling results: covered, in a thread, or openly."""

from __future__ import annotations

from bot.bot import Bot
from bot.channel import parts_of
from bot.raceday.happenings import Happening, post_of
from bot.request import Place, Press, User
from tests.bot.raceday.days import words
from tests.bot.small_book import SmallBook

WON = Happening("finish", "Cuervo 300", "xfinity", 201, 0, "Brandon Jones", 0.0)
NOBODY = Happening("stage", "Cuervo 300", "xfinity", 45, 1, "", 0.0)


async def test_behind_a_cover_the_winner_is_told_to_whoever_presses_alone() -> None:
    post = post_of(WON, "tagged", "m")
    seen, _ = parts_of(post, "slack")

    assert "Jones" not in words(seen)
    (button,) = seen.buttons
    fan = User("slack", "U1", "a fan")
    told = await Bot(SmallBook()).press(Press(button.key, fan, Place("garage", "T1", "C1")))
    assert told.private
    assert "Brandon Jones won it, with lap 201." in words(told)


async def test_in_a_thread_the_channel_sees_the_title_alone() -> None:
    above, below = parts_of(post_of(WON, "thread", "m"), "discord")

    assert words(above) == "The race is over: Cuervo 300 (Xfinity Series)."
    assert below
    assert "Brandon Jones won it" in words(below)


async def test_a_start_gives_nothing_away_and_an_unknown_winner_is_said() -> None:
    start = Happening("green", "Cuervo 300", "xfinity", 1, 0, "", 0.0)
    assert post_of(start, "tagged", "m").cover is None
    told = words(post_of(NOBODY, "open", "m").reply)
    assert told.startswith("Stage 1 is over: Cuervo 300 (Xfinity Series).")
    assert "Who won it, the feed does not tell" in told
