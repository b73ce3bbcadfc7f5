"""What to ask NASCAR's feed for now: as little as brings every finished race in, in good order."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from knowledge.sources.fetching.address import Wanted
from knowledge.sources.fetching.feed_addresses import loop_data, points, race_list, weekend
from knowledge.sources.fetching.judging import read_json
from knowledge.sources.fetching.listed_races import listed_races

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from knowledge.sources.fetching.address import Address
    from knowledge.sources.fetching.archive import Archive
    from knowledge.sources.fetching.listed_races import ListedRace

WEEK = timedelta(days=7)
"""Results change after a race: inspection, penalties, appeals."""

AGAIN = timedelta(hours=3)
"""What is complete is asked for again at most so often in that week."""

_LIST_AGAIN, _OLD_LIST_AGAIN = timedelta(minutes=10), WEEK


def plan(now: datetime, archive: Archive, seasons: Iterable[int]) -> list[Wanted]:
    """Season by season up to a list that is due, since what to ask besides follows from it.

    The running season comes last: in winter its list may not be there, which ends a sync.
    """
    wanted: list[Wanted] = []
    for season in seasons:
        if _list_is_due(now, archive, season):
            return [*wanted, Wanted(race_list(season))]
        wanted += _races_of(now, archive, season)
    return wanted


def _races_of(now: datetime, archive: Archive, season: int) -> list[Wanted]:
    """Last night first.

    A race is asked for until its week has passed, once more after it, and when its entry changes.
    """
    races = (race for race in listed_races(archive, season) if race.is_over(now))
    over = sorted(races, key=lambda race: race.last_start, reverse=True)
    recent = [race for race in over if now < race.last_start + WEEK]
    earlier = over[len(recent) :]
    return [
        *_weekends(now, archive, recent),
        *_standings(now, archive, over),
        *_loops(now, archive, recent),
        *_weekends(now, archive, earlier),
        *_loops(now, archive, earlier),
    ]


def is_complete(archive: Archive, race: ListedRace) -> bool:
    """Before a race its results are the entry list; somebody must have won it."""
    latest = archive.find_latest(weekend(race.season, race.series, race.race))
    content = latest.find_content() if latest else None
    if content is None:
        return False
    results = read_json(content)["weekend_race"][0]["results"]
    return any(isinstance(row, dict) and row.get("finishing_position") == 1 for row in results)


def _list_is_due(now: datetime, archive: Archive, season: int) -> bool:
    check = archive.find_check(race_list(season))
    return check is None or now - check.at >= (
        _LIST_AGAIN if season >= now.year else _OLD_LIST_AGAIN
    )


def _weekends(now: datetime, archive: Archive, races: list[ListedRace]) -> Iterator[Wanted]:
    for race in races:
        address = weekend(race.season, race.series, race.race, race.name)
        if _is_due(now, archive, address, race) or (
            now < race.last_start + WEEK and not is_complete(archive, race)
        ):
            yield Wanted(address, race.mark)


def _loops(now: datetime, archive: Archive, races: list[ListedRace]) -> Iterator[Wanted]:
    for race in races:
        address = loop_data(race.season, race.series, race.race, race.name)
        if race.has_winner and _is_due(now, archive, address, race):
            yield Wanted(address, race.mark)


def _standings(now: datetime, archive: Archive, over: list[ListedRace]) -> Iterator[Wanted]:
    """They follow the last race of each series; the newest race comes first."""
    seen: set[str] = set()
    for race in over:
        if race.has_winner and race.series not in seen:
            seen.add(race.series)
            address = points(race.season, race.series)
            if _is_due(now, archive, address, race):
                yield Wanted(address, race.mark)


def _is_due(now: datetime, archive: Archive, address: Address, race: ListedRace) -> bool:
    check, settled = archive.find_check(address), race.last_start + WEEK
    if check is None or check.mark != race.mark:
        return True
    return check.at < settled if now >= settled else now - check.at >= AGAIN
