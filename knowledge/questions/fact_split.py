"""A fact of races over many of them: on average, by track, by season, and where it is most."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Cell, Outcome, Table, Unknown, Value
from knowledge.charts import bars
from knowledge.proof import Finding, reading
from knowledge.race_facts import RACE_FACT, RaceFact
from knowledge.reading.meanings import Cue
from knowledge.sentences import capital, where
from knowledge.subjects import RACES_IN_SCOPE, series_raced

if TYPE_CHECKING:
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

_USES = frozenset({"fact", "split"})
_CUES = frozenset(
    {
        Cue.AVERAGE,
        Cue.EACH,
        Cue.HOW_MANY,
        Cue.LEAST,
        Cue.LIST,
        Cue.MOST,
        Cue.SEASON,
        Cue.WHICH,
        Cue.WHICH_SEASON,
        Cue.WHICH_TRACK,
    }
)
_NOUNS = {"season": "season", "venue": "track", "series": "series", "kind": "kind of track"}
_FEWEST_RACES = 5
"""Races that an average of one track or season needs beside others."""

_PART, _RACES, _TOTAL, _AVERAGE = range(4)


@dataclass(frozen=True, slots=True)
class FactSplit:
    """One fact of races, added up and on average: of all the scope, or of each part of it."""

    parts: Parts
    fact: RaceFact
    scope: Scope
    by: str  # a column of races; empty: all together

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "average number of cautions per race in 2023",
        "which track has the most cautions on average",
        "lead changes by season in the Truck Series",
        "which Cup season had the most cautions",
    )
    DECLINES: ClassVar = (
        "how many cautions in the 2001 Daytona 500",
        "most cautions in a Cup race",
        "average finish by track for Kyle Busch in Cup",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> FactSplit | None:
        by = _by(parts)
        if parts.fact is None or by is None or not (by or Cue.AVERAGE in parts.cues):
            return None
        fact = RACE_FACT[parts.fact]
        if parts.scope.columns & {"team", "make", "car", "start"} or not fact.counts:
            return None
        return cls(parts, fact, parts.scope.but(series=series_raced(parts.scope, records)), by)

    def answer(self, records: Records) -> Outcome:
        rows = self._rows(records)
        if not rows:
            note = self.fact.note
            return Unknown(
                f"The book does not hold the {self.fact.noun}{where(self.scope)}.", nearest=note
            )
        named = [(self._named(part, records), *numbers) for part, *numbers in rows]
        return self._finding(named, records)

    def _rows(self, records: Records) -> list[tuple[str | int, int, float, float]]:
        limits = self.scope.limited_to_races()
        order = "desc" if self._extreme != "fewest" else "asc"
        return records.connection.execute(
            f"""
            select {self.by or "'all races'"} as part, count(value), sum(value),
              round(avg(value), 2) as average
            from (select *, {self.fact.as_number} as value from (
              {RACES_IN_SCOPE.replace("name from", f"name, {self.fact.key} from")}
            ) where {limits.sql})
            where value is not null group by part having count(value) >= :fewest
            order by {self._order} {"asc" if self._order == "part" else order}, part
            """,
            {**limits.parameters, "fewest": _FEWEST_RACES if self._extreme else 1},
        ).fetchall()

    @property
    def _extreme(self) -> str:
        if Cue.LEAST in self.parts.cues:
            return "fewest"
        return "most" if Cue.MOST in self.parts.cues else ""

    @property
    def _order(self) -> str:
        """By the average where parts are compared, but for the total of a season."""
        if not self._extreme:
            return "part" if self.by == "season" else "average"
        of_season = self.by == "season" and Cue.AVERAGE not in self.parts.cues
        return "sum(value)" if of_season else "average"

    def _named(self, part: str | int, records: Records) -> Cell:
        return records.venue_name(str(part)) if self.by == "venue" else part

    def _finding(self, rows: list[tuple[Cell, ...]], records: Records) -> Outcome:
        noun = _NOUNS.get(self.by, "races")
        what = f"{self.fact.noun}{where(self.scope)}"
        first = rows[0]
        head: tuple[str, ...] = (capital(noun), "Races", capital(self.fact.noun), "Average")
        table = Table(head, tuple(rows))
        return Finding(
            self._sentence(first, what, noun),
            self._value(first),
            read_as=reading(
                f"{self.fact.noun} by {noun}" if self.by else f"average {self.fact.noun}",
                self.scope,
            ),
            table=table,
            drawing=partial(bars, table, f"average {self.fact.noun}", "a race")
            if self.by
            else None,
            caveats=(self.fact.note,),
            backed_by="races",
        ).answer(self.parts, self.scope, records)

    def _sentence(self, first: tuple[Cell, ...], what: str, noun: str) -> str:
        part, races, total, average = first
        told = f"{average:g} a race ({total:,.0f} in {races:,} races)"
        if not self.by:
            return f"On average, {what}: {told}."
        if self._extreme:
            return f"{part}: the {noun} with the {self._extreme} {what}: {told}."
        return f"{capital(what)} by {noun}, {part} first: {told}."

    def _value(self, first: tuple[Cell, ...]) -> Value:
        if not self.by:
            return float(str(first[_AVERAGE]))
        part = first[_PART]
        return (part if isinstance(part, int) else str(part)) if self._extreme else None


def _by(parts: Parts) -> str | None:
    """The column to split by; empty for one average of all, None where it is another question."""
    if parts.split:
        return parts.split if parts.split in _NOUNS else None
    extreme = parts.cues & {Cue.LEAST, Cue.MOST}
    if extreme and Cue.WHICH_TRACK in parts.cues:
        return "venue"
    if extreme and parts.cues & {Cue.SEASON, Cue.WHICH_SEASON}:
        return "season"
    return "" if Cue.AVERAGE in parts.cues and not extreme else None
