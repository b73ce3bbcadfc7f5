"""What can be suggested: drivers, tracks, races, series and seasons, with all their names."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Literal, TypeAlias

from knowledge.book.spelling import spell
from knowledge.charts import short_track
from knowledge.once import once
from knowledge.series import ALL_SERIES, SERIES_WORDS
from knowledge.suggesting import Entry, Shelf, Suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.records import Records

Suggested: TypeAlias = Literal["driver", "track", "race", "series", "season"]

_LONGEST = 100
"""Characters of a label or a value that every platform shows whole."""

_CLEARLY = 1.2
"""Times better known than a namesake is a driver whose name then means him alone."""

_PRESENTED = re.compile(r",?\s+(?:presented|powered|supporting|presents)\b.*$", re.IGNORECASE)


class Suggestions:
    """A shelf of names for each kind, filled when it is first asked for."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def find(self, kind: str, typed: str, limit: int) -> tuple[Suggestion, ...]:
        shelf: Shelf = getattr(self, f"_{kind}")
        return shelf.find(typed, limit)

    @once
    def _driver(self) -> Shelf:
        return Shelf(_drivers(self._records))

    @once
    def _track(self) -> Shelf:
        return Shelf(_tracks(self._records))

    @once
    def _race(self) -> Shelf:
        return Shelf(_races(self._records))

    @once
    def _series(self) -> Shelf:
        return Shelf(_series(self._records))

    @once
    def _season(self) -> Shelf:
        return Shelf(_seasons(self._records))


def _drivers(records: Records) -> Iterator[Entry]:
    """Drivers by how well known they are, under names that nobody else bears."""
    names = defaultdict(list)
    for person, name in records.connection.execute("select person, name from person_name"):
        names[person].append(name)
    meanings = dict(records.connection.execute("select words, meanings from phrase").fetchall())
    rows = records.connection.execute(
        "select id, name from person where starts > 0 order by prominence desc, name"
    )
    for person, name in rows:
        if _means(person, meanings.get(" ".join(spell(name)), "[]")):
            yield Entry(Suggestion(name, name), (name, *names[person]))


def _means(person: str, meanings: str) -> bool:
    """Whether a phrase of the book means this driver, and no team or namesake."""
    borne = [(kind, *each) for kind, bearers in json.loads(meanings) for each in bearers]
    own = max((weight for _, bearer, weight in borne if bearer == person), default=0.0)
    return own > 0 and all(
        bearer == person or (kind != "team" and own >= _CLEARLY * weight)
        for kind, bearer, weight in borne
    )


def _tracks(records: Records) -> Iterator[Entry]:
    """Tracks by how often they were raced at lately and ever, with the towns they lie in."""
    names = defaultdict(list)
    for venue, name in records.connection.execute("select venue, name from venue_name"):
        names[venue].append(name)
    rows = records.connection.execute(
        """
        select venue.id, venue.name, venue.place from venue join race on race.venue = venue.id
        group by venue.id order by sum(race.season > :recent) > 0 desc, count(*) desc
        """,
        {"recent": records.last_season - 3},
    )
    for venue, name, place in rows:
        label = name if not place or place in name else f"{name} · {place}"
        yield Entry(Suggestion(label[:_LONGEST], name), (name, place or "", *names[venue]))


def _races(records: Records) -> Iterator[Entry]:
    """Races, the latest first and of one day the Cup race, each by its round of the season."""
    tracks = defaultdict(list)
    for venue, name in records.connection.execute("select venue, name from venue_name"):
        tracks[venue].append(name)
    known = _known_names(records)
    rows = records.connection.execute(
        "select id, season, series, round, name, venue, date from race order by date desc, series"
    )
    for race, season, series, number, name, venue, date in rows:
        track, series_word = records.venue_name(venue), SERIES_WORDS[series]
        told = (_PRESENTED.sub("", name), short_track(track), series_word, date)
        yield Entry(
            Suggestion(" · ".join(told)[:_LONGEST], f"{season} {series_word} race {number}"),
            (name, track, series_word, str(season), known.get(race, ""), *tracks[venue]),
        )


def _known_names(records: Records) -> dict[int, str]:
    """What fans call a race whatever its sponsor: Firecracker 400, Coke 600."""
    rows = records.connection.execute(
        """
        select race.id, group_concat(race_name.name, ' ') from race join race_name
        on race_name.series = race.series and race_name.venue = race.venue
        and race.name like '%' || race_name.contains || '%'
        and race.season between coalesce(race_name.first, 0) and coalesce(race_name.last, 9999)
        group by race.id
        """
    )
    return dict(rows.fetchall())


def _series(records: Records) -> Iterator[Entry]:
    """The three series, known by every name they ever had, and all of them together."""
    names = defaultdict(list)
    for name, series in records.connection.execute("select name, series from series_name"):
        names[series].append(name)
    for key in ALL_SERIES:
        word = SERIES_WORDS[key]
        yield Entry(Suggestion(f"{word} Series", word), (word, "Series", *names[key]))
    together = "all three series"
    yield Entry(Suggestion("All three series together", together), (together, "together combined"))


def _seasons(records: Records) -> Iterator[Entry]:
    rows = records.connection.execute("select distinct season from race order by season desc")
    for (season,) in rows:
        yield Entry(Suggestion(str(season), str(season)), (str(season),))
