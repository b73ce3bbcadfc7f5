"""The two independent copies of the results held against each other, place by place."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from knowledge.sources.identities import folded
from knowledge.sources.report import Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from knowledge.sources.correction_rows import Mark
    from knowledge.sources.gathering import Gathered
    from knowledge.sources.matching import Others, Votes
    from knowledge.sources.racing_reference import OtherResult
    from knowledge.sources.records import Entry, RaceKey


def by_our_rounds(gathered: Gathered, results: Iterable[OtherResult]) -> Others:
    """Sort the other copy's rows by race and finish, the races under our own rounds."""
    ours = {
        key._replace(round=facts.other_round): key
        for key, facts in gathered.facts.items()
        if key in gathered.races
    }
    places: Others = defaultdict(list)
    for result in results:
        if result.key in ours:
            places[ours[result.key], result.finish].append(result)
    return dict(places)


class CrossCheck:
    """A comparison of every place; `owners` says whose an id of the other copy is."""

    def __init__(
        self,
        gathered: Gathered,
        others: Others,
        owners: Mapping[str, str],
        accepted: Iterable[Mark],
    ) -> None:
        self._gathered = gathered
        self._owners = owners
        self._accepted = list(accepted)
        self._theirs: dict[RaceKey, dict[int, list[OtherResult]]] = defaultdict(dict)
        for (key, finish), results in others.items():
            self._theirs[key][finish] = results
        self.counts: Counter[str] = Counter()
        self.winners: list[str] = []
        self.differences: list[str] = []
        for key, theirs in sorted(self._theirs.items()):
            self._check_race(key, theirs)

    def _check_race(self, key: RaceKey, theirs: dict[int, list[OtherResult]]) -> None:
        entries = self._gathered.entries[key]
        places = {entry.person: entry.finish for entry in entries}
        for entry in entries:
            if entry.finish in theirs:
                self._check_place(key, entry, theirs[entry.finish], places)
            else:
                self._note("only here", key, f"{entry.finish} {entry.person}, not there")
        taken = set(places.values())
        for place, others in sorted(theirs.items()):
            if place > max(taken):
                self.counts["behind our last place"] += 1
            elif place not in taken:
                self._note("only there", key, f"{place} empty, there {others[0].driver}")

    def _check_place(
        self, key: RaceKey, entry: Entry, theirs: list[OtherResult], places: dict[str, int]
    ) -> None:
        self.counts["compared"] += 1
        owners = [self._owner(other) for other in theirs]
        if entry.person in owners or folded(entry.result.driver) in owners:
            return
        if any(m.reach.covers(key) and _holds(m.who, entry.finish) for m in self._accepted):
            self.counts["accepted"] += 1
            return
        kind = "finish" if owners[0] in places else "driver"
        line = f"{entry.finish} {entry.person}, there {theirs[0].driver}"
        self._note(kind, key, line)
        if entry.finish == 1:
            self.winners.append(f"{key}: {line}")

    def _note(self, kind: str, key: RaceKey, line: str) -> None:
        self.counts[kind] += 1
        self.differences.append(f"{key}: {line}")

    def _owner(self, other: OtherResult) -> str:
        """Return whose row it is; a driver whom nobody here is matched with keeps the name."""
        return self._owners.get(other.driver_id, folded(other.driver))

    def report(self, schedule: Mapping[RaceKey, str]) -> tuple[Section, Section]:
        """Report the winners, then all places; `schedule` is a second list of winners."""
        people, facts = self._gathered.people, self._gathered.facts
        compared, lines = 0, []
        for key, entries in self._gathered.entries.items():
            name = schedule.get(key._replace(round=facts[key].other_round))
            compared += bool(name)
            if name and people.find(name, key.series, key.season) != entries[0].person:
                lines.append(f"{key}: {entries[0].person}, there {name}")
        winners = (
            f"{compared:,} races have a winner in the other copy's schedule",
            f"{len(lines)} winners differ there, {len(self.winners)} in its results",
            *lines,
            *(line for line in self.winners if line not in lines),
        )
        return Section("Winners in two copies", winners), Section("Places", self._places())

    def _places(self) -> tuple[str, ...]:
        races = len(self._theirs)
        counts = self.counts
        return (
            f"{counts['compared']:,} places of {races:,} races are in both copies",
            "the other has no cars for the second series in 1982-1983 and for most of 2025",
            f"{counts['finish']} places have another driver of the same race there",
            f"{counts['driver']} places have a driver there whom our race does not have",
            f"{counts['accepted']} differences are known and accepted",
            f"{counts['only here']} places are only here, {counts['only there']} only there",
            f"{counts['behind our last place']} places there are behind our last",
            *self.differences,
        )


def report_ids(votes: Votes, owners: Mapping[str, str], names: Mapping[str, str]) -> Section:
    """Name those whom the other copy counts as two people, and those it counts as one."""
    lines = []
    for person, ids in sorted(votes.items()):
        for driver_id, count in sorted(ids.items()):
            if driver_id not in owners and _alike(person, names[driver_id]):
                lines.append(f"{person}: {count} rows there under a second id {driver_id}")
            owner = owners.get(driver_id, person)
            if owner != person and len(ids) == 1:
                lines.append(f"{person}: {count} rows there counted to {owner}")
    return Section("One person or two", tuple(lines))


def _alike(person: str, name: str) -> bool:
    return person.replace("-", " ").split()[:2] == folded(name).split()[:2]


def _holds(places: str, finish: int) -> bool:
    first, _, last = places.partition("-")
    return int(first) <= finish <= int(last or first)
