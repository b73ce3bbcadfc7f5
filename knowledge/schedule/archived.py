"""The schedule as the archive has it: this season's list and the next one's, read when changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.schedule.reading import read_races
from knowledge.schedule.scheduled import Schedule, in_order
from knowledge.sources.fetching.feed_addresses import race_list
from knowledge.sources.fetching.judging import read_json

if TYPE_CHECKING:
    from datetime import datetime

    from knowledge.schedule.scheduled import Scheduled
    from knowledge.sources.fetching.archive import Archive, Version


class ArchivedSchedule:
    """Opened at any time; where nothing was archived there is no schedule."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._read: dict[str, tuple[Scheduled, ...]] = {}  # by the digest of a list

    def find(self, now: datetime) -> Schedule | None:
        lists = {
            season: version
            for season in (now.year - 1, now.year, now.year + 1)
            if (version := self._archive.find_latest(race_list(season)))
        }
        if not lists or max(lists) < now.year:
            return None
        races = [race for season, each in lists.items() for race in self._races(season, each)]
        self._read = {each.digest: self._read[each.digest] for each in lists.values()}
        return Schedule(in_order(races), max(each.at for each in lists.values()))

    def _races(self, season: int, version: Version) -> tuple[Scheduled, ...]:
        if version.digest not in self._read:
            content = version.find_content()
            told = read_json(content) if content is not None else None
            self._read[version.digest] = read_races(told, season)
        return self._read[version.digest]
