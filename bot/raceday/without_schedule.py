"""Where there is no schedule: why, how there could be one, and what the records hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.phrasing import phrase_as_of
from bot.race_control import SWITCH
from bot.raceday.series import series_words
from bot.reply import Fields, Reply, Text

if TYPE_CHECKING:
    from bot.command import Stand


def no_schedule(stand: Stand) -> Reply:
    why = SWITCH
    if stand.control.fetches:
        why = "The feed is asked for one; none has come yet."
    held = tuple(
        (series_words(each.series), f"{phrase_as_of(each.last)}.")
        for each in stand.book.status().series
    )
    return Reply("I have no schedule of races to come.", (Text(why), Fields(held)))


def no_such_series(typed: str) -> Reply:
    return Reply(
        f"I know no series called “{typed}”.",
        (Text("Cup, Xfinity and Truck are the national ones."),),
        private=True,
    )
