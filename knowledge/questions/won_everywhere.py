"""Who did it at each of several tracks, in each series, in each season; or where one driver did."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Cell, Outcome, Table, Unknown, WhichOne
from knowledge.measures import FIRST_SEASON, MEASURE
from knowledge.proof import Finding, reading
from knowledge.reading.meanings import Cue
from knowledge.sentences import capital, listed, where
from knowledge.series import ALL_SERIES, SERIES_WORDS
from knowledge.subjects import Subject, series_raced, subject_of

if TYPE_CHECKING:
    from knowledge.measures import Measure
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

_USES = frozenset({"drivers", "limits", "measure", "place", "rival_teams", "split", "top"})
_CUES = frozenset(
    {
        Cue.ALL_SERIES,
        Cue.BOTH,
        Cue.DROVE,
        Cue.EACH,
        Cue.HOW_MANY,
        Cue.LIST,
        Cue.SEASON,
        Cue.WHERE,
        Cue.WHICH_DRIVER,
        Cue.WHICH_MAKE,
        Cue.WHICH_TEAM,
        Cue.WHICH_TRACK,
        Cue.WHO,
        Cue.WINNER,
    }
)
_TOLD = 10


@dataclass(frozen=True, slots=True)
class WonEverywhere:
    """The drivers who did a thing in every one of several scopes."""

    measure: Measure
    parts: Parts
    scopes: tuple[Scope, ...]
    names: tuple[str, ...]  # of the scopes
    group: str  # driver, team, make or venue

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "who has won at both Daytona and Talladega in Cup",
        "which drivers have won in all three series",
        "who has won Cup and Truck races at Bristol",
        "tracks where Kyle Busch has won in all three series",
        "who won at least one Cup race every year from 2018 to 2020",
    )
    DECLINES: ClassVar = (
        "who has the most wins in all three series combined",
        "who won both Pocono races in 2020",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> WonEverywhere | WhichOne | None:
        measure = parts.counted or (MEASURE["starts"] if Cue.DROVE in parts.cues else None)
        group = _group(parts)
        if group is None or measure is None or measure.table or not measure.rows:
            return None
        at_least_once = parts.limits in (None, (1, None)) and parts.split in (None, "season")
        if not at_least_once or (parts.split and parts.scope.races):
            return None  # whoever won a race "each year" is asked for year by year
        subject = subject_of(parts, records) if group == "venue" else Subject("", parts.scope)
        if not isinstance(subject, Subject):
            return subject
        places = _each_place(subject.scope, parts, records)
        return cls(measure, parts, *places, group) if places else None

    def answer(self, records: Records) -> Outcome:
        counts = [_times(self.measure, scope, self.group, records) for scope in self.scopes]
        everywhere = set.intersection(*(set(each) for each in counts))
        order = sorted(everywhere, key=lambda key: (-sum(each[key] for each in counts), key))
        names = [records.named(self.group, key) for key in order]
        scope = replace(self.scopes[0], series=self._series())
        if self.scopes[0].series == self.scopes[-1].series:  # they differ in something else
            scope = scope.but(
                venues=self.parts.scope.venues if len(self.parts.scope.venues) == 1 else (),
                races=None if self.parts.rival_races else self.parts.scope.races,
                seasons=self.parts.scope.seasons,
                team=self.parts.scope.team,
            )
        if not names:
            return Unknown(f"Nobody has {self.measure.plural} in each of {listed(self.names)}.")
        rows: tuple[tuple[Cell, ...], ...] = tuple(
            (name, *(each[key] for each in counts)) for key, name in zip(order, names, strict=True)
        )
        noun = {"venue": "track"}.get(self.group, self.group)
        has = f"{noun} has" if len(names) == 1 else f"{noun}s have"
        return Finding(
            f"{len(names)} {has} {self.measure.plural} in each of {listed(self.names)}"
            f"{where(scope)}: {listed(names, _TOLD)}.",
            len(names) if Cue.HOW_MANY in self.parts.cues else tuple(names),
            read_as=f"{reading(self.measure.plural, scope)} · each of {listed(self.names)}",
            table=Table((capital(noun), *self.names), rows),
        ).answer(self.parts, scope, records)

    def _series(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(key for scope in self.scopes for key in scope.series))


Places = tuple[tuple["Scope", ...], tuple[str, ...]]
"""The scopes, and what each is called."""

_GROUPS = {
    Cue.WHICH_TRACK: "venue",
    Cue.WHICH_TEAM: "team",
    Cue.WHICH_MAKE: "make",
    Cue.WHO: "driver",
    Cue.WHICH_DRIVER: "driver",
    Cue.LIST: "driver",
}
_MOST_SEASONS = 12


def _group(parts: Parts) -> str | None:
    """Who or what is asked for; the tracks only of one driver, the drivers only of all."""
    group = next((group for cue, group in _GROUPS.items() if cue in parts.cues), None)
    if group == "venue":
        return group if len(parts.drivers) == 1 else None
    return None if parts.drivers else group


def _each_place(scope: Scope, parts: Parts, records: Records) -> Places | None:
    everywhere = parts.cues & {Cue.BOTH, Cue.EACH} or not scope.seasons
    if len(scope.venues) > 1 and everywhere:
        limited = replace(scope, series=series_raced(scope, records))
        scopes = tuple(replace(limited, venues=(venue,)) for venue in scope.venues)
        return scopes, tuple(venue.name for venue in scope.venues)
    if parts.rival_teams and everywhere:
        limited = scope.but(series=series_raced(scope, records))
        scopes = tuple(limited.but(team=team) for team in parts.rival_teams)
        return scopes, tuple(team.name for team in parts.rival_teams)
    if parts.rival_races and everywhere:
        limited = replace(scope, series=series_raced(scope, records))
        scopes = tuple(replace(limited, races=races) for races in parts.rival_races)
        return scopes, tuple(races.name for races in parts.rival_races)
    if len(scope.series) > 1 or Cue.ALL_SERIES in parts.cues:
        series = scope.series or ALL_SERIES
        scopes = tuple(replace(scope, series=(each,)) for each in series)
        return scopes, tuple(f"the {SERIES_WORDS[each]} Series" for each in series)
    if {Cue.EACH, Cue.SEASON} <= parts.cues or parts.split == "season":
        return _each_season(scope, records)
    return None


def _each_season(scope: Scope, records: Records) -> Places | None:
    """Every season of one span: "every year from 2018 to 2020"."""
    if len(scope.seasons) != 1:
        return None
    first, last = scope.seasons[0]
    seasons = range(first or FIRST_SEASON, (last or records.last_season) + 1)
    if not 1 < len(seasons) <= _MOST_SEASONS:
        return None
    limited = replace(scope, series=series_raced(scope, records))
    scopes = tuple(replace(limited, seasons=((each, each),)) for each in seasons)
    return scopes, tuple(map(str, seasons))


def _times(measure: Measure, scope: Scope, group: str, records: Records) -> dict[str, int]:
    rows = records.connection.execute(
        f"select {group}, count(*) from result where {scope.sql} and ({measure.rows})"
        f" and {group} <> '' group by {group}",
        scope.parameters,
    )
    return dict(rows.fetchall())
