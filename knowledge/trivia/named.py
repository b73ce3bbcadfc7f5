"""Whom a short text names, as the reading room reads it: names, nicknames, misspellings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from knowledge.reading.drivers import Strangers, named_drivers, settle
from knowledge.reading.meanings import People
from knowledge.scope import Scope

if TYPE_CHECKING:
    from knowledge.reading.drivers import NamedDriver
    from knowledge.reading.mentions import Mentions, Span
    from knowledge.reading.reader import Reader
    from knowledge.records import Records


class NamedPerson(NamedTuple):
    """Who is meant, or the few among whom it stays open; and everybody so called."""

    settled: tuple[str, ...]
    possible: frozenset[str]


def people_named(text: str, reader: Reader, records: Records) -> list[NamedPerson]:
    """Everybody whom a text names, in its order."""
    drivers = named_drivers(_as_people(reader.read(text)))
    if isinstance(drivers, Strangers):
        return []
    return [_settled(driver, records) for driver in drivers]


def _settled(driver: NamedDriver, records: Records) -> NamedPerson:
    """Whoever bears a full name is meant by it, and not his son."""
    settled = settle(driver, Scope(), records)
    if driver.full and len(settled) == 1:
        return NamedPerson(settled, frozenset(settled))
    return NamedPerson(settled, frozenset(person for person, _ in driver.candidates))


def person_named(text: str, reader: Reader, records: Records) -> str | None:
    """The one driver of a text: the likeliest, where a name is shared."""
    people = people_named(text, reader, records)
    return people[0].settled[0] if people else None


def _as_people(mentions: Mentions) -> Mentions:
    """The same with every word that can be a name read as one: only names are asked for."""
    return mentions.with_spans(tuple(map(_as_person, mentions.spans)))


def _as_person(span: Span) -> Span:
    people = [each for each in span.rivals if isinstance(each, People)]
    if not people:
        return span
    if len(people) == 1:
        return span._replace(rivals=(people[0],))
    weights: dict[str, float] = {}
    for meaning in people:  # "junior" is a given name and a nickname
        for person, weight in meaning.candidates:
            weights[person] = max(weight, weights.get(person, 0.0))
    ranked = tuple(sorted(weights.items(), key=lambda each: (-each[1], each[0])))
    return span._replace(rivals=(People(ranked, people[0].part),))
