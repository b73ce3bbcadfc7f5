"""Who did it in the most seasons, at the most tracks, for the most teams."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Outcome, Table, Unknown
from knowledge.book.tallies import TALLIES
from knowledge.measures import MEASURE
from knowledge.proof import Finding, reading
from knowledge.ranking import cut, nth_best, ranked, with_ties
from knowledge.reading.meanings import Cue
from knowledge.sentences import listed, where
from knowledge.subjects import series_raced

if TYPE_CHECKING:
    from knowledge.measures import Measure
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

_USES = frozenset({"measure", "place", "top", "rank"})
_CUES = frozenset(
    {
        Cue.DIFFERENT,
        Cue.DROVE,
        Cue.MOST,
        Cue.SEASON,
        Cue.WHICH_DRIVER,
        Cue.WHICH_NUMBER,
        Cue.WHICH_TEAM,
        Cue.WHICH_TRACK,
        Cue.WHO,
        Cue.WINNER,
    }
)
_GROUPS = {
    Cue.SEASON: ("season", "seasons"),
    Cue.WHICH_TRACK: ("venue", "tracks"),
    Cue.WHICH_TEAM: ("team", "teams"),
    Cue.WHICH_NUMBER: ("car", "car numbers"),
}
_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Spread:
    """A ranking of drivers by how many seasons, tracks or teams their wins are spread over."""

    measure: Measure
    parts: Parts
    scope: Scope
    column: str
    noun: str

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "who has won at the most different tracks in Cup",
        "most seasons with a win in the Cup Series",
        "who drove for the most teams in Trucks",
    )
    DECLINES: ClassVar = (
        "most wins in a season",
        "which team has the most wins",
        "most different winners in a season",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> Spread | None:
        asked = [group for cue, group in _GROUPS.items() if cue in parts.cues]
        if Cue.MOST not in parts.cues or len(asked) != 1:
            return None
        measure = parts.counted or (MEASURE["starts"] if _raced(parts) else None)
        counts_them = Cue.DIFFERENT in parts.cues or asked[0][0] == "season" or _raced(parts)
        if measure is None or measure.table or not measure.rows or not counts_them:
            return None
        scope = replace(parts.scope, series=series_raced(parts.scope, records))
        return cls(measure, parts, scope, *asked[0])

    def answer(self, records: Records) -> Outcome:
        table, did, counted = self._totals
        found = records.connection.execute(
            f"""
            select driver, count(distinct {self.column}) as number, sum({counted}) from {table}
            where {self.scope.sql} and ({did}) and {self.column} <> ''
            group by driver order by number desc, driver
            """,
            self.scope.parameters,
        )
        rows = ranked((records.person(key).name, *numbers) for key, *numbers in found)
        if not rows:
            return Unknown(f"The rows hold no {self.measure.plural}{where(self.scope)}.")
        shown, left_out = cut(rows, _SHOWN)
        best = nth_best(rows, self.parts.rank or 1)
        names = tuple(row.name for row in best)
        what = f"{self.noun} with a {self.measure.singular}"
        return Finding(
            f"{listed(names)}: {best[0].value} {what}{where(self.scope)}, the most there are.",
            names[0] if len(names) == 1 else names,
            read_as=reading(f"most {what}", self.scope),
            table=Table(
                ("Rank", "Driver", self.noun.capitalize(), self.measure.plural.capitalize()),
                tuple((rank, row.name, row.value, row.starts) for rank, row in with_ties(shown)),
            ),
            caveats=(left_out,),
        ).answer(self.parts, self.scope, records)

    @property
    def _totals(self) -> tuple[str, str, str]:
        """The smallest table, which of its rows count, and how many starts each of them holds."""
        if self.measure.key in TALLIES and not self.measure.over_rows:
            return (
                self.scope.table("driver", self.column),
                f"{self.measure.key} > 0",
                self.measure.key,
            )
        return "result", str(self.measure.rows), "1"


def _raced(parts: Parts) -> bool:
    """Whether racing itself is counted: "who raced at the most tracks"."""
    started = parts.measure is None or parts.measure.key == "starts"
    return started and bool(parts.cues & {Cue.DROVE, Cue.RUN})
