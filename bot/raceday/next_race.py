"""The next race: when it starts by each reader's clock, what comes beside it, what could fall."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.keys import write_keys
from bot.race_control import at
from bot.raceday.series import bare, read_series, series_words
from bot.raceday.watch import watch_of, watch_step
from bot.raceday.without_schedule import no_schedule, no_such_series
from bot.reply import Block, Fields, Reply, Text
from bot.when import day_words, moment_of

if TYPE_CHECKING:
    from datetime import datetime

    from bot.command import Stand
    from bot.reply import Told
    from bot.request import Request
    from knowledge.schedule.scheduled import Schedule, Scheduled

_BY_CLOCK = "By the list's clock in the East: the scheduled start, not when television tunes in."
_OFFICIAL = "The scheduled start, not when television tunes in."


async def show_next(request: Request, stand: Stand) -> Reply:
    now = at(stand.now())
    schedule = await find_schedule(stand)
    if schedule is None:
        return no_schedule(stand)
    typed, name = request.options.get("series", ""), bare(request.options.get("race", ""))
    series = read_series(typed, stand)
    if series is None and not name and schedule.find(bare(typed), now):
        series, name = "", bare(typed)  # who types all in one line may name a race first
    if series is None:
        return no_such_series(typed)
    race = schedule.find(name, now, series) if name else schedule.next_of(now, series)
    if race is None:
        return _none(name, series, schedule)
    reply = _card(race, schedule, now, stand)
    ahead = race.standing(now) in ("to come", "under way")
    blocks = watch_of(race, schedule, now, stand) if ahead else []
    if not ahead or name:
        beside: list[Block] = []
    else:
        beside = _beside(race, series, schedule, now, stand)
    steps = [watch_step(race)] if len(blocks) > 1 and request.place.presses else []
    buttons = await write_keys(steps, None, stand.cards)
    return replace(reply, blocks=(*reply.blocks, *beside, *blocks), buttons=buttons)


async def find_schedule(stand: Stand) -> Schedule | None:
    calendar = stand.control.calendar
    return await asyncio.to_thread(calendar.find, at(stand.now())) if calendar else None


def as_of(schedule: Schedule) -> str:
    at_ = schedule.as_of
    return f"Schedule as of {at_:%B} {at_.day}, {at_:%H:%M} UTC, from NASCAR's unofficial feed"


def start_of(race: Scheduled, now: datetime, stand: Stand) -> Told:
    """When it starts, or what of that nobody knows."""
    if race.start:
        return moment_of(race.start, stand.preferences.zone, now.timestamp())
    return f"{day_words(race.day)}, at a time that is not known" if race.day else "not known"


def titled(race: Scheduled) -> str:
    there = "" if race.track in race.name or not race.track else f" at {race.track}"
    return f"{race.name}{there} ({series_words(race.series)})"


def _card(race: Scheduled, schedule: Schedule, now: datetime, stand: Stand) -> Reply:
    standing = race.standing(now)
    opening = {
        "to come": "Next: {}.",
        "under way": "Under way by the clock: {}.",
        "not heard of": "No result yet: {}.",
        "run": "{} is final.",
    }[standing]
    facts: list[tuple[str, Told]] = [("Scheduled start", start_of(race, now, stand))]
    if race.laps:
        facts.append(("Distance", f"{race.laps} laps"))
    blocks: list[Block] = [Fields(tuple(facts))]
    if race.start:
        blocks.append(Text(_OFFICIAL if race.is_exact else _BY_CLOCK, "quiet"))
    blocks += [Text(words, "caution") for words in _cautions(race, now)]
    return Reply(
        opening.format(titled(race)),
        tuple(blocks),
        footer=as_of(schedule),
        series=(race.series,),
    )


def _cautions(race: Scheduled, now: datetime) -> list[str]:
    told = []
    if race.moved_from:
        told.append(f"It was to be run on {day_words(race.moved_from)}.")
    if not race.counts:
        told.append("It is not for points, so the records do not count it.")
    if race.standing(now) == "not heard of":
        told.append("Its time is over and the list names no winner: it may have been postponed.")
    if race.standing(now) == "under way":
        told.append("Rain or a delay would not show here; live says what the live feed says.")
    return told


def _beside(
    race: Scheduled, series: str, schedule: Schedule, now: datetime, stand: Stand
) -> list[Block]:
    """What else runs within a week, and what was due and is not heard of."""
    late = [each for each in schedule.late(now, series) if each.series == race.series][:1]
    week = [each for each in schedule.of_week(now, series) if each != race]
    told: list[Block] = [
        Text(f"Of {titled(each)} nobody has told a winner: it may be postponed.", "caution")
        for each in late
    ]
    if week:
        told.append(Text("Also within a week:", "quiet"))
        told.append(Fields(tuple((titled(each), start_of(each, now, stand)) for each in week)))
    return told


def _none(name: str, series: str, schedule: Schedule) -> Reply:
    where = f" of the {series_words(series)}" if series else ""
    title = f"I find no race{where} called “{name}”." if name else f"No race{where} is to come."
    nearest = "The schedule holds this season only." if name else "The schedule ends before today."
    return Reply(title, (Text(nearest),), footer=as_of(schedule))
