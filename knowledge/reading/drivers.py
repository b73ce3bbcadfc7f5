"""Who is meant: names in one question brought together, and settled by where and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.reading.meanings import Cue, People
from knowledge.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.reading.mentions import Mentions, Span
    from knowledge.records import Records

DOMINANT = 6.0
"""How many times weightier than the next the likeliest driver of a shared name must be."""

_FULL_NAME_DOMINANT = 1.2
_WORTH_A_CHOICE = 16.0
"""A driver so many times lighter than the likeliest is no choice."""

_MOST_CHOICES = 6

Candidates = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class NamedDriver:
    """A driver as the question named him, with everybody who could be meant."""

    said: str
    candidates: Candidates
    full: bool
    among: Candidates = ()  # whom the name could have meant before one of them was picked


@dataclass(frozen=True, slots=True)
class Strangers:
    """Two names side by side that belong to no one driver: "tom brady"."""

    said: str


_SIDE_BY_SIDE = frozenset({Cue.AHEAD, Cue.COMPARE, Cue.DIFFERENCE, Cue.MORE, Cue.LEAST})
"""Cues of a comparison: in "who has more, crafton sauter" two are named."""


_A_NAME = 2
"""Names that may be one person's, a given name and a surname; three are several people."""


def named_drivers(mentions: Mentions) -> list[NamedDriver] | Strangers:
    """Bring together the names of one driver: "mark 'the kid' martin" is one, not three."""
    if People not in mentions.kinds:
        return []
    drivers: list[NamedDriver] = []
    last: Span | None = None
    apart = False
    several = sum(isinstance(span.meaning, People) for span in mentions.spans) > _A_NAME
    compared = several or bool(mentions.cues & _SIDE_BY_SIDE)
    for span in mentions.spans:
        meaning = span.meaning
        if isinstance(meaning, People):
            joined = None if apart or not drivers else _join(drivers[-1], span, meaning)
            if joined:
                drivers[-1] = joined
            elif last and not apart and not compared and _is_given(last, span, mentions):
                return Strangers(f"{last.text} {span.text}")
            else:
                drivers.append(NamedDriver(span.text, meaning.candidates, _is_full(meaning)))
            last, apart = span, False
        elif meaning is Cue.COMPARE or span.text in ("and", "or"):
            apart = True
    return _shared_surname(_named_once(drivers))


def _named_once(drivers: list[NamedDriver]) -> list[NamedDriver]:
    """Drop a surname that repeats a driver named in full: "Jeff Gordon ... was Gordon ahead"."""
    full = {driver.candidates[0][0] for driver in drivers if driver.full}
    return [
        driver
        for driver in drivers
        if driver.full or not full & {person for person, _ in driver.candidates}
    ]


def _is_full(meaning: People) -> bool:
    return meaning.part in ("full", "nickname")


def _is_given(first: Span, second: Span, mentions: Mentions) -> bool:
    """Whether two neighbours read like a given name and a surname: "Tom Brady"."""
    if first.end != second.start or mentions.words[second.start].after_comma:
        return False
    parts = [span.meaning.part for span in (first, second) if isinstance(span.meaning, People)]
    return parts == ["surname", "surname"]


def _join(before: NamedDriver, span: Span, meaning: People) -> NamedDriver | None:
    weights = dict(meaning.candidates)
    both = [
        (person, max(weight, weights[person]))
        for person, weight in before.candidates
        if person in weights
    ]
    if not both:
        return None
    return NamedDriver(f"{before.said} {span.text}", tuple(both), full=True)


def _shared_surname(drivers: list[NamedDriver]) -> list[NamedDriver]:
    """In "terry or bobby labonte" the first shares the surname of the second."""
    if len(drivers) < 2 or drivers[0].full or not drivers[-1].full:
        return drivers
    surname = drivers[-1].candidates[0][0].split("-")[-1]
    alike = tuple(each for each in drivers[0].candidates if each[0].split("-")[-1] == surname)
    if not alike:
        return drivers
    return [NamedDriver(f"{drivers[0].said} {surname}", alike, full=True), *drivers[1:]]


def settle(driver: NamedDriver, scope: Scope, records: Records) -> tuple[str, ...]:
    """Who is meant within a scope: one id, or the choices where nobody dominates."""
    candidates = driver.candidates
    if len(candidates) == 1:
        return (candidates[0][0],)
    ranked = _within(candidates, scope, records) or list(candidates)
    ranked.sort(key=lambda each: (-each[1], each[0]))
    needed = _FULL_NAME_DOMINANT if driver.full else DOMINANT
    if len(ranked) == 1 or ranked[0][1] >= needed * ranked[1][1]:
        return (ranked[0][0],)
    least = ranked[0][1] / _WORTH_A_CHOICE
    return tuple(person for person, weight in ranked if weight >= least)[:_MOST_CHOICES]


def _within(candidates: Candidates, scope: Scope, records: Records) -> list[tuple[str, float]]:
    """The candidates who started in the series and seasons asked about, weighed by that."""
    limits = Scope(series=scope.series, seasons=scope.seasons)
    if not limits.columns:
        return []
    people = {f"person_{index}": person for index, (person, _) in enumerate(candidates)}
    rows = records.connection.execute(
        f"""
        select driver, 10.0 * sum(wins) + 0.5 * sum(starts) from season_total
        where driver in (:{", :".join(people)}) and {limits.sql} group by driver
        """,
        {**people, **limits.parameters},
    )
    weights = dict(candidates)
    return [(driver, worth * _how_said(driver, weights[driver], records)) for driver, worth in rows]


def _how_said(person: str, weight: float, records: Records) -> float:
    """How well the words fit the person: 1 for his surname, less for his first name."""
    return weight / (records.person(person).prominence + 0.1)


def names(people: Sequence[str], records: Records) -> tuple[str, ...]:
    return tuple(records.person(person).name for person in people)
