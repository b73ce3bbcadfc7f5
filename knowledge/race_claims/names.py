"""The names in a sentence: of this race first, then whatever else the reader of questions knows."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from knowledge.book.spelling import plain
from knowledge.charts import short_track
from knowledge.highlights.highlight import NAME
from knowledge.highlights.saying import owner, surnames
from knowledge.once import once

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from knowledge.highlights.highlight import Highlight
    from knowledge.highlights.race_day import RaceDay

What: TypeAlias = Literal["driver", "team", "make", "race", "track", "other"]


_PODIUM = 3


class Bearer(NamedTuple):
    """Whose a name is: drivers by id; teams, makes, races and others by name."""

    what: What
    key: str


class Name(NamedTuple):
    """A name said from start to end (exclusive), and whose it can be."""

    start: int
    end: int
    bearers: tuple[Bearer, ...]
    known: bool = True  # of this race, or of a highlight of it

    def of(self, *what: What) -> tuple[Bearer, ...]:
        return tuple(bearer for bearer in self.bearers if bearer.what in what)


@dataclass(frozen=True)
class Names:
    """Every name that belongs to a race, ready to be found in sentences."""

    day: RaceDay
    highlights: tuple[Highlight, ...]
    read: Callable[[str], list[Name]]

    def known(self, text: str) -> list[Name]:
        """The names of the race as they are written there."""
        return [self._named(match) for match in self._pattern.finditer(plain(text))]

    def find(self, text: str) -> list[Name]:
        """The names of the race as they are written there, and the others that can be read."""
        found = self.known(text)
        for other in self.read(plain(text)):
            covered = [name for name in found if name.start < other.end and other.start < name.end]
            if all(_is_within(name, other) for name in covered):  # the Petty of "Richard Petty"
                found = [name for name in found if name not in covered]
                found.append(self._of_race(other))
        return sorted(found)

    def _named(self, match: re.Match[str]) -> Name:
        said = match["name"]
        bearers = self._bearers.get(said) or self._bearers[said.lower()]
        return Name(*match.span("name"), tuple(bearers))

    def _of_race(self, name: Name) -> Name:
        """A spelling of the reader's own may still mean somebody who started."""
        started = tuple(who for who in name.of("driver") if who.key in self.day.by_driver)
        return name._replace(bearers=started, known=True) if started else name

    @once
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self._bearers, key=lambda each: (-len(each), each))
        said = (
            f"(?i:{re.escape(each)})" if " " in each else re.escape(each) for each in longest_first
        )
        return re.compile(rf"(?<!\w)(?P<name>{'|'.join(said)})(?!\w)")

    @once
    def _bearers(self) -> dict[str, list[Bearer]]:
        """Whose each name is; one of several words may be written in any case."""
        told: dict[str, list[Bearer]] = defaultdict(list)
        for said, bearer in self._all():
            key = plain(said).lower() if " " in said else plain(said)
            if bearer not in told[key]:
                told[key].append(bearer)
        return dict(told)

    def _all(self) -> Iterator[tuple[str, Bearer]]:
        race = self.day.race
        for start in self.day.result:
            for said in (start.name, *surnames(start.name)):
                yield said, Bearer("driver", start.driver)
            if start.make:
                yield start.make, Bearer("make", start.make)
                yield f"{start.make}s", Bearer("make", start.make)
            if start.team:
                yield owner(start.team), Bearer("team", start.team)
            if start.car and not start.car.isdigit():  # the 500B of the fifties
                yield f"number {start.car}", Bearer("other", start.car)
        yield race.name, Bearer("race", race.name)
        for said in (race.venue, short_track(race.venue)):
            yield said, Bearer("track", race.venue)
        if following := self.day.next_race:
            yield following.name, Bearer("other", following.name)
            yield following.venue, Bearer("other", following.venue)
        for _, driver, _ in self.day.standings[:_PODIUM]:
            yield self.day.name(driver), Bearer("driver", driver)
        people = {person.name: person.id for person in self.day.records.people.values()}
        for name in _told(self.highlights):
            named = people.get(name)
            yield name, Bearer("driver", named) if named else Bearer("other", name)


def _is_within(name: Name, other: Name) -> bool:
    """Whether a driver's longer name holds one that is only a part of it."""
    longer = other.end - other.start > name.end - name.start
    return (
        longer and other.start <= name.start and name.end <= other.end and bool(other.of("driver"))
    )


def _told(highlights: Iterable[Highlight]) -> Iterator[str]:
    for highlight in highlights:
        yield from (str(fact.value) for fact in highlight.facts if fact.noun == NAME)
