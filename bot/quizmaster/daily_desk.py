"""The daily question of a channel before its moderators: when, how hard, about what; on and off."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.keys import read_key
from bot.quiz.daily import Daily, day_at, ends_at
from bot.quiz.keys import button
from bot.quiz.programme import LEVELS, levels_key
from bot.quizmaster.daily_steps import streaks_of
from bot.quizmaster.doubting import NOTICED
from bot.quizmaster.player import GONE, player_of, told
from bot.reply import Button, Choice, Field, Fields, Form, Moment, Reply, Text
from bot.when import moment_at
from knowledge.series import SERIES_WORDS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.command import Stand
    from bot.quiz.dailies import Dailies
    from bot.quizmaster.player import Player
    from bot.request import Press, Submission

ALL = "all"
_SET, _OFF = "daily:set:", "daily:off:"
_NOON = 12
_LAST_HOUR = 23
_NOT_HERE = told("A daily question is for a channel.", "Ask for it in the one that shall have it.")
_FOR_MODERATORS = told("Only moderators can change the daily question.")


async def at_daily(player: Player) -> Reply:
    """To moderators how it is set; to everybody else the streaks."""
    dailies = player.stand.dailies
    if dailies is None or player.place.direct or not player.place.channel:
        return _NOT_HERE
    if not player.user.may_moderate:
        return await streaks_of(player, player.here)
    shown = _shown(await dailies.find(player.here), player)
    doubts = tuple([each async for each in _doubts(player, dailies)])
    return replace(shown, buttons=(*doubts, *shown.buttons))


async def _doubts(player: Player, dailies: Dailies) -> AsyncIterator[Button]:
    """Nobody hosts the question of the day, so no other panel tells it."""
    for day in await dailies.latest(player.here, 1):
        night = await player.nights.find(day.night)
        if night is not None and night.doubted:
            yield button("Key in doubt", NOTICED, night.id, "host")


async def take_daily_step(words: str, press: Press, stand: Stand) -> Reply:
    player = player_of(press, stand)
    if stand.dailies is None:
        return GONE
    if not player.user.may_moderate:
        return _FOR_MODERATORS
    daily = await stand.dailies.find(player.here)
    if words == "off" and daily:
        await stand.dailies.keep(replace(daily, on=False))
        return replace(_shown(replace(daily, on=False), player), in_place=True)
    return Reply(form=_form(daily or Daily(player.here, _NOON)), private=True)


async def take_daily_form(submission: Submission, stand: Stand) -> Reply:
    player = player_of(submission, stand)
    if read_key(submission.key).words != "set" or stand.dailies is None:
        return GONE
    if not player.user.may_moderate:
        return _FOR_MODERATORS
    return await _take(player, submission, stand.dailies)


async def _take(player: Player, filled: Submission, dailies: Dailies) -> Reply:
    said = {name: value.strip() for name, value in filled.values.items()}
    hour = said.get("hour", "").removesuffix(":00")
    if not hour.isdecimal() or int(hour[:3]) > _LAST_HOUR:
        return told(f"The hour is a number from 0 to {_LAST_HOUR}.", "Nothing was changed.")
    low, _, high = (said["levels"] if said.get("levels") in LEVELS else "1-5").partition("-")
    series = said.get("series", "")
    daily = Daily(
        player.here,
        int(hour),
        (int(low), int(high)),
        series if series in SERIES_WORDS else "",
    )
    await dailies.keep(daily)
    return replace(_shown(daily, player), in_place=True)


def _shown(daily: Daily | None, player: Player) -> Reply:
    if daily is None or not daily.on:
        title = "No daily question is asked in this channel."
        return Reply(title, (Text(_HOW),), buttons=(Button("Switch it on", _SET),), private=True)
    hour, zone = f"{daily.hour:02}:00", player.stand.preferences.zone
    about = SERIES_WORDS.get(daily.series, "")
    level = LEVELS.get(levels_key(daily.levels), "mixed")
    return Reply(
        f"A question is asked here every day at {hour} ({zone}).",
        (
            Text(" · ".join(filter(None, (f"{about} Series" if about else "", level)))),
            Fields((("The next one comes", _next(daily, zone, player.at)),)),
            Text(_HOW),
        ),
        buttons=(Button("Change it", _SET), Button("Switch it off", _OFF)),
        private=True,
    )


def _next(daily: Daily, zone: str, now: float) -> Moment:
    return moment_at(ends_at(daily, zone, day_at(daily, zone, now)), zone, now)


def _form(daily: Daily) -> Form:
    series = (Choice("All three series", ALL), *(Choice(v, k) for k, v in SERIES_WORDS.items()))
    levels = tuple(Choice(words, key) for key, words in LEVELS.items())
    fields = (
        Field("hour", f"At what hour, 0 to {_LAST_HOUR}", str(daily.hour), longest=5),
        Field("levels", "How hard", levels_key(daily.levels), kind="choice", choices=levels),
        Field("series", "Series", daily.series or ALL, kind="choice", choices=series),
    )
    return Form(_SET, "Daily question", fields)


_HOW = (
    "Everybody answers in private until the next day's question comes, which tells the answer."
    " No question comes twice."
)
