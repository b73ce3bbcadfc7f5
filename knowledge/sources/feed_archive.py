"""NASCAR's feed as a source: the raw answers, kept in folders as their addresses are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.book.tables import SERIES
from knowledge.sources.loop_data import read_ratings
from knowledge.sources.race_list import FILE as LIST
from knowledge.sources.race_list import read_race_list
from knowledge.sources.raw_answer import AnswerRefused
from knowledge.sources.source import Planned, Refused
from knowledge.sources.weekend_feed import read_weekend_feed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from knowledge.sources.race_list import ListedRace
    from knowledge.sources.source import FinishedRace
    from knowledge.sources.table_writing import Row

LISTS = f"cacher/*/{LIST}"
WEEKEND = "cacher/{season}/{series}/{race}/weekend-feed.json"
LOOP_DATA = "loopstats/prod/{season}/{series}/{race}.json"


class FeedArchive:
    """A folder of answers of cf.nascar.com; a race without its weekend's answer is waited for."""

    origin: Row = {  # noqa: RUF012 - a row is a dict
        "id": "nascar-feed",
        "title": "NASCAR's own feed of results (cf.nascar.com), undocumented",
        "url": "https://www.nascar.com",
        "licence": "none given; bare facts only",
        "covers": "races since the embedded records end",
        "backs": "results races people stage_winners disqualifications",
    }

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.refused_lists: list[Refused] = []
        self._listed = list(self._read_lists())

    def races(self) -> Iterator[FinishedRace | Refused]:
        yield from self.refused_lists
        for listed in self._listed:
            if listed.winner_id and self._path(WEEKEND, listed).is_file():
                try:
                    yield self._race(listed)
                except AnswerRefused as refused:
                    yield Refused(str(refused))

    def calendar(self) -> Iterator[Planned]:
        for listed in self._listed:
            yield Planned(listed.series, listed.season, listed.track_id)

    def _race(self, listed: ListedRace) -> FinishedRace:
        ratings = read_ratings(self._path(LOOP_DATA, listed), listed.nascar_id)
        return read_weekend_feed(self._path(WEEKEND, listed), listed, ratings)

    def _read_lists(self) -> Iterator[ListedRace]:
        for path in sorted(self._folder.glob(LISTS)):
            if path.parent.name.isdecimal():
                try:
                    yield from read_race_list(path, int(path.parent.name))
                except AnswerRefused as refused:
                    self.refused_lists.append(Refused(str(refused)))

    def _path(self, address: str, listed: ListedRace) -> Path:
        number = SERIES.index(listed.series) + 1
        race = {"season": listed.season, "series": number, "race": listed.nascar_id}
        return self._folder / address.format_map(race)
