"""NASCAR's feed as a source: the newest good answers of the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.sources.fetching.feed_addresses import FEED, loop_data, points, race_list, weekend
from knowledge.sources.loop_data import read_ratings
from knowledge.sources.points_feed import read_points_feed
from knowledge.sources.race_list import read_race_list
from knowledge.sources.raw_answer import AnswerRefused, RawAnswer
from knowledge.sources.source import Planned, Refused
from knowledge.sources.weekend_feed import read_weekend_feed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from knowledge.sources.fetching.address import Address
    from knowledge.sources.fetching.archive import Archive
    from knowledge.sources.race_list import ListedRace
    from knowledge.sources.records import RaceKey
    from knowledge.sources.source import FinishedRace, Ranking
    from knowledge.sources.table_writing import Row


class FeedArchive:
    """A race whose weekend has no good answer yet is waited for."""

    origin: Row = {  # noqa: RUF012 - a row is a dict
        "id": "nascar-feed",
        "title": "NASCAR's own feed of results (cf.nascar.com), undocumented",
        "url": "https://www.nascar.com",
        "licence": "none given; bare facts only",
        "covers": "races since the embedded records end",
        "backs": "results races people stage_winners disqualifications points",
    }

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.refused_lists: list[Refused] = []
        self._listed = list(self._read_lists())

    def races(self) -> Iterator[FinishedRace | Refused]:
        yield from self.refused_lists
        for listed in self._listed:
            where = (listed.season, listed.series, listed.nascar_id)
            answer = self._find(weekend(*where)) if listed.winner_id else None
            if answer:
                try:
                    ratings = read_ratings(self._find(loop_data(*where)), listed.nascar_id)
                    yield read_weekend_feed(answer, listed, ratings)
                except AnswerRefused as refused:
                    yield Refused(str(refused))

    def calendar(self) -> Iterator[Planned]:
        for listed in self._listed:
            yield Planned(
                listed.series,
                listed.season,
                listed.nascar_id,
                listed.name,
                listed.planned or (listed.day if listed.round else None),
                listed.track_id,
                listed.playoff_round,
                listed.round or None,
            )

    def standings(self) -> Iterator[Ranking | Refused]:
        for season, series in sorted({(each.season, each.series) for each in self._listed}):
            answer = self._find(points(season, series))
            try:
                if answer:
                    yield read_points_feed(answer, series, season)
            except AnswerRefused as refused:
                yield Refused(str(refused))

    def days(self) -> dict[RaceKey, date]:
        """When each race that is over was run, for sources that do not say."""
        return {listed.key: listed.day for listed in self._listed if listed.round}

    def _read_lists(self) -> Iterator[ListedRace]:
        for season in self._archive.seasons(FEED):
            answer = self._find(race_list(season))
            try:
                yield from read_race_list(answer, season) if answer else ()
            except AnswerRefused as refused:
                self.refused_lists.append(Refused(str(refused)))

    def _find(self, address: Address) -> RawAnswer | None:
        latest = self._archive.find_latest(address)
        content = latest.find_content() if latest else None
        return None if content is None else RawAnswer(address.name, content)
