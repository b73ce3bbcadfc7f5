"""The corrections put into the records; every row counts how often it was needed."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from knowledge.sources import corrections
from knowledge.sources.records import Race, RaceFacts, RaceKey, Result

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from knowledge.sources.birth_dates import Birth
    from knowledge.sources.correction_rows import Rule

Record = TypeVar("Record", Result, Race, RaceFacts)

_TABLES = {"Result": "results", "Race": "races", "RaceFacts": "races"}
_COLUMNS = {kind.__name__: {field.name for field in fields(kind)} for kind in (Result, Race)}
_COLUMNS["RaceFacts"] = {field.name for field in fields(RaceFacts)}


class Correcting:
    """The corrections of one folder at work; `used` counts the records each row has changed."""

    def __init__(self, folder: Path) -> None:
        self._rounds = corrections.read_rounds(folder)
        self._fields = tuple(corrections.read_fields(folder))
        self._drops = tuple(corrections.read_drops(folder))
        self._wordings = tuple(corrections.read_wordings(folder))
        self.additions = tuple(corrections.read_additions(folder))
        self._reaching = cache(self._find_rules)
        self.used: Counter[str] = Counter()
        self.dropped: list[tuple[Rule, Result]] = []

    @property
    def rows(self) -> list[str]:
        """Every row that may change a record, by file and row."""
        rules = [rule.at for rule in (*self._fields, *self._drops)]
        wordings = [wording.at for wording in self._wordings]
        return [*(at for _, at in self._rounds.values()), *rules, *wordings]

    def results(self, results: Iterable[Result], series: str) -> list[Result]:
        """Correct a series' rows, leave out the dropped ones and add the missing ones."""
        corrected = (self._correct(result) for result in results)
        kept = [result for result in corrected if not self._drop(result)]
        return [*kept, *(result for result in self.additions if result.key.series == series)]

    def races(self, races: Iterable[Race]) -> dict[RaceKey, Race]:
        corrected = (self._correct(race) for race in races)
        return {race.key: race for race in corrected}

    def facts(self, facts: Iterable[RaceFacts]) -> dict[RaceKey, RaceFacts]:
        corrected = (self._correct(fact) for fact in facts)
        return {fact.key: fact for fact in corrected}

    def births(self, births: Iterable[Birth]) -> list[Birth]:
        """Correct what has no race: only the rows about people apply, whatever their reach."""
        rules = [rule for rule in self._fields if rule.table == "people"]
        return [replace(birth, **self._changes(birth, rules)) for birth in births]

    def _correct(self, record: Record) -> Record:
        record = self._renumbered(record)
        rules = self._reaching(type(record).__name__, record.key)
        changes = self._wording_changes(record) | self._changes(record, rules)
        return replace(record, **changes) if changes else record

    def _renumbered(self, record: Record) -> Record:
        """Give a race its round in the record: the one that all other corrections mean."""
        becomes, at = self._rounds.get(record.key, (0, ""))
        if not at:
            return record
        self.used[at] += 1
        return replace(record, key=record.key._replace(round=becomes))

    def _wording_changes(self, record: Result | Race | RaceFacts) -> dict[str, Any]:
        changes: dict[str, Any] = {}
        for wording in self._wordings:
            if wording.table != _TABLES[type(record).__name__]:
                continue
            text: str = changes.get(wording.column, getattr(record, wording.column, ""))
            if wording.found in text:
                changes[wording.column] = text.replace(wording.found, wording.written)
                self.used[wording.at] += 1
        return changes

    def _changes(
        self, record: Result | Race | RaceFacts | Birth, rules: Iterable[Rule]
    ) -> dict[str, Any]:
        fitting = [rule for rule in rules if rule.fits(record)]
        self.used.update(rule.at for rule in fitting)
        return {rule.column: rule.typed for rule in fitting}

    def _drop(self, result: Result) -> bool:
        rules = (rule for rule in self._drops if rule.reach.covers(result.key))
        found = next((rule for rule in rules if rule.fits(result)), None)
        if found is None:
            return False
        self.used[found.at] += 1
        self.dropped.append((found, result))
        return True

    def _find_rules(self, kind: str, key: RaceKey) -> tuple[Rule, ...]:
        return tuple(
            rule
            for rule in self._fields
            if rule.table == _TABLES[kind]
            and rule.column in _COLUMNS[kind]
            and rule.reach.covers(key)
        )
