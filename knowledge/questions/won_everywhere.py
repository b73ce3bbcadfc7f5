"""Who did it at each of several tracks, or in all three series."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Cell, Outcome, Table, Unknown
from knowledge.proof import Finding, reading
from knowledge.reading.meanings import Cue
from knowledge.sentences import listed, where
from knowledge.series import ALL_SERIES, SERIES_WORDS
from knowledge.subjects import series_raced

if TYPE_CHECKING:
    from knowledge.measures import Measure
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

_USES = frozenset({"measure", "place", "top"})
_CUES = frozenset(
    {Cue.ALL_SERIES, Cue.BOTH, Cue.EACH, Cue.LIST, Cue.WHICH_DRIVER, Cue.WHO, Cue.WINNER}
)
_TOLD = 10


@dataclass(frozen=True, slots=True)
class WonEverywhere:
    """The drivers who did a thing in every one of several scopes."""

    measure: Measure
    parts: Parts
    scopes: tuple[Scope, ...]
    names: tuple[str, ...]  # of the scopes

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "who has won at both Daytona and Talladega in Cup",
        "which drivers have won in all three series",
    )
    DECLINES: ClassVar = (
        "who has the most wins in all three series combined",
        "who won both Pocono races in 2020",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> WonEverywhere | None:
        measure = parts.counted
        asks = parts.cues & {Cue.WHO, Cue.WHICH_DRIVER, Cue.LIST}
        if not asks or measure is None or measure.table or not measure.rows:
            return None
        if not parts.fits(uses=_USES, cues=_CUES):
            return None
        scope = parts.scope
        everywhere = parts.cues & {Cue.BOTH, Cue.EACH} or not scope.seasons
        if len(scope.venues) > 1 and everywhere:
            limited = replace(scope, series=series_raced(scope, records))
            scopes = tuple(replace(limited, venues=(venue,)) for venue in scope.venues)
            return cls(measure, parts, scopes, tuple(venue.name for venue in scope.venues))
        if Cue.ALL_SERIES in parts.cues:
            scopes = tuple(replace(scope, series=(series,)) for series in ALL_SERIES)
            names = tuple(f"the {SERIES_WORDS[series]} Series" for series in ALL_SERIES)
            return cls(measure, parts, scopes, names)
        return None

    def answer(self, records: Records) -> Outcome:
        counts = [_times(self.measure, scope, records) for scope in self.scopes]
        everywhere = set.intersection(*(set(each) for each in counts))
        order = sorted(everywhere, key=lambda key: (-sum(each[key] for each in counts), key))
        names = [records.person(key).name for key in order]
        scope = replace(self.scopes[0], series=self._series())
        if len({each.venues for each in self.scopes}) > 1:
            scope = replace(scope, venues=())
        if not names:
            return Unknown(f"Nobody has {self.measure.plural} at {listed(self.names)}.")
        rows: tuple[tuple[Cell, ...], ...] = tuple(
            (name, *(each[key] for each in counts)) for key, name in zip(order, names, strict=True)
        )
        noun = "driver has" if len(names) == 1 else "drivers have"
        return Finding(
            f"{len(names)} {noun} {self.measure.plural} in each of {listed(self.names)}"
            f"{where(scope)}: {listed(names, _TOLD)}.",
            tuple(names),
            read_as=f"{reading(self.measure.plural, scope)} · each of {listed(self.names)}",
            table=Table(("Driver", *self.names), rows),
        ).answer(self.parts, scope, records)

    def _series(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(key for scope in self.scopes for key in scope.series))


def _times(measure: Measure, scope: Scope, records: Records) -> dict[str, int]:
    rows = records.connection.execute(
        f"select driver, count(*) from result where {scope.sql} and ({measure.rows})"
        " group by driver",
        scope.parameters,
    )
    return dict(rows.fetchall())
