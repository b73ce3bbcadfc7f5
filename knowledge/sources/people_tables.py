"""The tables of people: one row a person, and every name the sources have for one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.sources.report import Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from knowledge.sources.birth_dates import Birth
    from knowledge.sources.gathering import Gathered
    from knowledge.sources.identities import Identities
    from knowledge.sources.table_writing import Row

_YOUNGEST, _OLDEST = 12, 85
"""Ages between which somebody may have raced; outside, the date is somebody else's."""


@dataclass(frozen=True, slots=True)
class OtherIds:
    """Each person's id in NASCAR's feed and at racing-reference."""

    feed: Mapping[str, int]
    racing_reference: Mapping[str, str]


def match_births(people: Identities, births: Iterable[Birth], ids: OtherIds) -> dict[str, Birth]:
    """Find whose birth date it is: by id in the feed, at racing-reference, or by name."""
    by_feed = {feed: person for person, feed in ids.feed.items()}
    by_other = {other: person for person, other in ids.racing_reference.items()}
    found: dict[str, Birth] = {}
    for birth in births:
        person = by_feed.get(birth.nascar_id or 0) or people.find_anywhere(birth.name)
        person = person or by_other.get(birth.racing_reference_id)
        if person and _fits(people, person, birth):
            found.setdefault(person, birth)
    return found


def _fits(people: Identities, person: str, birth: Birth) -> bool:
    if not birth.born:
        return True
    first, last = people.raced(person)
    born = int(birth.born[:4])
    return first - born >= _YOUNGEST and last - born <= _OLDEST


def people_rows(people: Identities, births: Mapping[str, Birth], ids: OtherIds) -> list[Row]:
    taken = set(ids.feed.values())
    rows: list[Row] = []
    for person, name in people.names.items():
        birth = births.get(person)
        spare = birth.nascar_id if birth and birth.nascar_id not in taken else None
        rows.append(
            {
                "id": person,
                "name": name,
                "born": birth.born if birth else None,
                "home": birth.home if birth else None,
                "nascar_id": ids.feed.get(person) or spare,
                "racing_reference_id": ids.racing_reference.get(person),
            }
        )
    return rows


def name_rows(people: Identities) -> list[Row]:
    return [{"name": name, "person": who, "kind": "spelling"} for name, who in people.spellings]


def report_people(gathered: Gathered, rows: Iterable[Row]) -> Section:
    """Count what is known of how many, and name whom the corrections failed to keep apart."""
    listed = list(rows)
    known = {
        "a birth date": "born",
        "a home town": "home",
        "an id in NASCAR's feed": "nascar_id",
        "an id at racing-reference": "racing_reference_id",
    }
    counts = (f"{sum(bool(r[column]) for r in listed):,} with {w}" for w, column in known.items())
    return Section("People", (f"{len(listed):,} people", *counts, *gathered.people.made_one()))
