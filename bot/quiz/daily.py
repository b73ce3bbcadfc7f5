"""A question a day in a channel: which day's it is, until when, and who is right day after day."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.quiz.programme import EVERY_LEVEL, Programme
from bot.quiz.rules import Rules

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.channel import Destination

TITLE = "Daily question"

RULES = Rules(rounds=1, questions=1, moves="own")

TOO_SHORT = 2 * 3600.0
"""Seconds; a question that would be open no longer is left out, and the next one is waited for."""


@dataclass(frozen=True, slots=True)
class Daily:
    """What moderators chose for a channel."""

    to: Destination
    hour: int  # of the day, by the zone that holds there
    levels: tuple[int, int] = EVERY_LEVEL
    series: str = ""
    on: bool = True

    @property
    def key(self) -> str:
        return f"{self.to.community} {self.to.channel}"

    @property
    def programme(self) -> Programme:
        return Programme(TITLE, RULES, series=self.series, levels=self.levels)


@dataclass(frozen=True, slots=True)
class Day:
    """The question of one day."""

    day: date
    night: str
    question: str  # its key
    message: str = ""  # the platform's key; empty while it is not posted, or where it is gone
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Streak:
    """A player's days; those in a row are in a row up to the last day on which he answered."""

    player: str  # id
    name: str
    last: date
    answered_row: int = 0
    right_row: int = 0
    best: int = 0
    answered: int = 0
    right: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """What became of a player's answer."""

    player: str
    name: str
    right: bool


def day_at(daily: Daily, zone: str, now: float) -> date:
    """The day whose question is the one of now: before the hour it is still yesterday's."""
    local = datetime.fromtimestamp(now, ZoneInfo(zone))
    return local.date() - timedelta(days=local.hour < daily.hour)


def ends_at(daily: Daily, zone: str, day: date) -> float:
    """When the question of a day gives way to the next one's, in seconds since 1970."""
    after = day + timedelta(days=1)
    return datetime(
        after.year, after.month, after.day, daily.hour, tzinfo=ZoneInfo(zone)
    ).timestamp()


def name_of(daily: Daily, day: date, what: str, longest: int) -> str:
    """The same for the same day in the same channel, whoever asks for it."""
    told = f"{daily.to.platform} {daily.key} {day} {what}"
    return hashlib.sha256(told.encode()).hexdigest()[:longest].upper()


def counted_on(
    streaks: Iterable[Streak], said: Iterable[Said], day: date, before: date | None
) -> tuple[Streak, ...]:
    """The streaks of those who answered, with the day; a day without a question breaks none."""
    known = {streak.player: streak for streak in streaks}
    return tuple(_on(known.get(each.player), each, day, before) for each in said)


def running(streak: Streak, latest: date | None) -> Streak:
    """As it stands after the latest day that is closed: who missed that begins anew."""
    return streak if streak.last == latest else replace(streak, answered_row=0, right_row=0)


def _on(streak: Streak | None, said: Said, day: date, before: date | None) -> Streak:
    had = running(streak, before) if streak else Streak(said.player, said.name, day)
    right_row = had.right_row + 1 if said.right else 0
    return Streak(
        said.player,
        said.name,
        day,
        had.answered_row + 1,
        right_row,
        max(had.best, right_row),
        had.answered + 1,
        had.right + said.right,
    )
