"""What the kinds draw from: one series within a wish, its rows read when first looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from knowledge.once import once
from knowledge.proof import races_where
from knowledge.scope import Named, RaceSet, Scope
from knowledge.trivia.difficulty import LESSER_SERIES, level
from knowledge.trivia.rows import (
    Span,
    Tally,
    Won,
    crown_jewels,
    spans_of,
    tallies_in,
    titles_of,
    wins_of,
)
from knowledge.trivia.saying import race_words, series_now, series_then

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from random import Random

    from knowledge.answer import AsOf, Table
    from knowledge.records import Records
    from knowledge.trivia.trivia import Wish
    from knowledge.trivia.wishing import Limits

T = TypeVar("T")

_SOONER = {1: 1.0, 2: 0.8, 3: 0.4, 4: 0.12, 5: 0.05}
"""How likely a question of each level is taken when it is met: most races are long ago."""

_YEARS_APART = 30
"""Careers whose middles lie half so many years apart are as unlike as known and unknown."""

_ALL_SEASONS = (0, 9999)

_DISPUTED = frozenset({"bobby-allison"})
"""His 1971 win at Bowman Gray is counted by some and not by others: never ask how many."""


@dataclass(frozen=True)
class Deck:
    """One series of the book as a wish limits it."""

    series: str
    wish: Wish
    limits: Limits
    records: Records
    random: Random

    @once
    def spread(self) -> tuple[int, int]:
        return self.wish.seasons or _ALL_SEASONS

    def in_spread(self, season: int) -> bool:
        return self.spread[0] <= season <= self.spread[1]

    @once
    def as_of(self) -> AsOf:
        return self.records.as_of((self.series,))

    @once
    def all_wins(self) -> tuple[Won, ...]:
        """Every race of the series, whatever is wished."""
        return wins_of(self.series, self.records)

    @once
    def wins(self) -> tuple[Won, ...]:
        """The races in the seasons and at the track wished."""
        venue = self.limits.venue
        return tuple(
            won
            for won in self.all_wins
            if self.in_spread(won.season) and (not venue or won.venue == venue)
        )

    @once
    def races(self) -> tuple[Won, ...]:
        """The races that a question may be about: last week's alone, where that is wished."""
        race = self.wish.race
        wished = (won for won in self.wins if race is None or won.race == race.id)
        return tuple(won for won in wished if not won.is_qualifier)

    @once
    def tallies(self) -> dict[str, Tally]:
        """What everybody has done in the seasons and at the track wished."""
        return tallies_in(self.scope, self.records)

    @once
    def scope(self) -> Scope:
        scope = Scope(series=(self.series,))
        if self.wish.seasons:
            scope = scope.but(seasons=(self.wish.seasons,))
        if self.limits.venue:
            scope = scope.but(venues=(Named((self.limits.venue,), self.track),))
        return scope

    @property
    def scope_of_series(self) -> Scope:
        return Scope(series=(self.series,))

    @once
    def spans(self) -> dict[str, Span]:
        return spans_of(self.series, self.records)

    @once
    def titles(self) -> dict[str, tuple[int, ...]]:
        return titles_of(self.series, self.records)

    @once
    def jewels(self) -> dict[int, str]:
        return crown_jewels(self.series, self.records)

    @once
    def last_season(self) -> int:
        return self.all_wins[-1].season

    @once
    def running_season(self) -> int:
        """The season that has no champion yet; 0 between seasons."""
        decided = any(self.last_season in seasons for seasons in self.titles.values())
        return 0 if decided else self.last_season

    @property
    def track(self) -> str:
        """The name of the track wished; empty where none is."""
        return self.records.venue_name(self.limits.venue) if self.limits.venue else ""

    @property
    def name(self) -> str:
        """The series: "Cup Series"."""
        return series_now(self.series)

    def then(self, season: int) -> str:
        return series_then(self.series, season)

    @once
    def through(self) -> str:
        """How far the rows reach: "through the 2025 season", "through the 2026 Daytona 500"."""
        if not self.running_season:
            return f"through the {self.last_season} season"
        return f"through {self.race(self.all_wins[-1])}"

    @once
    def period(self) -> str:
        """The seasons counted, as a sentence ends: "from 1990 to 1999"."""
        first, last = self.spread
        beginning = self.all_wins[0].season
        if first == last:
            return self.during(first)
        if last < self.last_season:
            return f"from {max(first, beginning)} to {last}"
        return f"from {first} {self.through}" if first > beginning else self.through

    def during(self, season: int) -> str:
        """A season, and how far it has come where it still runs: "in 2026, through ..."."""
        return f"in {season}{f', {self.through}' if season == self.running_season else ''}"

    @once
    def _names_of_seasons(self) -> dict[tuple[int, str], int]:
        counted: dict[tuple[int, str], int] = {}
        for won in self.all_wins:
            counted[won.season, won.name] = counted.get((won.season, won.name), 0) + 1
        return counted

    def race(self, won: Won) -> str:
        """Name a race: "the 1998 Daytona 500 at Daytona International Speedway"."""
        once_so_called = self._names_of_seasons[won.season, won.name] == 1
        alone = once_so_called and (won.times_there == 1 or won.race in self.jewels)
        track = self.records.venue_name(won.venue)
        if alone and won.race in self.jewels and track.startswith(won.name.split()[0]):
            track = ""  # the Daytona 500 need not be said to be at Daytona
        return f"the {race_words(won, track, alone=alone)}"

    def person(self, driver: str) -> str:
        return self.records.people[driver].name

    def fame(self, driver: str) -> float:
        return self.records.people[driver].prominence

    def may_name(self, driver: str) -> bool:
        """Whether a name means one driver: some that several bore have a place in brackets."""
        return driver in self._namable

    @once
    def _namable(self) -> frozenset[str]:
        borne: dict[str, int] = {}
        for each in self.records.people.values():
            borne[each.name] = borne.get(each.name, 0) + 1
        people = self.records.people.values()
        return frozenset(
            each.id for each in people if borne[each.name] == 1 and "(" not in each.name
        )

    def may_ask(self, driver: str) -> bool:
        """Whether a question about a driver is wished."""
        if self.limits.driver and driver != self.limits.driver:
            return False
        if self.limits.drivers and driver not in self.limits.drivers:
            return False
        return self.may_name(driver)

    def may_count(self, driver: str) -> bool:
        """Whether everybody counts the same wins for him."""
        return self.may_ask(driver) and driver not in _DISPUTED

    def level(self, driver: str, season: int, extra: float = 0.0) -> int:
        """How hard a question about a driver is, of a season."""
        lesser = 0.0 if self.series == "cup" else LESSER_SERIES
        return level(self.fame(driver), self.last_season - season, extra + lesser)

    def drawn(
        self, items: Iterable[T], level: Callable[[T], int], key: Callable[[T], str]
    ) -> Iterator[tuple[T, int]]:
        """The items that fit the wish, in an order by lot that brings easier ones sooner."""
        low, high = self.wish.difficulty
        shuffled, put_by = list(items), []
        self.random.shuffle(shuffled)
        for item in shuffled:
            hard = level(item)
            if low <= hard <= high and key(item) not in self.wish.without:
                if self.random.random() < _SOONER[hard]:
                    yield item, hard
                else:
                    put_by.append((item, hard))
        yield from sorted(put_by, key=lambda each: each[1])

    def few(self, items: Sequence[T], many: int) -> list[T]:
        """Some of them by lot; fewer than `many` where there are not so many."""
        return self.random.sample(items, min(many, len(items)))

    def peers(self, driver: str, among: Iterable[str], many: int) -> list[str]:
        """Those who raced when he did and are about as well known, the nearest first."""
        span, fame, people = self.spans[driver], self.fame(driver), self.records.people
        near = []
        for each in among:
            other = self.spans[each]
            if each != driver and other.meets(span, 3) and self.may_name(each):
                known = people[each].prominence
                years = abs(other.first + other.last - span.first - span.last)
                near.append((abs(known - fame) / (known + fame) + years / _YEARS_APART, each))
        near.sort()
        return [each for _, each in near[:many]]

    def rows(self, scope: Scope, condition: str = "1", limit: int = 60) -> Table:
        return races_where(condition, scope, self.records, limit=limit)

    def of_driver(self, driver: str, scope: Scope | None = None) -> Scope:
        return (scope or self.scope).but(driver=Named((driver,), self.person(driver)))

    def of_races(self, wins: Sequence[Won]) -> Scope:
        return Scope(races=RaceSet(tuple(won.race for won in wins) or (0,), "races"))
