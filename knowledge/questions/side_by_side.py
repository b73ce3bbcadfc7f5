"""One number side by side over several tracks, teams, kinds, series or seasons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Outcome, Table, Unknown, Value, WhichOne
from knowledge.counting import Count, over_all
from knowledge.proof import Finding, reading
from knowledge.reading.meanings import Cue
from knowledge.scope import FILTERS, KINDS, Scope
from knowledge.sentences import capital, listed, where
from knowledge.series import SERIES_WORDS
from knowledge.subjects import Subject, in_likeliest_series, series_raced, subject_of

if TYPE_CHECKING:
    from knowledge.measures import Measure
    from knowledge.reading.parts import Parts
    from knowledge.records import Records

_USES = frozenset({"drivers", "measure", "place", "rival_races", "rival_teams", "top"})
_CUES = frozenset(
    {
        Cue.BEST,
        Cue.BOTH,
        Cue.COMPARE,
        Cue.EACH,
        Cue.HOW_MANY,
        Cue.LAPS,
        Cue.LEAST,
        Cue.LED,
        Cue.LIST,
        Cue.MORE,
        Cue.MOST,
        Cue.SEASON,
        Cue.STAGES,
        Cue.WHERE,
        Cue.WHICH_SEASON,
        Cue.WHICH_SERIES,
        Cue.WHICH_TEAM,
        Cue.WHICH_TRACK,
        Cue.YES_NO,
    }
)
_CHOOSES = frozenset({Cue.BEST, Cue.LEAST, Cue.MORE, Cue.MOST})
_UNLIMITED = Scope()

Side = tuple[str, "Scope"]
"""What one side is called, and its starts."""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """One measure of one driver, team or make in each of several scopes."""

    measure: Measure
    parts: Parts
    sides: tuple[Side, ...]
    name: str

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "Kyle Larson Cup wins at Daytona vs Talladega",
        "Matt Kenseth Cup wins with Roush compared to Gibbs",
        "Kyle Larson wins in 2023 vs 2024",
        "did Kyle Busch win more in Cup or Xfinity",
    )
    DECLINES: ClassVar = (
        "Kyle Larson vs Denny Hamlin wins",
        "Kyle Larson wins at Daytona and Talladega",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> SideBySide | WhichOne | None:
        measure = parts.counted
        if Cue.COMPARE not in parts.cues or measure is None or measure.table:
            return None
        subject = subject_of(parts, records)
        if not isinstance(subject, Subject):
            return subject
        sides = _sides(subject, parts, records)
        return cls(measure, parts, sides, subject.name) if sides else None

    def answer(self, records: Records) -> Outcome:
        counts = [(name, over_all(self.measure, scope, records)) for name, scope in self.sides]
        known = [each for each in counts if each[1].value is not None]
        whole = self._whole
        if not known:
            return Unknown(f"{self.name} has no {self.measure.plural}{where(whole)}.")
        ordered = sorted(known, key=lambda each: each[1].value or 0, reverse=self._largest_first)
        told = [f"{self.measure.write(count.value or 0)} {name}" for name, count in counts]
        return Finding(
            f"{self.name}: {self.measure.plural}{where(whole)}: {listed(told)}.",
            self._value(ordered),
            read_as=f"{reading(self.measure.plural, whole)} · {' or '.join(n for n, _ in counts)}",
            table=Table(
                ("Name", capital(self.measure.plural), "Starts"),
                tuple((name, count.value, count.starts) for name, count in counts),
            ),
            caveats=(self.measure.note,),
        ).answer(self.parts, whole, records)

    @property
    def _whole(self) -> Scope:
        """What all sides share."""
        first, second, *_ = (scope for _, scope in self.sides)
        own = [name for name in FILTERS if getattr(first, name) != getattr(second, name)]
        return first.but(**{name: getattr(_UNLIMITED, name) for name in own})

    @property
    def _largest_first(self) -> bool:
        if Cue.LEAST in self.parts.cues:
            return False
        return self.measure.format == "count" or self.measure.higher_is_better

    def _value(self, ordered: list[tuple[str, Count]]) -> Value:
        if not self.parts.cues & _CHOOSES:
            return self._whether(ordered) if Cue.YES_NO in self.parts.cues else None
        best = ordered[0][1].value
        names = tuple(name.split(" ", 1)[1] for name, count in ordered if count.value == best)
        return names[0] if len(names) == 1 else names

    def _whether(self, counts: list[tuple[str, Count]]) -> bool | None:
        """Did he win here or there: at least at one of them; counts only."""
        if self.measure.format != "count":
            return None
        return any(count.value for _, count in counts)


def _sides(subject: Subject, parts: Parts, records: Records) -> tuple[Side, ...]:
    """The several values of the one filter that has several."""
    scope = subject.scope
    if len(scope.series) > 1:
        return tuple((f"in {SERIES_WORDS[key]}", scope.but(series=(key,))) for key in scope.series)
    if parts.drivers:
        scope = in_likeliest_series(scope, records)
    else:
        scope = scope.but(series=series_raced(scope, records))
    if parts.rival_teams:
        return tuple((f"for {team.name}", scope.but(team=team)) for team in parts.rival_teams)
    if parts.rival_races:
        return tuple((f"in {each.name}", scope.but(races=each)) for each in parts.rival_races)
    if len(scope.venues) > 1:
        return tuple((f"at {each.name}", scope.but(venues=(each,))) for each in scope.venues)
    if len(scope.kinds) > 1:
        return tuple((f"on {KINDS[each]}", scope.but(kinds=(each,))) for each in scope.kinds)
    if len(scope.seasons) > 1:
        return tuple((f"in {span[0]}", scope.but(seasons=(span,))) for span in scope.seasons)
    return ()
