"""Versus: two to five drivers, teams or makes by one measure over any scope."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Outcome, Table, Unknown, Value, WhichOne
from knowledge.charts import careers
from knowledge.counting import Count, over_all, starts_by_series
from knowledge.measures import MEASURE, Measure
from knowledge.proof import Finding, reading
from knowledge.reading.meanings import Cue
from knowledge.sentences import capital, listed, where
from knowledge.subjects import CUP_CAREER, Subject, subjects_of

if TYPE_CHECKING:
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

_USES = frozenset(
    {"measure", "recent", "drivers", "place", "top", "rival_cars", "rival_teams", "rival_makes"}
)
_CUES = frozenset(
    {
        Cue.AHEAD,
        Cue.ALL_SERIES,
        Cue.BEST,
        Cue.CHAMPION,
        Cue.COMPARE,
        Cue.DIFFERENCE,
        Cue.FINISHED,
        Cue.HOW_MANY,
        Cue.LAPS,
        Cue.LEAST,
        Cue.LED,
        Cue.LIST,
        Cue.MORE,
        Cue.MOST,
        Cue.STAGES,
        Cue.STARTED,
        Cue.WHICH_DRIVER,
        Cue.WHICH_MAKE,
        Cue.WHICH_NUMBER,
        Cue.WHICH_TEAM,
        Cue.WHO,
        Cue.YES_NO,
    }
)
_MOST_RIVALS = 5
_TWO = 2
_COMPARING = frozenset({Cue.COMPARE, Cue.DIFFERENCE, Cue.LEAST, Cue.MORE, Cue.MOST})
_ASKS_WHICH = frozenset(
    {Cue.WHICH_DRIVER, Cue.WHICH_MAKE, Cue.WHICH_NUMBER, Cue.WHICH_TEAM, Cue.WHO}
)
_SIDE_BY_SIDE = ("starts", "wins", "top_fives", "top_tens", "poles", "laps_led", "average_finish")
"""What two careers are compared by when no measure was named."""


@dataclass(frozen=True, slots=True)
class Versus:
    """Several subjects side by side."""

    measure: Measure | None
    subjects: tuple[Subject, ...]
    parts: Parts

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "who has more Truck wins, Todd Bodine or Johnny Sauter",
        "more Cup wins Ford or Chevy",
        "better average finish in Cup, Tony Stewart or Matt Kenseth",
        "how many more Cup wins does Richard Petty have than David Pearson",
        "compare Hamlin, Larson and Bell wins in 2025 Cup",
    )
    DECLINES: ClassVar = (
        "how many wins does Heim have",
        "did Heim or Majeski finish ahead more often in 2025 Trucks",
        "who has the most wins",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> Versus | WhichOne | None:
        rivals = (parts.drivers, parts.rival_teams, parts.rival_makes, parts.rival_cars)
        sides = [each for each in rivals if each]
        if len(sides) != 1 or not 2 <= len(sides[0]) <= _MOST_RIVALS:
            return None
        if parts.counted is None and parts.present & {"measure", "place", "top"}:
            return None
        subjects = subjects_of(parts, records)
        if isinstance(subjects, WhichOne):
            return subjects
        return cls(parts.counted, subjects, parts)

    def answer(self, records: Records) -> Outcome:
        series = self._series(records)
        scope = replace(self.parts.scope, series=series)
        if self.measure is None:
            return self._without_verdict(scope, records)
        counts = [
            (each, over_all(self.measure, _of(each, series), records)) for each in self.subjects
        ]
        known = [(each, count) for each, count in counts if count.value is not None or self._counts]
        if not known:
            return Unknown(f"None of them has {self.measure.plural}{where(scope)}.")
        ranked = sorted(known, key=lambda each: self._worth(each[1]))
        return Finding(
            self._sentence(ranked, scope),
            self._value(ranked),
            read_as=f"{reading(self.measure.plural, scope)} · {' or '.join(self._names())}",
            table=self._table(ranked),
            caveats=(self.measure.note,),
            drawing=partial(careers, self.measure, self._sides(series), scope, records),
            backed_by="champions" if self.measure.table else "results",
        ).answer(self.parts, scope, records)

    def _sides(self, series: tuple[str, ...]) -> list[tuple[str, Scope]]:
        return [(each.name, _of(each, series)) for each in self.subjects]

    @property
    def _counts(self) -> bool:
        return self.measure is not None and self.measure.format == "count"

    def _series(self, records: Records) -> tuple[str, ...]:
        """The series named; else Cup, or where both raced most."""
        if self.parts.scope.series:
            return self.parts.scope.series
        starts = [starts_by_series(each.scope, records) for each in self.subjects]
        shared = {
            series: min(each.get(series, 0) for each in starts)
            for series in ("cup", "xfinity", "truck")
        }
        if shared["cup"] >= CUP_CAREER or not any(shared.values()):
            return ("cup",)
        return (max(shared, key=lambda series: shared[series]),)

    def _worth(self, count: Count) -> float:
        """Smaller is better: the order that the question asks for."""
        assert self.measure is not None  # noqa: S101 - a comparison without measure has no order
        largest_first = self.measure.higher_is_better or self._counts
        sign = -1 if largest_first and Cue.LEAST not in self.parts.cues else 1
        return sign * (count.value or 0)

    @property
    def _asks_difference(self) -> bool:
        return Cue.DIFFERENCE in self.parts.cues and len(self.subjects) == _TWO

    @property
    def _asks_sum(self) -> bool:
        """Whether it is "how many have they together"."""
        together = Cue.TOGETHER in self.parts.cues and self._counts
        return together and not self.parts.cues & _COMPARING

    @property
    def _asks_whether(self) -> bool:
        """Whether it is "did the first do more than the second", and not which of them."""
        told = {Cue.THAN, Cue.YES_NO} <= self.parts.cues and len(self.subjects) == _TWO
        return told and not self.parts.cues & _ASKS_WHICH

    def _value(self, ranked: list[tuple[Subject, Count]]) -> Value:
        best = ranked[0][1].value or 0
        if self._asks_sum:
            return sum(int(count.value or 0) for _, count in ranked)
        if self._asks_whether:
            level = ranked[0][1].value == ranked[1][1].value
            return ranked[0][0] == self.subjects[0] and not level
        if self._asks_difference:
            counts = {each.name: count.value or 0 for each, count in ranked}
            return round(counts[self.subjects[0].name] - counts[self.subjects[1].name], 2)
        if Cue.WHO not in self.parts.cues and self.parts.cues & {Cue.FINISHED, Cue.LIST}:
            return tuple(each.name for each, _ in ranked)
        names = tuple(
            each.scope.car if self.parts.rival_cars and each.scope.car else each.name
            for each, count in ranked
            if (count.value or 0) == best
        )
        return names[0] if len(names) == 1 else names

    def _sentence(self, ranked: list[tuple[Subject, Count]], scope: Scope) -> str:
        measure = self.measure or MEASURE["wins"]
        told = listed([f"{each.name} {measure.write(count.value or 0)}" for each, count in ranked])
        tail = where(scope, subject=self.subjects[0].kind)
        value = self._value(ranked)
        if self._asks_sum:
            return f"{measure.counted(float(str(value)))} together{tail}: {told}."
        if self._asks_whether:
            return f"{'Yes' if value else 'No'}, by {measure.plural}{tail}: {told}."
        if isinstance(value, tuple):
            return f"Level in {measure.plural}{tail}: {told}."
        if self._asks_difference:
            gap = f"{self.subjects[0].name} has {measure.write(abs(float(str(value))))}"
            more = "more" if float(str(value)) >= 0 else "fewer"
            return f"{gap} {more} {measure.plural} than {self.subjects[1].name}{tail}: {told}."
        return f"{value}, by {measure.plural}{tail}: {told}."

    def _names(self) -> list[str]:
        return [each.name for each in self.subjects]

    def _table(self, ranked: list[tuple[Subject, Count]]) -> Table:
        noun = (self.measure or MEASURE["wins"]).plural
        rows = tuple((each.name, _shown(count.value), count.starts) for each, count in ranked)
        return Table(("Name", capital(noun), "Starts"), rows)

    def _without_verdict(self, scope: Scope, records: Records) -> Unknown:
        """Who is better is no question for rows: both drivers' numbers, and no verdict."""
        told = []
        for each in self.subjects:
            numbers = [
                (measure, over_all(measure, _of(each, scope.series), records).value)
                for measure in (MEASURE[key] for key in _SIDE_BY_SIDE)
            ]
            shown = [measure.counted(value) for measure, value in numbers if value is not None]
            told.append(f"{each.name}: {', '.join(shown)}")
        return Unknown(
            f"The numbers{where(scope)} are here; the verdict is your call.",
            nearest=f"{'. '.join(told)}.",
            reading=f"{reading('side by side', scope)} · {' or '.join(self._names())}",
        )


def _of(subject: Subject, series: tuple[str, ...]) -> Scope:
    return replace(subject.scope, series=series)


def _shown(value: float | None) -> float | int | None:
    return round(value, 2) if isinstance(value, float) else value
