"""Sweeps: who won every race of a season at one track, where there were several."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Cell, Outcome, Table, Unknown, Value, WhichOne
from knowledge.proof import Finding, reading
from knowledge.reading.meanings import Cue
from knowledge.sentences import listed, where
from knowledge.series import SERIES_WORDS
from knowledge.subjects import Subject, in_likeliest_series, series_raced, subject_of

if TYPE_CHECKING:
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

_USES = frozenset({"drivers", "measure"})
_CUES = frozenset(
    {
        Cue.BOTH,
        Cue.HOW_MANY,
        Cue.IN_A_SEASON,
        Cue.IN_ONE,
        Cue.LAST,
        Cue.LIST,
        Cue.SAME_SEASON,
        Cue.SEASON,
        Cue.SWEPT,
        Cue.WHEN,
        Cue.WHICH_DRIVER,
        Cue.WHICH_SEASON,
        Cue.WHICH_TRACK,
        Cue.WHO,
        Cue.YES_NO,
    }
)
_SEASON, _TRACK, _DRIVER = 0, 2, 3
_TOLD = 8


@dataclass(frozen=True, slots=True)
class Sweep:
    """Every sweep of a scope: season, track and driver."""

    parts: Parts
    scope: Scope
    name: str

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "who swept the Cup races at Dover in 2009",
        "who was the last driver to sweep Dover",
        "has Denny Hamlin ever swept Pocono",
    )
    DECLINES: ClassVar = ("who won both Pocono races in 2020", "who won at Dover in 2009")

    @classmethod
    def read(cls, parts: Parts, records: Records) -> Sweep | WhichOne | None:
        both = {Cue.BOTH, Cue.RACES} <= parts.cues and not parts.scope.one_season
        if not (Cue.SWEPT in parts.cues or (both and len(parts.scope.venues) == 1)):
            return None
        if parts.measure and parts.measure.key not in ("wins", "starts"):
            return None
        subject = subject_of(parts, records)
        if isinstance(subject, WhichOne):
            return subject
        if isinstance(subject, Subject):
            return cls(parts, in_likeliest_series(subject.scope, records), subject.name)
        return cls(parts, replace(parts.scope, series=series_raced(parts.scope, records)), "")

    def answer(self, records: Records) -> Outcome:
        rows = _sweeps(self.scope, records)
        counts = self.parts.cues & {Cue.YES_NO, Cue.HOW_MANY}
        who = f" by {self.name}" if self.name else ""
        if not rows and not counts:
            return Unknown(f"The book holds no sweep{who}{where(self.scope)}.")
        chosen = rows[-1:] if Cue.LAST in self.parts.cues else rows[::-1]  # the newest first
        told = [f"{row[_DRIVER]} at {row[_TRACK]} in {row[_SEASON]}" for row in chosen[:_TOLD]]
        answer = ("Yes: " if rows else "No: ") if Cue.YES_NO in self.parts.cues else ""
        number = f"{len(chosen)} sweep{'' if len(chosen) == 1 else 's'}{who}{where(self.scope)}"
        return Finding(
            f"{answer}{number}{': ' if told else ''}{listed(told).rstrip('.')}.",
            self._value(chosen),
            read_as=reading("sweeps", self.scope),
            table=Table(("Season", "Series", "Track", "Driver", "Races"), tuple(rows)),
            caveats=("A sweep is winning all of a season's races at a track, two or more.",),
        ).answer(self.parts, self.scope, records)

    def _value(self, rows: list[tuple[Cell, ...]]) -> Value:
        cues = self.parts.cues
        if Cue.YES_NO in cues:
            return bool(rows)
        if Cue.HOW_MANY in cues:
            return len(rows)
        column = _TRACK if Cue.WHICH_TRACK in cues else _DRIVER
        if cues & {Cue.WHEN, Cue.WHICH_SEASON}:
            column = _SEASON
        values = tuple(dict.fromkeys(_plain(row[column]) for row in rows))
        return values[0] if len(values) == 1 else values


def _plain(cell: Cell) -> str | int:
    return cell if isinstance(cell, int) else str(cell)


def _sweeps(scope: Scope, records: Records) -> list[tuple[Cell, ...]]:
    rows = records.connection.execute(
        f"""
        select result.season, result.series, min(result.venue), driver, count(*) as won
        from result join race on race.id = result.race
        where finish = 1 and times_at_venue > 1 and result.race in
          (select race from result where finish = 1 and {scope.sql})
        group by result.series, result.season, race.site, driver
        having won = max(times_at_venue) order by min(result.race)
        """,
        scope.parameters,
    )
    return [
        (season, SERIES_WORDS[series], records.venue_name(venue), records.person(driver).name, won)
        for season, series, venue, driver, won in rows
    ]
