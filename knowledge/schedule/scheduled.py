"""A schedule: races to come and run, each with what is known of when it starts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

Standing: TypeAlias = Literal["to come", "under way", "not heard of", "run"]
"""Not heard of: its time is over, and the list names no winner; rain may have moved it."""

LASTS = timedelta(hours=4)
"""From the start to a finish, about; nobody schedules a finish."""

LATE = timedelta(hours=18)
"""After the start; who has no winner by then was most likely moved to another day."""

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Scheduled:
    """One race of a list; without a start its day alone is known, or nothing."""

    id: int  # the feed's own number
    series: str
    season: int
    name: str
    track: str
    day: date | None  # by the calendar in the East
    start: datetime | None  # in UTC
    is_exact: bool = False  # the list gives it in UTC; else it is a clock time in the East
    has_winner: bool = False
    laps: int = 0
    counts: bool = True  # for points; the All-Star Race and the like do not
    moved_from: date | None = None  # the day that the list still has beside another one

    def standing(self, now: datetime) -> Standing:
        if self.has_winner:
            return "run"
        if self.start is None or now < self.start:
            is_past = self.start is None and self.day is not None and self.day < now.date()
            return "not heard of" if is_past else "to come"
        return "under way" if now < self.start + LASTS else "not heard of"


@dataclass(frozen=True, slots=True)
class Schedule:
    """Races in the order of their starts, and when their list was received."""

    races: tuple[Scheduled, ...]
    as_of: datetime

    def of(self, series: str = "", season: int = 0) -> tuple[Scheduled, ...]:
        return tuple(
            each
            for each in self.races
            if series in ("", each.series) and season in (0, each.season)
        )

    def next_of(self, now: datetime, series: str = "") -> Scheduled | None:
        """The race of a series that starts next, or runs just now; of all where none is named."""
        return next(iter(self.to_come(now, series)), None)

    def to_come(self, now: datetime, series: str = "") -> tuple[Scheduled, ...]:
        """Those that have not been run, as far as anybody knows when they are."""
        waiting = ("to come", "under way")
        return tuple(
            each
            for each in self.of(series)
            if each.day is not None and each.standing(now) in waiting
        )

    def late(self, now: datetime, series: str = "") -> tuple[Scheduled, ...]:
        """Those whose time is over without a winner, the latest first, not older than a week."""
        found = (each for each in self.of(series) if each.standing(now) == "not heard of")
        recent = (each for each in found if each.day and now.date() - each.day < WEEK)
        return tuple(reversed(tuple(recent)))

    def of_week(self, now: datetime, series: str = "") -> tuple[Scheduled, ...]:
        """Those that start within seven days."""
        return tuple(
            each
            for each in self.to_come(now, series)
            if each.day and each.day <= (now + WEEK).date()
        )

    def find(self, words: str, now: datetime, series: str = "") -> Scheduled | None:
        """The race that a name means: the next one of it, else the last one."""
        said = _folded(words)
        found = [each for each in self.of(series) if said and said in _folded(each.name)]
        found = found or [each for each in self.of(series) if said and said in _folded(each.track)]
        ahead = (each for each in found if each.standing(now) in ("to come", "under way"))
        return next(ahead, found[-1] if found else None)


def in_order(races: Iterable[Scheduled]) -> tuple[Scheduled, ...]:
    """By day and start; what nobody knows the day of comes last."""

    def key(race: Scheduled) -> tuple[bool, str, str, int]:
        day = race.day.isoformat() if race.day else ""
        return race.day is None, day, race.start.isoformat() if race.start else "", race.id

    return tuple(sorted(races, key=key))


def _folded(words: str) -> str:
    return " ".join("".join(c for c in words.casefold() if c.isalnum() or c == " ").split())
