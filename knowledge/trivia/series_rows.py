"""One series of the book: its rows, read when first looked at, and how its races are said."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from knowledge.once import once
from knowledge.proof import races_where
from knowledge.scope import RaceSet, Scope
from knowledge.trivia.rows import Span, Won, crown_jewels, spans_of, titles_of, wins_of
from knowledge.trivia.saying import race_words, series_now, series_then

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.answer import AsOf, Table
    from knowledge.records import Records


@dataclass(frozen=True)
class SeriesRows:
    """The races, careers and titles of a series, whatever is wished."""

    series: str
    records: Records
    until: str = field(default="", kw_only=True)  # a day, where later races are left out

    @once
    def as_of(self) -> AsOf:
        return self.records.as_of((self.series,))

    @once
    def all_wins(self) -> tuple[Won, ...]:
        """Every race of the series, whatever is wished."""
        if not self.is_cut:
            return self._held
        return tuple(won for won in self._held if won.date <= self.until)

    @once
    def _held(self) -> tuple[Won, ...]:
        """Those after the day among them."""
        return wins_of(self.series, self.records)

    @property
    def is_cut(self) -> bool:
        """Whether the book has later races."""
        return bool(self.until) and self._held[-1].date > self.until

    def run_as(self, season: int, number: int) -> tuple[Won, ...]:
        """The race of that number of a season; its winners, where several share it."""
        return tuple(won for won in self.all_wins if (won.season, won.round) == (season, number))

    @property
    def scope_of_series(self) -> Scope:
        return Scope(series=(self.series,))

    @once
    def spans(self) -> dict[str, Span]:
        return spans_of(self.series, self.records)

    @once
    def titles(self) -> dict[str, tuple[int, ...]]:
        titles = titles_of(self.series, self.records)
        if not self.is_cut:
            return titles
        ends = {won.season: won.date for won in self._held}
        decided = {season for season, day in ends.items() if day <= self.until}
        kept = {who: tuple(filter(decided.__contains__, won)) for who, won in titles.items()}
        return {who: seasons for who, seasons in kept.items() if seasons}

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

    def during(self, season: int) -> str:
        """A season, and how far it has come where it still runs: "in 2026, through ..."."""
        return f"in {season}{f', {self.through}' if season == self.running_season else ''}"

    @once
    def _names_of_seasons(self) -> Counter[tuple[int, str]]:
        return Counter((won.season, won.name) for won in self.all_wins)

    def race(self, won: Won) -> str:
        """Name a race: "the 1998 Daytona 500 at Daytona International Speedway"."""
        once_so_called = self._names_of_seasons[won.season, won.name] == 1
        alone = once_so_called and (won.times_there == 1 or won.race in self.jewels)
        track = self.records.venue_name(won.venue)
        jewel = self.jewels.get(won.race, "")
        if alone and jewel.lower() in won.name.lower() and jewel:  # "DAYTONA 500"
            there = "" if track.startswith(jewel.split()[0]) else f" at {track}"
            return f"the {won.season} {jewel}{there}"
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
        people = self.records.people.values()
        borne = Counter(each.name for each in people)
        return frozenset(
            each.id for each in people if borne[each.name] == 1 and "(" not in each.name
        )

    def rows(self, scope: Scope, condition: str = "1", limit: int = 60) -> Table:
        return races_where(condition, scope, self.records, limit=limit)

    def of_races(self, wins: Sequence[Won]) -> Scope:
        return Scope(races=RaceSet(tuple(won.race for won in wins) or (0,), "races"))
