"""Races to come: how many a running season has left, which is next, and when one of them is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Outcome, Table, Unknown
from knowledge.proof import Finding, reading
from knowledge.reading.meanings import Cue
from knowledge.sentences import where
from knowledge.series import ALL_SERIES, SERIES_WORDS

if TYPE_CHECKING:
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.running import Coming, Running
    from knowledge.scope import Scope

_CUES = frozenset(
    {Cue.EACH, Cue.HOW_MANY, Cue.LEFT, Cue.LIST, Cue.NEXT, Cue.WHEN, Cue.WHERE, Cue.WHICH_RACE}
    | {Cue.SEASON, Cue.WHICH_TRACK}
)
_COLUMNS = ("Date", "Series", "Race", "Track")
_OF_STARTS = frozenset({"team", "make", "car", "start", "finish"})


@dataclass(frozen=True, slots=True)
class RacesToCome:
    """The races of a scope that are planned and not in the book."""

    parts: Parts
    scope: Scope

    USES: ClassVar = frozenset({"measure"})
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = ()  # the embedded book knows of no race to come
    DECLINES: ClassVar = (
        "how many races did Heim run in 2025",
        "when did Talladega first have a Cup race",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> RacesToCome | Unknown | None:
        measure, scope = parts.measure, parts.scope
        if (measure and measure.key != "starts") or scope.columns & _OF_STARTS:
            return None
        if not parts.cues & {Cue.LEFT, Cue.NEXT}:
            return cls._when(parts, records)
        of_races = measure or Cue.RACES in parts.cues or scope.columns - {"series", "season"}
        if Cue.LEFT in parts.cues and not of_races:
            return None  # "20 s left"
        series = _series(scope, records)
        season = _running(series, scope, records)
        if season is None or not season.planned:
            return _no_plan(parts, season, records)
        return cls(parts, scope.but(series=series, seasons=((season.season, season.season),)))

    @classmethod
    def _when(cls, parts: Parts, records: Records) -> RacesToCome | None:
        """When a race is that is named and to come: "when is the finale"."""
        scope = parts.scope
        names = scope.columns - {"series", "season"}
        if not names or parts.cues & {Cue.HOW_MANY, Cue.SEASON} or parts.measure:
            return None
        coming = records.coming(scope.but(series=scope.series or ("cup",)))
        coming = coming or records.coming(scope)
        if not coming:
            return None
        season = coming[0].season
        return cls(parts, scope.but(series=(coming[0].series,), seasons=((season, season),)))

    def answer(self, records: Records) -> Outcome:
        coming = records.coming(self.scope)
        counts = Cue.LEFT in self.parts.cues
        if not coming and not counts:
            return Unknown(f"No race is to come{where(self.scope)}.")
        return Finding(
            self._count(coming, records) if counts else self._one(coming),
            len(coming) if counts else self._value(self._meant(coming)),
            read_as=reading("races to come", self.scope),
            table=Table(_COLUMNS, tuple(map(_row, coming))),
            caveats=(_over(coming, self.parts),),
            backed_by="races",
            tells_reach=True,
        ).answer(self.parts, self.scope, records)

    def _count(self, coming: tuple[Coming, ...], records: Records) -> str:
        whole = self.scope.columns <= {"series", "season"}
        season = _running(self.scope.series, self.scope, records)
        of = f" of {season.planned}" if whole and season else ""
        noun = "race is" if len(coming) == 1 else "races are"
        told = f"{len(coming)}{of} {noun} still to come{where(self.scope)}"
        if not coming:
            return f"{told}."
        last = coming[-1]
        end = f", the last the {last.title}{_on(last)}" if len(coming) > 1 else ""
        return f"{told}: the next is the {coming[0].title}{_on(coming[0])}{end}."

    def _meant(self, coming: tuple[Coming, ...]) -> Coming:
        """The first whose day is not over; a race that was put off may have no new day yet."""
        today = self.parts.today.isoformat() if self.parts.today else ""
        return next((each for each in coming if each.date >= today), coming[0])

    def _one(self, coming: tuple[Coming, ...]) -> str:
        race = self._meant(coming)
        day = race.date or "a day that is not known yet"
        if Cue.NEXT in self.parts.cues:
            return f"The next race is the {race.title} on {day}."
        return f"The {race.title} is planned for {day}."

    def _value(self, race: Coming) -> str:
        if self.parts.cues & {Cue.WHERE, Cue.WHICH_TRACK}:
            return race.venue
        return race.date if Cue.WHEN in self.parts.cues else race.name


def _series(scope: Scope, records: Records) -> tuple[str, ...]:
    """The series named, else Cup, else whichever has races to come."""
    if scope.series:
        return scope.series[:1]
    found = [key for key in ALL_SERIES if records.coming(scope.but(series=(key,)))]
    return tuple(found[:1]) or ("cup",)


def _running(series: tuple[str, ...], scope: Scope, records: Records) -> Running | None:
    """The season of the series that runs; none where another one was named."""
    running = [each for each in records.running.values() if each.series == series[0]]
    named = {season for span in scope.seasons for season in span}
    return next((each for each in running if not named or each.season in named), None)


def _no_plan(parts: Parts, season: Running | None, records: Records) -> Unknown:
    reach = records.as_of(parts.scope.series)
    if season:
        why = f"The {season.season} season is running, but the book has no schedule of it"
    else:
        why = "The book has no schedule of races to come"
    return Unknown(
        f"{why}: what I know ends with the {reach.race} on {reach.date}.",
        reading=reading("races to come", parts.scope),
    )


def _row(race: Coming) -> tuple[str, str, str, str]:
    return race.date, SERIES_WORDS[race.series], race.name, race.venue


def _on(race: Coming) -> str:
    return f" on {race.date}" if race.date else ""


def _over(coming: tuple[Coming, ...], parts: Parts) -> str:
    """Say which of them should have been run by now."""
    if not parts.today:
        return ""
    late = [each.title for each in coming if each.date and each.date < parts.today.isoformat()]
    return f"Planned for a day that is over, without a result here: {late[0]}." if late else ""
