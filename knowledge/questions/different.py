"""How many different winners: in a season, at a track; and the season with the most."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Outcome, Table, Unknown, WhichOne
from knowledge.charts import bars
from knowledge.measures import MEASURE
from knowledge.proof import Finding, reading
from knowledge.reading.meanings import Cue
from knowledge.sentences import capital, listed, where
from knowledge.subjects import Subject, driver_subject, in_likeliest_series, series_raced

if TYPE_CHECKING:
    from knowledge.measures import Measure
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

_USES = frozenset({"measure", "drivers", "limits", "place", "split", "top"})
_CUES = frozenset(
    {
        Cue.DIFFERENT,
        Cue.DROVE,
        Cue.HOW_MANY,
        Cue.IN_A_SEASON,
        Cue.LEAST,
        Cue.LIST,
        Cue.MOST,
        Cue.RECORD,
        Cue.SEASON,
        Cue.WHICH_DRIVER,
        Cue.WHICH_MAKE,
        Cue.WHICH_NUMBER,
        Cue.WHICH_SEASON,
        Cue.WHICH_TEAM,
        Cue.WHICH_TRACK,
        Cue.WHO,
        Cue.WINNER,
    }
)
_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Different:
    """The number of different drivers, teams or makes who did a thing."""

    measure: Measure
    parts: Parts
    scope: Scope
    group: str

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "how many different winners in 2023 in Cup",
        "how many drivers have won at Bristol in Cup",
        "most different Cup winners in a season",
        "how many seasons did Kyle Petty race in Cup",
    )
    DECLINES: ClassVar = (
        "how many wins does Heim have",
        "most wins in a season",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> Different | WhichOne | None:
        won = Cue.WINNER in parts.cues and parts.measure is not None and parts.measure.key == "wins"
        counts = Cue.HOW_MANY in parts.cues and (won or bool(parts.cues & _GROUPS.keys()))
        by_season = parts.split == "season" and Cue.WINNER in parts.cues
        counts = counts or (by_season and not parts.scope.races)  # whose winners are one a season
        if not (Cue.DIFFERENT in parts.cues or counts):
            return None
        measure = parts.counted
        if measure is None and parts.cues & {Cue.DROVE, Cue.RUN}:
            measure = MEASURE["starts"]
        if measure is None or measure.table or not measure.rows or len(parts.drivers) > 1:
            return None
        if parts.limits not in (None, (1, None)):  # "at least one" is what counts anyway
            return None
        group = _group(parts)
        subject = driver_subject(parts.drivers[0], parts, records) if parts.drivers else None
        if isinstance(subject, WhichOne) or (subject and group == "driver"):
            return subject if isinstance(subject, WhichOne) else None
        return cls(measure, parts, _in_series(subject, parts.scope, records), group)

    def answer(self, records: Records) -> Outcome:
        if self.parts.split:
            return self._each_season(records)
        by_season = self.parts.cues & {Cue.IN_A_SEASON, Cue.LEAST, Cue.MOST, Cue.WHICH_SEASON}
        return self._season_with_most(records) if by_season else self._count(records)

    def _count(self, records: Records) -> Outcome:
        rows = records.connection.execute(
            f"""
            select {self.group}, count(*), min(season), max(season) from result
            where {self.scope.sql} and ({self.measure.rows}) and {self.group} <> ''
            group by {self.group} order by 2 desc, 1
            """,
            self.scope.parameters,
        ).fetchall()
        named = [(records.named(self.group, key), *numbers) for key, *numbers in rows]
        noun = f"different {self._noun}{'' if len(rows) == 1 else 's'}"
        first = listed([f"{row[0]} {row[1]}" for row in named[:3]])
        most = f"; the most: {first}" if named else ""
        of = f" for {self.scope.driver.name}" if self.scope.driver else ""
        return Finding(
            f"{len(rows)} {noun}{of} with {self.measure.plural}{where(self.scope)}{most}.",
            len(rows),
            read_as=reading(f"{noun} with {self.measure.plural}", self.scope),
            table=Table(
                (self._noun.capitalize(), self.measure.plural.capitalize(), "First", "Last"),
                tuple(named),
            ),
        ).answer(self.parts, self.scope, records)

    @property
    def _noun(self) -> str:
        return _NOUNS.get(self.group, self.group)

    def _by_season(self, order: str, records: Records) -> list[tuple[int, int]]:
        return records.connection.execute(
            f"""
            select season, count(distinct {self.group}) as number from result
            where {self.scope.sql} and ({self.measure.rows}) and {self.group} <> ''
            group by season order by {order}
            """,
            self.scope.parameters,
        ).fetchall()

    def _each_season(self, records: Records) -> Outcome:
        rows = self._by_season("season", records)
        if not rows:
            return Unknown(f"The rows hold no {self.measure.plural}{where(self.scope)}.")
        noun = f"different {self._noun}s with {self.measure.plural}"
        best = max(rows, key=lambda row: row[1])
        table = Table(("Season", f"Different {self._noun}s"), tuple(rows))
        return Finding(
            f"{capital(noun)} by season{where(self.scope)}; the most: {best[1]} in {best[0]}.",
            None,
            read_as=f"{reading(noun, self.scope)} · by season",
            table=table,
            drawing=lambda: bars(table, noun, f"everybody{where(self.scope)}"),
        ).answer(self.parts, self.scope, records)

    def _season_with_most(self, records: Records) -> Outcome:
        least = Cue.LEAST in self.parts.cues
        rows = self._by_season(f"number {'asc' if least else 'desc'}, season", records)
        if not rows:
            return Unknown(f"The rows hold no {self.measure.plural}{where(self.scope)}.")
        best = [season for season, number in rows if number == rows[0][1]]
        word = "fewest" if least else "most"
        asks_when = Cue.WHICH_SEASON in self.parts.cues
        seasons = tuple(best) if len(best) > 1 else best[0]
        noun = f"different {self._noun}s with {self.measure.plural}"
        return Finding(
            f"The {word} {noun} in one season{where(self.scope)}: {rows[0][1]},"
            f" in {listed([str(season) for season in best])}.",
            seasons if asks_when else rows[0][1],
            read_as=reading(f"{word} {noun} in one season", self.scope),
            table=Table(("Season", f"Different {self._noun}s"), tuple(rows[:_SHOWN])),
        ).answer(self.parts, self.scope, records)


def _group(parts: Parts) -> str:
    """What is counted; seasons only of one driver, for of all they are the scope."""
    asked = (group for cue, group in _GROUPS.items() if cue in parts.cues)
    return next((each for each in asked if each != "season" or parts.drivers), "driver")


_GROUPS = {
    Cue.WHICH_DRIVER: "driver",
    Cue.WHICH_TEAM: "team",
    Cue.WHICH_MAKE: "make",
    Cue.WHICH_TRACK: "venue",
    Cue.WHICH_NUMBER: "car",
    Cue.SEASON: "season",
}
_NOUNS = {"venue": "track", "car": "car number"}


def _in_series(subject: Subject | None, scope: Scope, records: Records) -> Scope:
    if subject is None:
        return replace(scope, series=series_raced(scope, records))
    return in_likeliest_series(subject.scope, records)
