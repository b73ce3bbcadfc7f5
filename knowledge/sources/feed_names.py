"""What NASCAR's feed calls tracks and teams, where the results here say it otherwise."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from knowledge.sources.source_file import SourceRefused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from knowledge.sources.gathering import Gathered
    from knowledge.sources.nascar_feed import FeedResult, FeedTrack
    from knowledge.sources.table_writing import Row


_LATELY = 2
"""Seasons; a name that the feed gave up before no longer tells what it would mean."""


def track_rows(gathered: Gathered, tracks: Iterable[FeedTrack]) -> Iterator[Row]:
    """Say which layout each track of the feed is; one that would be two is refused."""
    venues: dict[int, str] = {}
    for each in tracks:
        key = gathered.feed_races.get(each.race)
        if key is None:
            continue
        venue = gathered.venues.of(gathered.races[key])
        if venues.setdefault(each.track, venue) != venue:
            why = f"{each.track} is {venues[each.track]} and {venue} ({key})"
            raise SourceRefused(each.file, each.row, "track_id", why)
    return ({"track": track, "venue": venue} for track, venue in venues.items())


def team_rows(gathered: Gathered, results: Iterable[FeedResult]) -> Iterator[Row]:
    """Say which team a name of late means: the one that most cars under that name have here."""
    meant: dict[str, dict[int, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for result in results:
        key = gathered.feed_races.get(result.race)
        entry = gathered.by_car.get((key, result.car)) if key else None
        if key and entry and entry.finish == result.finish and entry.result.team:
            meant[result.team][key.season][entry.result.team] += 1
    late = max(key.season for key in gathered.races) - _LATELY
    for name, seasons in meant.items():
        teams = seasons[max(seasons)]
        team, cars = min(teams.items(), key=lambda each: (-each[1], each[0]))
        if max(seasons) > late and 2 * cars > teams.total() and team != name:
            yield {"name": name, "team": team}
