"""What a new book has that the old one had not: races added, and races corrected."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from knowledge.sources.fresh_race import FreshRace
    from knowledge.sources.known_names import NewDriver
    from knowledge.sources.records import RaceKey
    from knowledge.sources.table_writing import Cell, Row


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

    @property
    def any(self) -> bool:
        """Whether there is a new book."""
        return bool(self.added or self.corrected or self.completed)


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
