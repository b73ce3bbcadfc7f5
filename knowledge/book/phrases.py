"""What everything in the book is called, as phrases: drivers, tracks, teams, makes, races."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from knowledge.book.spelling import common_words, spell

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_KNOWN_BY_FIRST_NAME = 20.0
"""Prominence below which a bare first name never means a driver."""

_KNOWN_DESPITE_COMMON = 60.0
"""Prominence from which a surname that is a common word (Bell, Hill, Love) still means a driver."""

_BRACKET = re.compile(r"\(.*\)")
_FIRST_NAME = 0.35
_SOMEBODY_ELSES = 0.05
_NICKNAME = 2.0
_WITHOUT_SUFFIX = 0.2
_TRACK_WORDS = ("speedway", "raceway", "motor speedway", "international speedway", "track", "oval")
_TEAM_WORDS = frozenset(
    "racing motorsports motorsport enterprises inc engineering associates owner".split()
)
_DRIVING_FOR = ("driving", "racing", "running")
_SPONSOR = re.compile(r"\s+(?:presented|powered)\s+by\s.*$", re.IGNORECASE)
_JOINTS = frozenset("race at the of in on and by for presents presented powered".split())
_LONGEST_RACE_NAME = 4
_DISTANCE = 3
"""Digits of a race's distance: the 500 of Daytona 500."""

Phrase = tuple[str, ...]
Ids = dict[str | int, float]


class _Phrases:
    """Phrases by kind, each with the ids it may mean and how well it fits them."""

    def __init__(self) -> None:
        self.by_kind: dict[str, dict[Phrase, Ids]] = defaultdict(lambda: defaultdict(dict))

    def put(self, kind: str, phrase: Phrase, key: str | int, weight: float = 1.0) -> None:
        ids = self.by_kind[kind][phrase]
        ids[key] = max(weight, ids.get(key, 0.0))

    def rows(self) -> Iterator[tuple[str, str]]:
        """Each phrase once, with [kind, [[id, weight], ...]] of everything it may mean."""
        meant: dict[str, list[list[object]]] = defaultdict(list)
        for kind, phrases in self.by_kind.items():
            for phrase, ids in phrases.items():
                ranked = sorted(ids.items(), key=lambda item: (-item[1], str(item[0])))
                meant[" ".join(phrase)].append([kind, [[key, round(w, 2)] for key, w in ranked]])
        return ((words, json.dumps(kinds)) for words, kinds in sorted(meant.items()) if words)


def fill_phrases(connection: sqlite3.Connection) -> None:
    """Write every phrase of the finished book, and the words they are made of."""
    phrases = _Phrases()
    _add_people(phrases, connection)
    _add_venues(phrases, connection)
    for name, series in connection.execute("select name, series from series_name"):
        for words in _with_article(spell(name)):
            phrases.put("series", words, series)
    _add_teams(phrases, connection)
    _add_makes(phrases, connection)
    for name, *car in connection.execute("select name, car, first, last from car_name"):
        for words in _with_article(spell(name)):
            phrases.put("car", words, json.dumps(car))
    _add_races(phrases, connection)
    connection.execute("delete from phrase")
    connection.executemany("insert into phrase (words, meanings) values (?, ?)", phrases.rows())
    _fill_words(phrases, connection)


def _fill_words(phrases: _Phrases, connection: sqlite3.Connection) -> None:
    """Single words with a weight: what a misspelt word can have meant."""
    weights: dict[str, float] = {}
    for kind in ("driver", "surname", "nickname", "venue", "team"):
        least = 100.0 if kind in ("venue", "team") else 0.0
        for phrase, ids in phrases.by_kind[kind].items():
            for word in phrase:
                weights[word] = max(weights.get(word, 0.0), least, *ids.values())
    connection.execute("delete from word")
    connection.executemany("insert into word (word, weight) values (?, ?)", sorted(weights.items()))


def _add_people(phrases: _Phrases, connection: sqlite3.Connection) -> None:
    rows = connection.execute(
        """
        select person.id, person_name.name, person.prominence + 0.1, person_name.kind
        from person_name join person on person.id = person_name.person
        """
    ).fetchall()
    own = {spell(name): person for person, name, _, kind in rows if kind == "name"}
    for person, name, weight, kind in rows:
        words = spell(_BRACKET.sub("", name))
        if kind == "spelling" and own.get(words, person) != person:
            weight *= _SOMEBODY_ELSES  # noqa: PLW2901 - a name belongs to whoever bears it
        if words != spell(name):  # "Dick Johnson (California)"
            phrases.put("driver", spell(name), person, weight)
        if kind == "nickname":
            phrases.put("nickname", words, person, weight * _NICKNAME)
            continue
        bare = tuple(word for word in words if word not in _SUFFIXES)
        _put_full(phrases, person, words, bare, weight)
        _put_short(phrases, person, words, bare, weight)
    _forget_common_words(phrases)


