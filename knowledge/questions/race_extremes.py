"""Extremes among races: most cautions, biggest field, fastest Daytona 500, closest finish."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Cell, Outcome, Table, Unknown, Value
from knowledge.proof import MOST_ROWS, Finding, reading
from knowledge.race_facts import RACE_FACT, RaceFact, written
from knowledge.reading.meanings import Cue
from knowledge.sentences import listed, where
from knowledge.series import SERIES_WORDS
from knowledge.subjects import RACES_IN_SCOPE, series_raced

if TYPE_CHECKING:
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

_USES = frozenset({"fact"})
_MOST = frozenset({Cue.LONGEST, Cue.MOST, Cue.RECORD})
_CUES = _MOST | {
    Cue.ALL_SERIES,
    Cue.IN_A_RACE,
    Cue.LEAST,
    Cue.WHEN,
    Cue.WHERE,
    Cue.WHICH,
    Cue.WHICH_RACE,
    Cue.WHICH_SEASON,
    Cue.WHICH_TRACK,
}
_OF_MANY = frozenset({Cue.WHERE, Cue.WHICH_SEASON, Cue.WHICH_TRACK})
_SHOWN = 10
_TOLD = 3
_DATE, _SEASON, _SERIES, _RACE, _TRACK, _VALUE = range(6)


@dataclass(frozen=True, slots=True)
class RaceExtremes:
    """The races of a scope in which one fact was highest or lowest."""

    parts: Parts
    fact: RaceFact
    most: bool

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "most cautions in a race",
        "most lead changes in a Cup race",
        "biggest field at Daytona",
        "smallest field ever",
        "fastest Daytona 500",
        "closest finish in a Truck race",
        "which 2024 Cup race had the most lead changes",
    )
    DECLINES: ClassVar = (
        "most wins at Talladega",
        "how many cautions in the 2001 Daytona 500",
    )

    @classmethod
    def read(cls, parts: Parts, _: Records) -> RaceExtremes | None:
        if not parts.fact:
            return None
        least = Cue.LEAST in parts.cues
        if least == bool(_MOST & parts.cues) or parts.scope.columns & {"team", "make", "car"}:
            return None
        if parts.cues & _OF_MANY and not (parts.scope.races or Cue.IN_A_RACE in parts.cues):
            return None  # the season with most cautions is not that of one race
        return cls(parts, RACE_FACT[parts.fact], not least)

    def answer(self, records: Records) -> Outcome:
        scope = self.parts.scope.but(series=series_raced(self.parts.scope, records))
        rows = _ranked(self.fact, scope, records, most=self.most)
        if not rows:
            return Unknown(
                f"The book does not hold the {self.fact.noun} of any race{where(scope)}.",
                nearest=self.fact.note,
            )
        ties = [row for row in rows if row[_VALUE] == rows[0][_VALUE]]
        return Finding(
            self._sentence(ties, scope),
            self._value(ties),
            read_as=reading(self._what(), scope),
            table=Table(
                ("Date", "Season", "Series", "Race", "Track", self.fact.noun.capitalize()),
                tuple(rows[:MOST_ROWS]),
            ),
            caveats=(self.fact.note,),
            backed_by="races",
        ).answer(self.parts, scope, records)

    def _what(self) -> str:
        return f"{self.fact.highest if self.most else self.fact.lowest} {self.fact.noun}"

    def _sentence(self, ties: list[tuple[Cell, ...]], scope: Scope) -> str:
        races = [
            f"the {row[_RACE]} at {row[_TRACK]} on {row[_DATE]} ({row[_SERIES]} Series)"
            for row in ties
        ]
        what = f"{self._what()} of a race{where(scope)}"
        return f"The {what}: {written(ties[0][_VALUE])}{self.fact.unit}, in {listed(races, _TOLD)}."

    def _value(self, ties: list[tuple[Cell, ...]]) -> Value:
        """What was asked of the race, or else the number."""
        for cues, column in _ASKED:
            if self.parts.cues & cues:
                values = tuple(dict.fromkeys(_plain(row[column]) for row in ties))
                return values[0] if len(values) == 1 else values
        return ties[0][_VALUE]


_ASKED = (
    (frozenset({Cue.WHICH_SEASON}), _SEASON),
    (frozenset({Cue.WHERE, Cue.WHICH_TRACK}), _TRACK),
    (frozenset({Cue.WHICH_RACE}), _RACE),
    (frozenset({Cue.WHEN}), _DATE),
)


def _plain(cell: Cell) -> str | int:
    return cell if isinstance(cell, int) else str(cell)


def _ranked(
    fact: RaceFact, scope: Scope, records: Records, *, most: bool
) -> list[tuple[Cell, ...]]:
    """Races from the extreme on: the first ten, and all that tie with the first."""
    limits = scope.limited_to_races()
    order = "desc" if most else "asc"
    rows = records.connection.execute(
        f"""
        select date, season, series, name, venue, {fact.as_number} as value
        from ({RACES_IN_SCOPE.replace("name from", f"name, {fact.key} from")})
        where {limits.sql} and value is not null and value <> ''
        order by value {order}, date
        """,
        limits.parameters,
    )
    found: list[tuple[Cell, ...]] = []
    for date, season, series, name, venue, value in rows:
        if len(found) >= _SHOWN and value != found[0][_VALUE]:
            break
        track = records.venue_name(venue)
        found.append((date, season, SERIES_WORDS[series], name, track, value))
    return found
