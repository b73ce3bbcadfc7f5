"""Reads the feed's list of races: wall clocks in the East, UTC where it is given."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from knowledge.schedule.scheduled import Scheduled, in_order
from knowledge.sources.fetching.feed_addresses import NUMBERS

if TYPE_CHECKING:
    from collections.abc import Iterator

_EAST = ZoneInfo("America/New_York")
_POINTS_RACE = 1
_RACE = 3
_UNKNOWN_YEAR = 1900
"""The feed's word for a day that is not known."""


def read_races(told: object, season: int) -> tuple[Scheduled, ...]:
    """All races of a list; an entry that makes no sense is none."""
    lists = told if isinstance(told, dict) else {}
    return in_order(
        race
        for number, series in NUMBERS.items()
        for entry in _entries(lists.get(f"series_{number}"))
        if (race := _find_race(entry, series, season))
    )


def _entries(told: object) -> Iterator[dict[str, Any]]:
    if isinstance(told, list):
        yield from (entry for entry in told if isinstance(entry, dict))


def _find_race(entry: dict[str, Any], series: str, season: int) -> Scheduled | None:
    race, name = entry.get("race_id"), _words(entry.get("race_name"))
    if not isinstance(race, int) or not name:
        return None
    scheduled, told = (_read_time(entry.get(key)) for key in ("date_scheduled", "race_date"))
    start, is_exact = _start(entry, scheduled, told)
    known = start.astimezone(_EAST) if start else scheduled or told
    return Scheduled(
        id=race,
        series=series,
        season=season,
        name=name,
        track=_words(entry.get("track_name")),
        day=known.date() if known else None,
        start=start,
        is_exact=is_exact,
        has_winner=bool(entry.get("winner_driver_id")),
        laps=_number(entry.get("scheduled_laps")),
        counts=entry.get("race_type_id") == _POINTS_RACE,
        moved_from=_moved_from(scheduled, known),
    )


def _start(
    entry: dict[str, Any], scheduled: datetime | None, told: datetime | None
) -> tuple[datetime | None, bool]:
    """The race's own session where it has one, the last after rain; never when TV tunes in."""
    sessions = (each for each in _entries(entry.get("schedule")) if each.get("run_type") == _RACE)
    exact = [time for each in sessions if (time := _read_time(each.get("start_time_utc")))]
    if exact:
        return max(each.replace(tzinfo=UTC) for each in exact), True
    later = max((each for each in (scheduled, told) if each), default=None)
    if later is None or (later.hour, later.minute) == (0, 0):  # a day without a time
        return None, False
    return later.replace(tzinfo=_EAST).astimezone(UTC), False


def _moved_from(scheduled: datetime | None, known: datetime | None) -> date | None:
    if scheduled and known and scheduled.date() < known.date():
        return scheduled.date()
    return None


def _read_time(told: object) -> datetime | None:
    """A clock time without its zone; a zone that is said all the same is heeded."""
    try:
        time = datetime.fromisoformat(str(told))
    except ValueError:
        return None
    if time.year <= _UNKNOWN_YEAR:
        return None
    return time.astimezone(UTC).replace(tzinfo=None) if time.tzinfo else time


def _words(told: object) -> str:
    return " ".join(told.split()) if isinstance(told, str) else ""


def _number(told: object) -> int:
    return told if isinstance(told, int) and not isinstance(told, bool) else 0
