"""What a new book has that the old one had not: races added, and races corrected."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from knowledge.series import SERIES_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from knowledge.sources.fresh_race import FreshRace
    from knowledge.sources.known_names import NewDriver
    from knowledge.sources.records import RaceKey
    from knowledge.sources.table_writing import Cell, Row


_TOLD = 3
"""Corrections of one race that are told; one penalty moves the whole field."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One field that was said otherwise before; no driver where it is about the race."""

    race: RaceKey
    driver: str
    field: str
    old: Cell
    new: Cell


@dataclass(frozen=True, slots=True)
class Changes:
    """What taking in came to; a race completed is one whose missing facts are there now."""

    added: tuple[RaceKey, ...] = ()
    corrected: tuple[Correction, ...] = ()
    completed: tuple[RaceKey, ...] = ()
    new_drivers: tuple[NewDriver, ...] = ()
    refused: tuple[str, ...] = ()
    names: Mapping[object, str] = field(default_factory=dict, compare=False)  # for people
    ranked: tuple[RaceKey, ...] = ()  # after which races there are new standings

    @property
    def lines(self) -> tuple[str, ...]:
        """One sentence a race that was added, corrected or refused, a driver, or standings."""
        return (
            *(f"Added: {self._race(key)}." for key in self.added),
            *(self._told(key, found) for key, found in _by_race(self.corrected)),
            *(f"Completed: {self._race(key)}." for key in self.completed),
            *(f"New driver: {driver.name}." for driver in self.new_drivers),
            *(f"Standings: {_after(key)}." for key in self.ranked),
            *(f"Not taken in: {line}." for line in self.refused),
        )

    def __add__(self, later: Changes) -> Changes:
        return Changes(
            self.added + later.added,
            self.corrected + later.corrected,
            self.completed + later.completed,
            self.new_drivers + later.new_drivers,
            self.refused + later.refused,
            {**self.names, **later.names},
            self.ranked + later.ranked,
        )

    def _race(self, key: RaceKey) -> str:
        name = self.names.get(key, "")
        number = f"round {key.round} of the {SERIES_WORDS[key.series]} Series {key.season}"
        return f"{name}, {number}" if name else number

    def _told(self, key: RaceKey, found: list[Correction]) -> str:
        told = [self._was(each) for each in found[:_TOLD]]
        left = len(found) - len(told)
        more = f"; and {left} more" if left else ""
        return f"Corrected: {self._race(key)}: {'; '.join(told)}{more}."

    def _was(self, one: Correction) -> str:
        what = " ".join(filter(None, (self.names.get(one.driver, one.driver), one.field)))
        return f"{what} was {one.old}, now {one.new}"

    @property
    def any(self) -> bool:
        """Whether there is a new book."""
        return bool(self.added or self.corrected or self.completed or self.ranked)


def _after(race: RaceKey) -> str:
    races = "race" if race.round == 1 else "races"
    return f"{SERIES_WORDS[race.series]} Series {race.season} after {race.round} {races}"


def _by_race(found: tuple[Correction, ...]) -> Iterator[tuple[RaceKey, list[Correction]]]:
    for key, each in groupby(sorted(found, key=lambda one: one.race), lambda one: one.race):
        yield key, list(each)


def merged(old: FreshRace, new: FreshRace) -> FreshRace:
    """Put a later answer over an earlier one: what it does not tell any more stays known."""
    cars = {driver: _over(old.cars.get(driver, {}), row) for driver, row in new.cars.items()}
    return replace(
        new,
        race=_over(old.race, new.race),
        cars=cars,
        stage_winners={**old.stage_winners, **new.stage_winners},
    )


def _over(old: Row, new: Row) -> Row:
    return {name: old.get(name) if _empty(cell) else cell for name, cell in new.items()}


def corrections(old: FreshRace, new: FreshRace) -> Iterator[Correction]:
    """Yield what was known and is known otherwise; what was not known before is no correction."""
    for name, was, now in _differing(old.race, new.race):
        yield Correction(new.key, "", name, was, now)
    for driver in sorted(old.cars.keys() | new.cars.keys()):
        if driver not in old.cars or driver not in new.cars:
            was, now = (each.cars.get(driver, {}).get("finish") for each in (old, new))
            yield Correction(new.key, driver, "finish", was, now)
            continue
        for name, was, now in _differing(old.cars[driver], new.cars[driver]):
            yield Correction(new.key, driver, name, was, now)
    for stage, was, now in _differing(old.stage_winners, new.stage_winners):
        yield Correction(new.key, "", f"stage {stage} winner", was, now)
    for driver in sorted(old.disqualified.keys() | new.disqualified.keys()):
        was, now = (_verdict(each.disqualified.get(driver)) for each in (old, new))
        if was != now:
            yield Correction(new.key, driver, "disqualified", was, now)


def _verdict(upheld: int | None) -> str:
    return "yes" if upheld else "no" if upheld is None else "given back"


def _differing(old: Mapping[Any, Any], new: Mapping[Any, Any]) -> Iterator[tuple[Any, Cell, Cell]]:
    for name in new:
        if not _empty(old.get(name)) and old.get(name) != new[name]:
            yield name, old.get(name), new[name]


def _empty(cell: Cell) -> bool:
    return cell is None or cell == ""
