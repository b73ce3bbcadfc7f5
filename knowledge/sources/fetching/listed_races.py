"""The feed's list of races as the plan needs it: which ones count, when, and whether they ended."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from knowledge.sources.fetching.feed_addresses import NUMBERS, race_list
from knowledge.sources.fetching.judging import read_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from knowledge.sources.fetching.archive import Archive

LASTS = timedelta(hours=3)
"""From a start to a finish, about; nobody schedules a finish."""

_EASTERN = timezone(timedelta(hours=-5))
"""Clock times of the feed; in summer they are taken an hour late, so that nobody asks too early."""

_POINTS_RACE, _RACE = 1, 3


@dataclass(frozen=True, slots=True)
class ListedRace:
    """One points race; its mark is another one when anything in the list changed for it."""

    season: int
    series: str
    race: int
    name: str
    starts: tuple[datetime, ...]
    has_winner: bool
    mark: str

    @property
    def last_start(self) -> datetime:
        """After rain there is more than one day; a day that nobody knows is long ago."""
        return max(self.starts, default=datetime.min.replace(tzinfo=UTC))

    def is_over(self, now: datetime) -> bool:
        """The list may learn of a winner late."""
        return self.has_winner or (bool(self.starts) and now >= self.last_start + LASTS)


def listed_races(archive: Archive, season: int) -> list[ListedRace]:
    """The points races of the newest good list."""
    latest = archive.find_latest(race_list(season))
    content = latest.find_content() if latest else None
    if content is None:
        return []
    told = read_json(content)
    return [
        race
        for number, series in NUMBERS.items()
        for entry in _entries(told.get(f"series_{number}"))
        if (race := _find_race(season, series, entry))
    ]


def _entries(told: object) -> Iterator[dict[str, Any]]:
    if isinstance(told, list):
        yield from (entry for entry in told if isinstance(entry, dict))


def _find_race(season: int, series: str, entry: dict[str, Any]) -> ListedRace | None:
    race = entry.get("race_id")
    if entry.get("race_type_id") != _POINTS_RACE or not isinstance(race, int):
        return None
    return ListedRace(
        season=season,
        series=series,
        race=race,
        name=str(entry.get("race_name") or ""),
        starts=tuple(sorted(set(_starts(entry)))),
        has_winner=bool(entry.get("winner_driver_id")),
        mark=sha256(json.dumps(entry, sort_keys=True).encode()).hexdigest()[:16],
    )


def _starts(entry: dict[str, Any]) -> Iterator[datetime]:
    """Times in UTC where the race is among the sessions, else by the clock in the East."""
    sessions = _entries(entry.get("schedule"))
    told = (each.get("start_time_utc") for each in sessions if each.get("run_type") == _RACE)
    exact = list(_times(told, UTC))
    eastern = (entry.get("date_scheduled"), entry.get("race_date"))
    yield from exact or _times(eastern, _EASTERN)


def _times(told: Iterable[object], zone: timezone) -> Iterator[datetime]:
    for each in told:
        try:
            time = datetime.fromisoformat(str(each))
        except ValueError:
            continue
        if time.year > 1900:  # the feed's word for a day that is not known
            yield (time if time.tzinfo else time.replace(tzinfo=zone)).astimezone(UTC)
