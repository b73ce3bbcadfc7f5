"""Who did it here but never there: winners at Fontana who never won at Michigan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Outcome, Table, Value
from knowledge.proof import Finding, reading
from knowledge.reading.meanings import Cue
from knowledge.sentences import capital, listed, where
from knowledge.subjects import series_raced

if TYPE_CHECKING:
    from knowledge.measures import Measure
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

_USES = frozenset({"measure", "never_in", "place", "top"})
_CUES = frozenset(
    {
        Cue.HOW_MANY,
        Cue.LIST,
        Cue.NEVER,
        Cue.WHICH_DRIVER,
        Cue.WHICH_MAKE,
        Cue.WHICH_TEAM,
        Cue.WHO,
        Cue.WINNER,
    }
)
_GROUPS = {Cue.WHICH_TEAM: "team", Cue.WHICH_MAKE: "make"}
_TOLD = 10


@dataclass(frozen=True, slots=True)
class HereNotThere:
    """The drivers, teams or makes with a thing in one scope and without it in another."""

    measure: Measure
    parts: Parts
    here: Scope
    there: Scope
    group: str

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "who won a Cup race at Fontana but never at Michigan",
        "drivers who won in Cup but never in Trucks",
    )
    DECLINES: ClassVar = (
        "who has won at both Fontana and Michigan",
        "which tracks has Tony Stewart never won at in Cup",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> HereNotThere | None:
        measure = parts.counted
        if parts.never_in is None or measure is None or measure.table or not measure.rows:
            return None
        here = parts.scope.but(series=series_raced(parts.scope, records))
        changed = {name: value for name, value in _filters(parts.never_in).items() if value}
        group = next((group for cue, group in _GROUPS.items() if cue in parts.cues), "driver")
        return cls(measure, parts, here, here.but(**changed), group)

    def answer(self, records: Records) -> Outcome:
        rows = records.connection.execute(
            f"""
            select {self.group}, count(*) from result
            where {self.here.sql} and ({self.measure.rows}) and {self.group} <> ''
            group by {self.group} order by 2 desc, 1
            """,
            self.here.parameters,
        ).fetchall()
        there = self._there(records)
        named = [(records.named(self.group, key), times) for key, times in rows if key not in there]
        names = tuple(name for name, _ in named)
        noun = self.group if len(names) == 1 else f"{self.group}s"
        told = f": {listed(names, _TOLD)}" if names else ""
        what = f"{self.measure.plural}{where(self.here)} and none{where(self.there)}"
        return Finding(
            f"{len(names)} {noun} with {what}{told.rstrip('.')}.",
            self._value(names),
            read_as=f"{reading(self.measure.plural, self.here)} · none{where(self.there)}",
            table=Table((capital(self.group), capital(self.measure.plural)), tuple(named)),
        ).answer(self.parts, self.here, records)

    def _there(self, records: Records) -> set[str]:
        rows = records.connection.execute(
            f"select distinct {self.group} from result"
            f" where {self.there.sql} and ({self.measure.rows})",
            self.there.parameters,
        )
        return {key for (key,) in rows}

    def _value(self, names: tuple[str, ...]) -> Value:
        return len(names) if Cue.HOW_MANY in self.parts.cues else names


def _filters(scope: Scope) -> dict[str, object]:
    return {name: getattr(scope, name) for name in ("venues", "kinds", "races", "series", "team")}
