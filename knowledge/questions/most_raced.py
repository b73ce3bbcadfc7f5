"""Where most races were held: tracks by the number of their races."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Outcome, Table, Unknown
from knowledge.charts import bars
from knowledge.proof import Finding, reading
from knowledge.ranking import cut, nth_best, ranked, with_ties
from knowledge.reading.meanings import Cue
from knowledge.sentences import listed, where
from knowledge.subjects import RACES_IN_SCOPE, series_raced

if TYPE_CHECKING:
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

_SHOWN = 10
_OF_A_START = frozenset({"team", "make", "car", "finish", "start", "venue"})


@dataclass(frozen=True, slots=True)
class MostRaced:
    """The tracks of a scope, by how many races each held."""

    parts: Parts
    scope: Scope

    USES: ClassVar = frozenset({"measure", "rank"})
    CUES: ClassVar = frozenset({Cue.HOW_MANY, Cue.MOST, Cue.WHERE, Cue.WHICH_TRACK})
    UNDERSTANDS: ClassVar = (
        "which track has hosted the most Cup races",
        "where have the most Truck races been held",
    )
    DECLINES: ClassVar = (
        "who has raced at the most tracks in Cup",
        "who has won at the most different tracks in Cup",
        "how many races has Rockingham hosted in Cup",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> MostRaced | None:
        holds = parts.cues & {Cue.WHERE, Cue.WHICH_TRACK} and Cue.RACES in parts.cues
        if not holds or Cue.MOST not in parts.cues:
            return None
        if parts.measure and parts.measure.key != "starts":
            return None
        if parts.scope.columns & _OF_A_START:
            return None
        return cls(parts, replace(parts.scope, series=series_raced(parts.scope, records)))

    def answer(self, records: Records) -> Outcome:
        found = records.connection.execute(
            f"""
            select venue, count(*), min(season) from ({RACES_IN_SCOPE})
            where {self.scope.sql} group by venue order by 2 desc, venue
            """,
            self.scope.parameters,
        )
        rows = ranked((records.venue_name(venue), *numbers) for venue, *numbers in found)
        best = nth_best(rows, self.parts.rank or 1)
        if not best:
            return Unknown(f"The book holds no such track{where(self.scope)}.")
        shown, left_out = cut(rows, _SHOWN)
        names = tuple(row.name for row in best)
        place = "the most" if best[0].rank == 1 else f"number {best[0].rank} of all"
        each = " each" if len(best) > 1 else ""
        table = Table(
            ("Rank", "Track", "Races", "First"),
            tuple((rank, row.name, row.value, row.starts) for rank, row in with_ties(shown)),
        )
        drawn = Table(table.columns[1:3], tuple(row[1:3] for row in table.rows))
        return Finding(
            f"{listed(names)} held {best[0].value:,} races{each}{where(self.scope)}, {place}.",
            names[0] if len(names) == 1 else names,
            read_as=reading("most races held by a track", self.scope),
            table=table,
            caveats=(left_out,),
            backed_by="races",
            drawing=lambda: bars(drawn, "races", f"tracks{where(self.scope)}"),
        ).answer(self.parts, self.scope, records)
