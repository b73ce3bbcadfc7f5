"""Head to head: in the races that two drivers both started, who finished ahead, how often."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Outcome, Table, Unknown, Value, WhichOne
from knowledge.proof import MOST_ROWS, Finding, reading
from knowledge.reading.meanings import Cue
from knowledge.sentences import where
from knowledge.series import SERIES_WORDS
from knowledge.subjects import subjects_of

if TYPE_CHECKING:
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Named, Scope

_USES = frozenset({"recent", "drivers"})
_CUES = frozenset(
    {
        Cue.AHEAD,
        Cue.BEST,
        Cue.BOTH,
        Cue.COMPARE,
        Cue.FINISHED,
        Cue.HOW_MANY,
        Cue.IN_A_RACE,
        Cue.MORE,
        Cue.MOST,
        Cue.WHICH_DRIVER,
        Cue.WHO,
        Cue.YES_NO,
    }
)


@dataclass(frozen=True, slots=True)
class HeadToHead:
    """Two drivers in the same races."""

    first: Named
    second: Named
    parts: Parts

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "did Heim or Majeski finish ahead more often in 2025 Trucks",
        "Hamlin vs Larson head to head in Cup",
        "how many times did Rusty Wallace beat Dale Earnhardt in Cup",
    )
    DECLINES: ClassVar = (
        "who has more wins, Larson or Hamlin",
        "how many wins does Larson have",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> HeadToHead | WhichOne | None:
        if len(parts.drivers) != 2 or Cue.AHEAD not in parts.cues:
            return None
        subjects = subjects_of(parts, records)
        if isinstance(subjects, WhichOne):
            return subjects
        first, second = (each.scope.driver for each in subjects)
        return cls(first, second, parts) if first and second else None

    def answer(self, records: Records) -> Outcome:
        scope = replace(self.parts.scope, driver=None)
        rows = self._meetings(scope, records)
        if not scope.series and rows:
            scope = replace(scope, series=(_most_met(rows),))
            rows = self._meetings(scope, records)
        if not rows:
            who = f"{self.first.name} and {self.second.name}"
            return Unknown(f"{who} never started the same race{where(scope)}.")
        ahead = sum(1 for row in rows if int(str(row[4])) < int(str(row[5])))
        behind = len(rows) - ahead
        return Finding(
            self._sentence(ahead, behind, scope),
            self._value(ahead, behind),
            read_as=f"{reading('head to head', scope)} · {self.first.name} and {self.second.name}",
            table=Table(self._columns(), tuple(rows[-MOST_ROWS:])),
            caveats=(f"Races that both started: {len(rows)}.",),
        ).answer(self.parts, scope, records)

    def _meetings(self, scope: Scope, records: Records) -> list[tuple[str | int, ...]]:
        rows = records.connection.execute(
            f"""
            select date, series, race, venue, finish,
              (select finish from result as other
               where other.driver = :other and other.race = result.race) as theirs
            from result where driver = :one and {scope.sql} and theirs is not null
            order by race
            """,
            {**scope.parameters, "one": self.first.ids[0], "other": self.second.ids[0]},
        )
        return [
            (date, series, records.race_name(race), records.venue_name(venue), finish, theirs)
            for date, series, race, venue, finish, theirs in rows
        ]

    def _columns(self) -> tuple[str, ...]:
        return ("Date", "Series", "Race", "Track", self.first.name, self.second.name)

    def _value(self, ahead: int, behind: int) -> Value:
        if Cue.HOW_MANY in self.parts.cues:
            return ahead
        if Cue.YES_NO in self.parts.cues and Cue.COMPARE not in self.parts.cues:
            return ahead > behind
        if ahead == behind:
            return (self.first.name, self.second.name)
        return self.first.name if ahead > behind else self.second.name

    def _sentence(self, ahead: int, behind: int, scope: Scope) -> str:
        tail = where(scope)
        first, second = self.first.name, self.second.name
        if ahead == behind:
            return f"{first} and {second} finished ahead of each other {ahead} times each{tail}."
        if behind > ahead and Cue.HOW_MANY not in self.parts.cues:
            first, second, ahead, behind = second, first, behind, ahead
        return f"{first} finished ahead of {second} {ahead:,} times to {behind:,}{tail}."


def _most_met(rows: list[tuple[str | int, ...]]) -> str:
    series = [str(row[1]) for row in rows]
    return max(SERIES_WORDS, key=lambda key: (series.count(key), key == "cup"))
