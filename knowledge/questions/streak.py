"""Streaks and droughts: the longest or current run of wins, top tens or winless starts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Outcome, Table, Unknown, Value, WhichOne
from knowledge.measures import MEASURE, Measure
from knowledge.proof import Finding, reading
from knowledge.reading.meanings import Cue
from knowledge.runs import RUN_COLUMNS, SHOWN, Run, Wanted, forms, longest, of_winners, row_of
from knowledge.sentences import capital, listed, where
from knowledge.subjects import Subject, driver_subject, in_likeliest_series, series_raced

if TYPE_CHECKING:
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

_USES = frozenset({"limits", "measure", "without", "drivers", "place", "top"})
_CUES = frozenset(
    {
        Cue.BEST,
        Cue.COMPARE,
        Cue.CURRENT,
        Cue.DROUGHT,
        Cue.FINISHED,
        Cue.GONE,
        Cue.HOW_MANY,
        Cue.LAPS,
        Cue.LAST,
        Cue.LED,
        Cue.LONGEST,
        Cue.MOST,
        Cue.NEVER,
        Cue.RECORD,
        Cue.SEASON,
        Cue.STREAK,
        Cue.WHICH_DRIVER,
        Cue.WHO,
        Cue.YES_NO,
    }
)
_RUNNING = replace(MEASURE["starts"], singular="finish", plural="finishes", rows="running = 1")


@dataclass(frozen=True, slots=True)
class Streak:
    """The longest run of starts that all did a thing, or of starts without a win."""

    measure: Measure
    parts: Parts
    subject: Subject | None
    without: bool  # starts in a row that did not do it

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "longest winning streak in Cup history",
        "who won the Daytona 500 in back to back years",
        "longest top 10 streak for Corey Heim in Trucks",
        "longest top 5 streak in Cup",
        "longest winless run in the Truck Series",
        "how many Xfinity races in a row did Sam Ard win in 1983",
        "longest drought between Cup wins for Chris Buescher",
        "how many seasons in a row did Richard Petty win a Cup race",
    )
    DECLINES: ClassVar = (
        "most wins in a season",
        "how many wins does Heim have",
        "when did Heim last win",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> Streak | WhichOne | None:
        if not parts.cues & {Cue.STREAK, Cue.DROUGHT}:
            return None
        without = bool(parts.cues & {Cue.DROUGHT, Cue.NEVER})
        measure = _measure(parts, without=without)
        scope = parts.scope
        if measure is None or len(parts.drivers) > 1 or scope.team or scope.make or scope.car:
            return None
        subject = driver_subject(parts.drivers[0], parts, records) if parts.drivers else None
        if isinstance(subject, WhichOne):
            return subject
        return cls(measure, parts, subject, without)

    def answer(self, records: Records) -> Outcome:
        scope = self._scope(records)
        if self.parts.limits and Cue.SEASON not in self.parts.cues:
            return self._long_enough(scope, records)
        if self._asks_who_repeated:
            return self._repeated(scope, records)
        if Cue.SEASON in self.parts.cues:
            return self._seasons(scope, records)
        runs = self._runs(scope, records)
        if not runs:
            return Unknown(f"The rows hold no {self._what()}{where(scope)}.")
        best = [run for run in runs if run.length == runs[0].length]
        names = [records.person(run.driver).name for run in best]
        return Finding(
            self._sentence(best, names, scope, records),
            self._value(best, names),
            read_as=reading(self._what(), scope),
            table=Table(RUN_COLUMNS, tuple(row_of(run, records) for run in runs[:SHOWN])),
            caveats=(self._still_longer(runs, scope, records),),
        ).answer(self.parts, scope, records)

    def _long_enough(self, scope: Scope, records: Records) -> Outcome:
        """Who ever had so many in a row."""
        least = self.parts.limits[0] if self.parts.limits else 1
        runs = [run for run in self._runs(scope, records) if run.length >= least]
        names = tuple(dict.fromkeys(records.person(run.driver).name for run in runs))
        what = f"{least} {self.measure.plural} in a row{where(scope)}"
        told = f"{listed(names)} had {what}" if names else f"nobody had {what}"
        asks = Cue.YES_NO in self.parts.cues
        answer = ("Yes: " if names else "No: ") if asks else ""
        return Finding(
            f"{answer}{told.rstrip('.')}." if asks else f"{capital(told).rstrip('.')}.",
            bool(names) if asks else names,
            read_as=reading(f"{least} {self.measure.plural} in a row", scope),
            table=Table(RUN_COLUMNS, tuple(row_of(run, records) for run in runs)),
        ).answer(self.parts, scope, records)

    @property
    def _asks_who_repeated(self) -> bool:
        """Whether everybody is asked for who won a named race several times in a row."""
        named = bool(self.parts.scope.races) and self.subject is None and not self.without
        extreme = self.parts.cues & {Cue.CURRENT, Cue.LONGEST, Cue.MOST, Cue.RECORD}
        return named and self.measure.key == "wins" and not extreme

    def _repeated(self, scope: Scope, records: Records) -> Outcome:
        runs = [run for run in of_winners(scope, records) if run.length > 1]
        if not runs:
            return Unknown(f"Nobody won it twice in a row{where(scope)}.")
        runs.sort(key=lambda run: run.first)
        names = tuple(dict.fromkeys(records.person(run.driver).name for run in runs))
        noun = "driver" if len(names) == 1 else "drivers"
        return Finding(
            f"{len(names)} {noun} won several in a row{where(scope)}: {listed(names).rstrip('.')}.",
            names,
            read_as=reading("wins in a row", scope),
            table=Table(RUN_COLUMNS, tuple(row_of(run, records) for run in runs)),
        ).answer(self.parts, scope, records)

    def _scope(self, records: Records) -> Scope:
        if self.subject:
            return in_likeliest_series(self.subject.scope, records)
        return replace(self.parts.scope, series=series_raced(self.parts.scope, records))

    def _runs(self, scope: Scope, records: Records) -> list[Run]:
        """The longest runs, all that the table shows and all that are level with them."""
        current = Cue.CURRENT in self.parts.cues
        if self.subject is None and self.measure.key == "wins" and not (self.without or current):
            return of_winners(scope, records)
        found = forms(self.measure.rows, scope, records)
        if current and self.subject is None:  # who raced this season
            found = [each for each in found if each.last >= records.first_race_of_last_season]
        wanted = Wanted("0" if self.without else "1", current)
        between_wins = replace(wanted, enclosed=True)
        enclosed = longest(between_wins, found, scope, records) if self._is_between_wins else []
        return enclosed or longest(wanted, found, scope, records)

    @property
    def _is_between_wins(self) -> bool:
        up_to_now = self.parts.cues & {Cue.CURRENT, Cue.GONE}
        return self.without and self.subject is not None and not up_to_now

    def _still_longer(self, runs: list[Run], scope: Scope, records: Records) -> str:
        """Say so where he waited longer for his first win, or has waited longer for the next."""
        if not self._is_between_wins:
            return ""
        found = forms(self.measure.rows, scope, records)
        most = longest(Wanted("0"), found, scope, records)[:1]
        if not most or most[0].length <= runs[0].length:
            return ""
        span = f"{records.race_date(most[0].first)} to {records.race_date(most[0].last)}"
        return (
            f"The longest run without a {self.measure.singular}, before the first or after the"
            f" last, is {most[0].length} starts ({span})."
        )

    def _seasons(self, scope: Scope, records: Records) -> Outcome:
        """Seasons in a row with at least one."""
        rows = records.connection.execute(
            f"select distinct season from result where {scope.sql} and ({self.measure.rows})"
            " order by season",
            scope.parameters,
        )
        seasons = [season for (season,) in rows]
        spans = [
            [season for _, season in group]
            for _, group in groupby(enumerate(seasons), key=lambda each: each[1] - each[0])
        ]
        if not spans or self.subject is None:
            return Unknown(f"The rows hold no {self._what()}{where(scope)}.")
        longest = max(spans, key=len)
        told = f"{longest[0]} to {longest[-1]}" if len(longest) > 1 else str(longest[0])
        return Finding(
            f"{self.subject.name} had a {self.measure.singular} in {len(longest)} seasons in a row"
            f"{where(scope)}: {told}.",
            len(longest),
            read_as=reading(f"seasons in a row with a {self.measure.singular}", scope),
            table=Table(("From", "To", "Seasons"), tuple((s[0], s[-1], len(s)) for s in spans)),
        ).answer(self.parts, scope, records)

    def _what(self) -> str:
        kind = "current" if Cue.CURRENT in self.parts.cues else "longest"
        if self.without and self.measure.key == "wins":
            return (
                f"{kind} drought between wins" if self._is_between_wins else f"{kind} winless run"
            )
        if self.without:
            return f"{kind} run without a {self.measure.singular}"
        return f"{kind} run of {self.measure.plural}"

    def _sentence(self, best: list[Run], names: list[str], scope: Scope, records: Records) -> str:
        run = best[0]
        span = f"{records.race_date(run.first)} to {records.race_date(run.last)}"
        counted = self.measure.counted(run.length)
        if self.without:
            counted = f"{run.length} starts without a {self.measure.singular}"
        row = "" if self.without else " in a row"
        more = "" if len(best) == 1 else f", {len(best)} times" if len(set(names)) == 1 else ""
        return f"{listed(list(dict.fromkeys(names)))}: {counted}{row}{where(scope)} ({span}){more}."

    def _value(self, best: list[Run], names: list[str]) -> Value:
        if self.subject is None and self.parts.cues & {Cue.WHO, Cue.WHICH_DRIVER}:
            return names[0] if len(set(names)) == 1 else tuple(dict.fromkeys(names))
        return best[0].length


def _measure(parts: Parts, *, without: bool) -> Measure | None:
    if without and (parts.counted is None or parts.counted.key == "starts"):
        return parts.without or MEASURE["wins"]
    if parts.counted is None and not parts.present - {"drivers"} and Cue.FINISHED in parts.cues:
        return _RUNNING
    measure = parts.counted
    if measure is None or measure.table or measure.key == "starts":
        return None
    return measure if measure.rows else None
