"""All results and race facts gathered, corrected and checked, each driver a known person."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from knowledge.book.tables import SERIES
from knowledge.sources.correcting import Correcting
from knowledge.sources.corrections import read_marks
from knowledge.sources.identities import Identities
from knowledge.sources.race_facts import FILE as FACTS_FILE
from knowledge.sources.race_facts import read_race_facts
from knowledge.sources.records import Entry
from knowledge.sources.results_parquet import read_results
from knowledge.sources.source_file import SourceRefused
from knowledge.sources.venues import Venues

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.sources.correction_rows import Mark
    from knowledge.sources.records import Race, RaceFacts, RaceKey, Result


@dataclass(frozen=True)
class Gathered:
    """The record before it becomes tables; races in order, the cars of a race by finish."""

    races: dict[RaceKey, Race]
    facts: dict[RaceKey, RaceFacts]
    entries: dict[RaceKey, list[Entry]]
    people: Identities
    venues: Venues
    correcting: Correcting
    read: dict[str, int]
    """How many rows the file of each series has."""

    @cached_property
    def feed_races(self) -> dict[int, RaceKey]:
        """The races by their id in NASCAR's feed."""
        return {fact.nascar_id: key for key, fact in self.facts.items() if fact.nascar_id}

    @cached_property
    def by_car(self) -> dict[tuple[RaceKey, str], Entry]:
        """The cars by race and number, where only one car has the number."""
        found: dict[tuple[RaceKey, str], Entry] = {}
        for key, entries in self.entries.items():
            numbers = [entry.result.car for entry in entries]
            unique = (entry for entry in entries if numbers.count(entry.result.car) == 1)
            found |= {(key, entry.result.car): entry for entry in unique}
        return found


def gather(source: Path, corrections: Path) -> Gathered:
    correcting, people = Correcting(corrections), Identities(corrections)
    races: dict[RaceKey, Race] = {}
    results: list[Result] = []
    read = {}
    for series in SERIES:
        file = read_results(source, series)
        races |= correcting.races(file.races.values())
        results += correcting.results(file.results, series)
        read[series] = len(file.results)
    facts = correcting.facts(read_race_facts(source).values())
    entries = _enter(results, races, people)
    ties = list(read_marks(corrections, "ties.csv", "finish"))
    for key, race in races.items():
        _check_race(race, entries.get(key, []), facts, ties)
    ordered = dict(sorted(races.items()))
    return Gathered(ordered, facts, entries, people, Venues(corrections), correcting, read)


def _enter(
    results: list[Result], races: dict[RaceKey, Race], people: Identities
) -> dict[RaceKey, list[Entry]]:
    """Name the driver of every row; a row of no race or without a finish is refused."""
    entries: dict[RaceKey, list[Entry]] = {key: [] for key in sorted(races)}
    for result in results:
        if result.key not in races:
            raise SourceRefused(result.file, result.row, "Race", f"{result.key} is no race")
        if result.finish is None:
            raise SourceRefused(result.file, result.row, "Finish", "is empty")
        if not result.driver:
            raise SourceRefused(result.file, result.row, "Driver", "is empty")
        person = people.person(result.driver, result.key)
        entries[result.key].append(Entry(result, result.finish, person))
    people.add_aliases()
    for cars in entries.values():
        cars.sort(key=lambda entry: (entry.finish, entry.result.car))
    return entries


def _check_race(
    race: Race, entries: list[Entry], facts: dict[RaceKey, RaceFacts], ties: list[Mark]
) -> None:
    """Refuse a race without facts or winner, with two in one place, or with a driver twice."""
    if race.key not in facts:
        raise SourceRefused(FACTS_FILE, 0, "race", f"{race.key} has no row")
    if not entries or entries[0].finish != 1:
        raise SourceRefused(race.file, race.row, "Finish", f"{race.key} has no winner")
    seen: set[int | str] = set()
    for entry in entries:
        shared = any(tie.reach.covers(race.key) and tie.who == str(entry.finish) for tie in ties)
        if entry.finish in seen and not shared:
            _refuse(entry, "Finish", f"{race.key} has two cars in place {entry.finish}")
        if entry.person in seen:
            _refuse(entry, "Driver", f"{entry.person} is in {race.key} twice")
        seen |= {entry.finish, entry.person}


def _refuse(entry: Entry, column: str, why: str) -> None:
    raise SourceRefused(entry.result.file, entry.result.row, column, why)
