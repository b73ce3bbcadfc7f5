"""Records in one season, in one race or at one track: most wins in a season, most laps led."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Cell, Outcome, Table, Unknown, Value, WhichOne
from knowledge.book.tallies import TALLIES
from knowledge.measures import MEASURE
from knowledge.proof import Finding, reading
from knowledge.ranking import Placed, cut, nth_best, ranked, with_ties
from knowledge.reading.meanings import Cue
from knowledge.sentences import capital, listed, where
from knowledge.subjects import Subject, driver_subject, series_raced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.measures import Measure
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

_USES = frozenset({"measure", "drivers", "place", "top", "rank", "minimum"})
_CUES = frozenset(
    {
        Cue.ALL_SERIES,
        Cue.BEST,
        Cue.FINISHED,
        Cue.HOW_MANY,
        Cue.IN_A_RACE,
        Cue.IN_A_SEASON,
        Cue.IN_A_TRACK,
        Cue.LAPS,
        Cue.LEAST,
        Cue.LED,
        Cue.MOST,
        Cue.RECORD,
        Cue.SEASON,
        Cue.STAGES,
        Cue.STARTED,
        Cue.WHICH_DRIVER,
        Cue.WHICH_SEASON,
        Cue.WHICH_TEAM,
        Cue.WHICH_MAKE,
        Cue.WHICH_RACE,
        Cue.WHO,
        Cue.WINNER,
        Cue.WORST,
    }
)
_SHOWN = 10
_OF_ONE_START = frozenset({"places_gained", "places_lost", "worst_start", "best_start"})
"""Measures of a single start: the most of them is that of one race, unless a season is meant."""

_MOST_OF_A_SEASON = 15
"""Starts that an average over one season needs."""


_OF_SEVERAL_KINDS = "select venue from race group by venue having min(kind) <> max(kind)"
"""Tracks that were dirt once: their totals are split in two."""


@dataclass(frozen=True, slots=True)
class InOne:
    """Who has the most of a measure in one season, in one race or at one track."""

    measure: Measure
    parts: Parts
    scope: Scope
    subject: Subject | None
    span: str  # season, race or venue

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "most wins in a single Cup season",
        "record for most Truck Series wins in a season",
        "most wins in a Cup season since 1972",
        "most laps led in a race",
        "most wins in a season by Jeff Gordon",
        "best season for Mark Martin",
        "most Cup wins by one driver at a single track",
        "biggest climb from start to finish in a Truck race",
        "worst starting position to win a Cup race",
    )
    DECLINES: ClassVar = (
        "most wins in 2025",
        "most wins in a row",
        "most different winners in a season",
        "how many times did Jimmie Johnson lead the most laps in a race",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> InOne | WhichOne | None:
        measure = _measure(parts)
        span = _span(parts, measure)
        if Cue.LEAST in parts.cues and measure and measure.format == "count":
            return None  # the fewest in a season is nought
        if span is None or measure is None or measure.table or len(parts.drivers) > 1:
            return None
        if parts.drivers and parts.cues >= {Cue.HOW_MANY, Cue.MOST}:
            return None  # how often he had the most is asked, not how much that was
        subject = driver_subject(parts.drivers[0], parts, records) if parts.drivers else None
        if isinstance(subject, WhichOne):
            return subject
        scope = subject.scope if subject else parts.scope
        return cls(
            measure, parts, replace(scope, series=series_raced(scope, records)), subject, span
        )

    def answer(self, records: Records) -> Outcome:
        rows = ranked(self._found(records))
        if not rows:
            return Unknown(f"The rows hold no {self.measure.plural}{where(self.scope)}.")
        shown, left_out = cut(rows, _SHOWN)
        best = nth_best(rows, self.parts.rank or 1)
        return Finding(
            self._sentence(best),
            self._value(best),
            read_as=reading(f"{self._what()} {self._where} one {self._noun}", self.scope),
            table=self._table(shown),
            caveats=(self.measure.note, left_out),
        ).answer(self.parts, self.scope, records)

    @property
    def _where(self) -> str:
        return "at" if self.span == "venue" else "in"

    @property
    def _noun(self) -> str:
        return "track" if self.span == "venue" else self.span

    @property
    def _group(self) -> str:
        if Cue.WHICH_TEAM in self.parts.cues:
            return "team"
        return "make" if Cue.WHICH_MAKE in self.parts.cues else "driver"

    def _found(self, records: Records) -> list[tuple[str, float, int]]:
        """Names as "Corey Heim|2025" with value and starts, the best first."""
        measure = self.measure
        minimum = _MOST_OF_A_SEASON if measure.minimum_starts and self.span == "season" else 1
        rows = records.connection.execute(
            f"""
            {self._valued} value > 0 and starts >= :minimum
            order by value {"desc" if self._largest_first else "asc"}, {self.span}, {self._group}
            limit 60
            """,
            {**self.scope.parameters, "minimum": self.parts.minimum or minimum},
        )
        return [
            (f"{self._named(key, records)}|{self._when(span, records)}", value, starts)
            for key, span, value, starts in rows
        ]

    @property
    def _valued(self) -> str:
        """Select what is compared with its value and starts, up to the conditions on these."""
        rows = f"{self._totals} where {self.scope.sql} and ({self._adding}) and {self._group} <> ''"
        what = f"select {self._group}, {self.span}"
        if self._group == "driver" and self.span == "race":  # who has one row in a race
            return f"{what}, {self.measure.of_a_start} as value, starts from {rows} and"
        values = f"{self.measure.sql} as value, sum(starts) as starts"
        # Of one race each row is a group: to sort those that count is less than to look all up.
        group = f"{'+' if self.span == 'race' else ''}{self._group}"
        return f"{what}, {values} from {rows} group by {group}, {self.span} having"

    @property
    def _largest_first(self) -> bool:
        if Cue.LEAST in self.parts.cues:
            return False
        if self.measure.format == "average":
            return self.measure.higher_is_better is not (Cue.WORST in self.parts.cues)
        return self.measure.higher_is_better or self.measure.format == "count"

    @property
    def _adding(self) -> str:
        """Which rows are worth adding up: one with nothing, alone in its group, is left out."""
        if self.measure.format == "count" and self.span == "race":
            return self.measure.rows or "1"
        alone = self._totals != "entry" and len(self.scope.series) == 1
        if not alone or self.measure.format != "count" or self.measure.key not in TALLIES:
            return "1"
        resurfaced = f" or venue in ({_OF_SEVERAL_KINDS})" if self.span == "venue" else ""
        return f"{self.measure.key} > 0{resurfaced}"

    @property
    def _totals(self) -> str:
        """The smallest table that knows every filter and the measure."""
        if self.measure.over_rows or self.span == "race":
            return "entry"
        if self._group == "driver":
            return self.scope.table("driver", self.span)
        plain = self.scope.columns <= {self._group, "series", "season"}
        return f"{self._group}_season_total" if plain and self.span == "season" else "entry"

    def _named(self, key: str, records: Records) -> str:
        return records.person(key).name if self._group == "driver" else key

    def _when(self, span: int, records: Records) -> str:
        if self.span == "season":
            return str(span)
        if self.span == "venue":
            return records.venue_name(str(span))
        return f"{records.race_name(span)}, {records.race_date(span)}"

    def _sentence(self, best: Sequence[Placed]) -> str:
        told = listed([f"{name} ({when})" for name, when in map(_parted, best)])
        tail = where(self.scope, subject="driver")
        number = self.measure.counted(best[0].value)
        most = "the most there is" if self.measure.format == "count" else f"the {self._word} of all"
        return f"{told}: {number} {self._where} one {self._noun}{tail}, {most}."

    def _what(self) -> str:
        names_extreme = self.measure.format == "place"
        return self.measure.plural if names_extreme else f"{self._word} {self.measure.plural}"

    @property
    def _word(self) -> str:
        if self.measure.format == "count":
            return "most"
        if Cue.LEAST in self.parts.cues:
            return "lowest"
        return "worst" if Cue.WORST in self.parts.cues or "worst" in self.measure.key else "best"

    def _value(self, best: Sequence[Placed]) -> Value:
        names = tuple(dict.fromkeys(_parted(row)[0] for row in best))
        says_season = Cue.SEASON in self.parts.cues  # "his best season by wins"
        asks_which = Cue.WHICH_SEASON in self.parts.cues or says_season
        if asks_which and self.span == "season":
            return int(_parted(best[0])[1])
        if not self.subject and self.parts.cues & {Cue.WHO, Cue.WHICH_DRIVER, Cue.WHICH_TEAM}:
            return names[0] if len(names) == 1 else names
        return round(best[0].value, 2) if isinstance(best[0].value, float) else best[0].value

    def _table(self, shown: Sequence[Placed]) -> Table:
        rows: list[tuple[Cell, ...]] = [
            (rank, *_parted(row), row.value, row.starts) for rank, row in with_ties(shown)
        ]
        noun = self.measure.plural
        columns = ("Rank", self._group.capitalize(), self._noun.capitalize())
        return Table((*columns, capital(noun), "Starts"), tuple(rows))


def _measure(parts: Parts) -> Measure | None:
    """What is counted; a season that is only called the best or worst is so by its wins."""
    of_a_season = parts.cues & {Cue.SEASON, Cue.WHICH_SEASON}
    if parts.counted is None and not parts.measure and parts.drivers and of_a_season:
        if Cue.BEST in parts.cues:
            return MEASURE["wins"]
        if Cue.WORST in parts.cues:
            return MEASURE["average_finish"]
    return parts.counted


def _span(parts: Parts, measure: Measure | None) -> str | None:
    one_of = parts.cues & {Cue.BEST, Cue.WORST, Cue.MOST}
    which_season = parts.cues & {Cue.SEASON, Cue.WHICH_SEASON}
    if Cue.IN_A_SEASON in parts.cues or (which_season and one_of and parts.drivers):
        return "season"
    if Cue.IN_A_TRACK in parts.cues:
        return "venue"
    if Cue.IN_A_RACE in parts.cues:
        return "race"
    of_one_start = measure is not None and measure.key in _OF_ONE_START
    return "race" if of_one_start and not parts.drivers and not parts.scope.one_race else None


def _parted(row: Placed) -> tuple[str, str]:
    name, _, when = row.name.partition("|")
    return name, when
