"""A card: one driver's numbers side by side, over a career, a season or a track."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Cell, Chart, Outcome, Table, Unknown, WhichOne
from knowledge.charts import bars, finishes
from knowledge.measures import MEASURE
from knowledge.proof import Finding, by_season, races_where, reading
from knowledge.reading.meanings import Cue
from knowledge.sentences import listed, where
from knowledge.series import ALL_SERIES, SERIES_WORDS
from knowledge.subjects import Subject, driver_subject, in_likeliest_series

if TYPE_CHECKING:
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

_USES = frozenset({"recent", "drivers"})
_CUES = frozenset(
    {
        Cue.ABOUT,
        Cue.FULL_RESULT,
        Cue.SEASON,
        Cue.ALL_SERIES,
        Cue.LIST,
        Cue.RECORD,
        Cue.STATS,
        Cue.WHO,
    }
)
_MEASURES = tuple(
    MEASURE[key]
    for key in (
        "starts",
        "wins",
        "top_fives",
        "top_tens",
        "poles",
        "laps_led",
        "dnfs",
        "average_start",
        "average_finish",
        "best_finish",
    )
)
_COLUMNS = (
    *("Series", "Seasons", "Starts", "Wins", "Top 5", "Top 10", "Poles", "Laps led"),
    *("DNFs", "Avg start", "Avg finish", "Best"),
)


@dataclass(frozen=True, slots=True)
class Card:
    """What one driver did, by series."""

    subject: Subject
    parts: Parts

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "tell me about Ross Chastain",
        "Corey Heim stats 2025",
        "what is Richard Petty's record at Darlington",
        "Denny Hamlin at Martinsville",
    )
    DECLINES: ClassVar = (
        "when did Heim last win",
        "Heim wins in 2025",
        "Hamlin or Larson",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> Card | WhichOne | None:
        if parts.championship_season and not parts.cues & {Cue.ABOUT, Cue.STATS}:
            return None  # "his championship year" asks which it was
        if len(parts.drivers) != 1:
            return None
        subject = driver_subject(parts.drivers[0], parts, records)
        return cls(subject, parts) if isinstance(subject, Subject) else subject

    def answer(self, records: Records) -> Outcome:
        scope = self.subject.scope
        rows = _rows(scope, records)
        if not rows:
            return Unknown(f"{self.subject.name} made no starts{where(scope)}.")
        told = [
            f"{row[3]} {'win' if row[3] == 1 else 'wins'} in {row[2]:,} {row[0]} "
            f"{'start' if row[2] == 1 else 'starts'}"
            for row in rows
        ]
        return Finding(
            f"{self.subject.name}{where(scope, series=False)}: "
            f"{listed(told)}{self._titles(records)}.",
            None,
            read_as=reading("card", scope),
            table=Table(_COLUMNS, tuple(rows)),
            drawing=lambda: _chart(self.subject, records),
        ).answer(self.parts, scope, records)

    def _titles(self, records: Records) -> str:
        """Championships, where the whole career is asked for or the season won."""
        scope = self.subject.scope
        if scope.columns - {"driver", "series", "season"}:
            return ""
        rows = records.connection.execute(
            f"select season, series from champion where {scope.sql} order by season",
            scope.parameters,
        )
        won = [f"{season} {SERIES_WORDS[series]}" for season, series in rows]
        return f"; champion {listed(won)}" if won else ""


def _chart(subject: Subject, records: Records) -> Chart | None:
    """Finishes race by race over one season, wins by season over a longer time."""
    scope = in_likeliest_series(subject.scope, records)
    of = f"{subject.name}{where(scope)}"
    if scope.one_season:
        return finishes(races_where("1", scope, records), of)
    return bars(by_season(MEASURE["wins"], scope, records), "wins", of)


def _rows(scope: Scope, records: Records) -> list[tuple[Cell, ...]]:
    values = ", ".join(f"round({measure.sql}, 1)" for measure in _MEASURES)
    rows = records.connection.execute(
        f"""
        select series, min(season) || '-' || max(season), {values}
        from entry where {scope.sql} group by series
        """,
        scope.parameters,
    ).fetchall()
    ordered = sorted(rows, key=lambda row: ALL_SERIES.index(row[0]))
    return [
        (SERIES_WORDS[series], seasons, *(_whole(value) for value in values))
        for series, seasons, *values in ordered
    ]


def _whole(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value
