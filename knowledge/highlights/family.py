"""Which races fans know by one name whatever the sponsor, as the reader of questions has them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from knowledge.book.spelling import spell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.races import Race
    from knowledge.records import Records

_BY_ITS_TIME = (" race",)
"""A night or summer race is told by its hour; a win counts at the track, not by that."""


class Family(NamedTuple):
    """The races that fans call by one name whatever the sponsor: Daytona 500, Coca-Cola 600."""

    name: str
    races: frozenset[int]


def family_of(race: Race, venue: str, records: Records) -> Family | None:
    """The family of the race, where it has one."""
    for name, races in _families(race, venue, records):
        if race.id in races and not name.endswith(_BY_ITS_TIME):
            return Family(name, frozenset(each for each in races if each <= race.id))
    return None


def _families(race: Race, venue: str, records: Records) -> Iterator[tuple[str, set[int]]]:
    names = records.connection.execute(
        "select distinct race from race_name where series = :series and venue = :venue",
        {"series": race.series, "venue": venue},
    ).fetchall()
    for (name,) in names:
        row = records.connection.execute(
            "select meanings from phrase where words = :words", {"words": " ".join(spell(name))}
        ).fetchone()
        for key, meant in json.loads(row[0]) if row else ():
            if key == f"race {name}":
                yield name, {int(each) for races, _ in meant for each in races.split(",")}
