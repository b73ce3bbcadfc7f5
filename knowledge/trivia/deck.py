"""What the kinds draw from: one series within a wish."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from knowledge.disputed_wins import DISPUTED_WINS
from knowledge.once import once
from knowledge.scope import Named, RaceSet, Scope
from knowledge.trivia.difficulty import LESSER_SERIES, level
from knowledge.trivia.rows import Tally, Won, tallies_in
from knowledge.trivia.series_rows import SeriesRows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from random import Random

    from knowledge.trivia.trivia import Wish
    from knowledge.trivia.wishing import Limits

T = TypeVar("T")

_SOONER = {1: 1.0, 2: 0.8, 3: 0.5, 4: 0.1, 5: 0.015}
"""How likely a question of each level is taken when it is met: most races are long ago."""

_YEARS_APART = 30
"""Careers whose middles lie half so many years apart are as unlike as known and unknown."""

_ALL_SEASONS = (0, 9999)

_DISPUTED = frozenset(each.driver for each in DISPUTED_WINS)
"""Never ask how many they won."""


@dataclass(frozen=True)
class Deck(SeriesRows):
    """One series of the book as a wish limits it."""

    wish: Wish
    limits: Limits
    random: Random

    @once
    def spread(self) -> tuple[int, int]:
        return self.wish.seasons or _ALL_SEASONS

    def in_spread(self, season: int) -> bool:
        return self.spread[0] <= season <= self.spread[1]

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
        if self.is_cut:
            scope = scope.but(races=RaceSet(tuple(won.race for won in self.all_wins), "races"))
        return scope

    @property
    def track(self) -> str:
        """The name of the track wished; empty where none is."""
        return self.records.venue_name(self.limits.venue) if self.limits.venue else ""

    @once
    def counted(self) -> str:
        """The seasons counted, as a key says them: the same for every wish that means the same."""
        first, last = self.spread
        since = str(first) if first > self.all_wins[0].season else ""
        return f"{since}-{last if last < self.last_season else ''}"

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

    def of_driver(self, driver: str, scope: Scope | None = None) -> Scope:
        return (scope or self.scope).but(driver=Named((driver,), self.person(driver)))
