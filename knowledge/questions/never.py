"""What never happened: tracks where a driver never won, the most starts without a win."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Outcome, Table, Unknown, WhichOne
from knowledge.measures import MEASURE, Measure, places
from knowledge.proof import Finding, reading
from knowledge.ranking import cut, nth_best, ranked, with_ties
from knowledge.reading.meanings import Cue
from knowledge.scope import Scope
from knowledge.sentences import listed, where
from knowledge.subjects import Subject, driver_subject, in_likeliest_series, series_raced

if TYPE_CHECKING:
    from knowledge.reading.parts import Parts
    from knowledge.records import Records

_CUES = frozenset(
    {
        Cue.CHAMPION,
        Cue.EVER,
        Cue.HOW_MANY,
        Cue.LAPS,
        Cue.LED,
        Cue.STAGES,
        Cue.LIST,
        Cue.MOST,
        Cue.NEVER,
        Cue.WHICH_DRIVER,
        Cue.WHO,
    }
)
_TOLD = 10


@dataclass(frozen=True, slots=True)
class TracksWithout:
    """The tracks where a driver raced and never did a thing."""

    measure: Measure
    parts: Parts
    subject: Subject

    USES: ClassVar = frozenset({"measure", "drivers", "place", "top"})
    CUES: ClassVar = _CUES | {Cue.WHERE, Cue.WHICH_TRACK}
    UNDERSTANDS: ClassVar = ("which tracks has Tony Stewart never won at in Cup",)
    DECLINES: ClassVar = ("which tracks has Kyle Larson won at in Cup",)

    @classmethod
    def read(cls, parts: Parts, records: Records) -> TracksWithout | WhichOne | None:
        asks = Cue.NEVER in parts.cues and bool(parts.cues & {Cue.WHERE, Cue.WHICH_TRACK})
        measure = parts.counted
        if not asks or measure is None or not measure.rows or len(parts.drivers) != 1:
            return None
        subject = driver_subject(parts.drivers[0], parts, records)
        return cls(measure, parts, subject) if isinstance(subject, Subject) else subject

    def answer(self, records: Records) -> Outcome:
        scope = in_likeliest_series(self.subject.scope, records)
        rows = records.connection.execute(
            f"""
            select venue, count(*), min(finish) from result where {scope.sql}
            group by venue having not sum({self.measure.rows}) order by 2 desc, 1
            """,
            scope.parameters,
        )
        named = tuple((records.venue_name(venue), *numbers) for venue, *numbers in rows)
        who, tail = self.subject.name, where(scope)
        if not named:
            return Unknown(f"There is no track where {who} raced without a win{tail}.")
        return Finding(
            f"{who} raced at {len(named)} tracks without a {self.measure.singular}{tail}:"
            f" {listed([row[0] for row in named], _TOLD)}.",
            tuple(row[0] for row in named),
            read_as=reading(f"tracks without {self.measure.plural}", scope),
            table=Table(("Track", "Starts", "Best finish"), named),
        ).answer(self.parts, scope, records)


@dataclass(frozen=True, slots=True)
class MostWithout:
    """A ranking among those who never did another thing: most starts without a win."""

    measure: Measure
    without: Measure
    parts: Parts
    scope: Scope

    USES: ClassVar = frozenset({"measure", "place", "without"})
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "most Xfinity starts without ever winning",
        "most top 10s without a win in 2022 Cup",
        "most second places without a win in Trucks",
    )
    DECLINES: ClassVar = ("most Xfinity starts",)

    @classmethod
    def read(cls, parts: Parts, records: Records) -> MostWithout | None:
        if not {Cue.NEVER, Cue.MOST} <= parts.cues:
            return None
        measure = places(*parts.place) if parts.place else parts.measure
        named = parts.measure if parts.place else parts.without
        without = named or MEASURE["wins"]
        if measure is None or measure.table or measure.format != "count":
            return None
        scope = replace(parts.scope, series=series_raced(parts.scope, records))
        return cls(measure, without, parts, scope)

    def answer(self, records: Records) -> Outcome:
        over_rows = self.measure.over_rows or self.without.over_rows
        table = "entry" if over_rows else self.scope.table("driver")
        found = records.connection.execute(
            f"""
            select driver, {self.measure.sql} as value, sum(starts) from {table}
            where {self.scope.sql} group by driver
            having {self._never()} and value > 0 order by value desc, driver
            """,
            self.scope.parameters,
        )
        rows = ranked((records.person(key).name, value, starts) for key, value, starts in found)
        if not rows:
            return Unknown(f"Nobody fits that{where(self.scope)}.")
        shown, left_out = cut(rows, _TOLD)
        best = [row.name for row in nth_best(rows, 1)]
        what = f"most {self.measure.plural} without a {self.without.singular}"
        return Finding(
            f"{listed(best)}: the {what}{where(self.scope)}: {self.measure.write(rows[0].value)}.",
            best[0] if len(best) == 1 else tuple(best),
            read_as=reading(what, self.scope),
            table=Table(
                ("Rank", "Driver", self.measure.plural.capitalize(), "Starts"),
                tuple((rank, row.name, row.value, row.starts) for rank, row in with_ties(shown)),
            ),
            caveats=(left_out,),
        ).answer(self.parts, self.scope, records)

    def _never(self) -> str:
        if self.without.table != "champion":
            return f"{self.without.sql} = 0"
        own = Scope(series=self.scope.series)
        return f"driver not in (select driver from champion where {own.sql})"