def _put_full(phrases: _Phrases, person: str, words: Phrase, bare: Phrase, weight: float) -> None:
    phrases.put("driver", words, person, weight)
    if words == bare:
        phrases.put("driver", (*bare, "sr"), person, weight)
        phrases.put("driver", (*bare, "senior"), person, weight)
        return
    phrases.put("driver", bare, person, weight * _WITHOUT_SUFFIX)
    if words[-1] == "jr":
        phrases.put("driver", (*bare, "junior"), person, weight)


def _put_short(phrases: _Phrases, person: str, words: Phrase, bare: Phrase, weight: float) -> None:
    for start in range(1, len(bare)):
        phrases.put("surname", bare[start:], person, weight)
        if words != bare:
            phrases.put("surname", (*bare[start:], words[-1]), person, weight)
    if len(bare) > 1 and weight >= _KNOWN_BY_FIRST_NAME:
        phrases.put("surname", bare[:1], person, weight * _FIRST_NAME)


def _forget_common_words(phrases: _Phrases) -> None:
    common = common_words()
    surnames = phrases.by_kind["surname"]
    for phrase, ids in list(surnames.items()):
        known = max(ids.values()) >= _KNOWN_DESPITE_COMMON
        if len(phrase) == 1 and phrase[0] in common and not known:
            del surnames[phrase]


def _add_venues(phrases: _Phrases, connection: sqlite3.Connection) -> None:
    named: dict[Phrase, list[tuple[str, int]]] = defaultdict(list)
    rows = connection.execute(
        """
        select venue_name.name, venue, races from venue_name join venue on venue.id = venue
        union select name, id, races from venue
        """
    )
    for name, venue, races in rows:
        words = spell(name)
        named[words[1:] if words[0] == "the" else words].append((venue, races))
    for phrase, venues in named.items():
        for longer in (phrase, *((*phrase, *tail.split()) for tail in _TRACK_WORDS)):
            if longer == phrase or longer not in named:
                for venue, races in venues:
                    phrases.put("venue", longer, venue, races)


def _add_teams(phrases: _Phrases, connection: sqlite3.Connection) -> None:
    people = phrases.by_kind["driver"]
    for (team,) in connection.execute(
        "select distinct team from team_season_total where team <> ''"
    ):
        words = spell(team)
        phrases.put("team", words, team)
        owner = tuple(word for word in words if word not in _TEAM_WORDS)
        if owner not in people:
            if len(owner) > 1:
                phrases.put("team", owner, team)
        else:  # who owns a team that bears his name drove as well
            for driving in _DRIVING_FOR:
                phrases.put("team", (driving, "for", *owner), team)
    for name, team in connection.execute("select name, team from team_name"):
        phrases.put("team", spell(name), team)


def _add_makes(phrases: _Phrases, connection: sqlite3.Connection) -> None:
    rows = connection.execute(
        "select distinct make, make from make_season_total union select name, make from make_name"
    )
    for name, make in rows:
        if name:
            phrases.put("make", spell(name), make)


def _add_races(phrases: _Phrases, connection: sqlite3.Connection) -> None:
    known = set()
    for alias, name, races in _known_races(connection):
        known.add(spell(alias))
        for words in _with_article(spell(alias)):
            phrases.put(f"race {name}", words, races)
    for race, name in connection.execute("select id, name from race"):
        for phrase in _race_phrases(spell(_SPONSOR.sub("", name))):
            if phrase not in known and phrase[0] not in _JOINTS:
                phrases.put("race", phrase, race)


def _with_article(words: Phrase) -> tuple[Phrase, ...]:
    """With "the" too: "the Winston" was an exhibition, the Winston Cup a series."""
    return (words,) if words[0] == "the" else (words, ("the", *words))


def _race_phrases(words: Phrase) -> Iterator[Phrase]:
    """Give the whole name, and each part that ends in the distance: "firecracker 400"."""
    if len(words) > 1:
        yield words
    for end, word in enumerate(words):
        if word[:_DISTANCE].isdigit():
            starts = range(max(0, end - _LONGEST_RACE_NAME), end)
            yield from (words[start : end + 1] for start in starts)


def _known_races(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """Races that fans know by one name whatever the sponsor calls them, ids with commas."""
    return connection.execute(
        """
        select race_name.name, race_name.race, group_concat(race.id)
        from race_name join race on race.series = race_name.series
          and race.venue = race_name.venue
          and (race_name.contains is null or race.name like '%' || race_name.contains || '%')
          and (race_name.nth is null or race_name.nth = race.nth_at_venue
               or race_name.nth = race.nth_at_venue - race.times_at_venue - 1)
          and race.season between coalesce(race_name.first, 0) and coalesce(race_name.last, 9999)
        where race.name not like '%qualif%'
        group by race_name.name, race_name.race
        """
    ).fetchall()
