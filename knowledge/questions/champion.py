"""Champions: who won the title, by season and series."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Outcome, Table, Unknown, WhichOne
from knowledge.proof import Finding, reading
from knowledge.reading.meanings import Cue
from knowledge.sentences import listed, where
from knowledge.series import SERIES_WORDS
from knowledge.subjects import Subject, subject_of
from knowledge.undecided import undecided

if TYPE_CHECKING:
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

_USES = frozenset({"measure", "recent", "drivers", "ordinal"})
_CUES = frozenset(
    {
        Cue.CHAMPION,
        Cue.EACH,
        Cue.LAST,
        Cue.LIST,
        Cue.WHEN,
        Cue.DROVE,
        Cue.WHICH_DRIVER,
        Cue.WHICH_MAKE,
        Cue.WHICH_NUMBER,
        Cue.WHICH_SEASON,
        Cue.WHICH_TEAM,
        Cue.WHO,
        Cue.WINNER,
    }
)
_ASKED = {Cue.WHICH_NUMBER: 3, Cue.WHICH_TEAM: 4, Cue.WHICH_MAKE: 5}
_COLUMNS = ("Season", "Series", "Driver", "Car", "Team", "Make", "Points")


@dataclass(frozen=True, slots=True)
class Champion:
    """The champions of a scope, or the seasons in which one subject was champion."""

    parts: Parts
    scope: Scope
    subject: Subject | None

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "1992 Winston Cup champion",
        "who won the Truck Series championship in 2025",
        "when did Dale Jarrett win his Cup title",
        "list all Xfinity champions since 2016",
        "which team did the 1989 Cup champion drive for",
    )
    DECLINES: ClassVar = (
        "how many championships does Jimmie Johnson have",
        "who has the most Cup championships",
        "who won at Phoenix in 2025",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> Champion | WhichOne | None:
        if not _asks_for_a_title(parts):
            return None
        if parts.measure and not parts.measure.knows(parts.scope.columns):
            return None
        scope = parts.scope
        subject = subject_of(parts, records)
        if isinstance(subject, WhichOne):
            return subject
        if subject:
            scope = subject.scope.but(series=_first_with_title(subject.scope, records))
            asked = parts.cues & {Cue.WHEN, Cue.WHICH_SEASON, Cue.LAST, *_ASKED}
            asks = asked or parts.ordinal or parts.championship_season
            return cls(parts, scope, subject) if asks else None
        asks = parts.cues & {Cue.WHO, Cue.CHAMPION, Cue.WHICH_DRIVER}
        if not asks or scope.columns - {"series", "season"}:
            return None
        return cls(parts, replace(scope, series=scope.series or ("cup",)), None)

    def answer(self, records: Records) -> Outcome:
        found = _champions(self.scope, records)
        rows = self._chosen(found)
        if not rows:
            return self._none(len(found), records)
        value, shown = self._value(rows)
        return Finding(
            self._sentence(rows, shown),
            value,
            read_as=reading("champion", self.scope),
            table=Table(_COLUMNS, tuple(rows)),
            backed_by="champions",
        ).answer(self.parts, self.scope, records)

    def _chosen(self, found: list[tuple[str | int, ...]]) -> list[tuple[str | int, ...]]:
        nth = self.parts.ordinal
        if Cue.LAST in self.parts.cues:
            return found[-1:]
        if nth:
            return found[nth - 1 : nth]
        if self.parts.recent:
            return found[-self.parts.recent :]
        if self.subject or self.scope.seasons or Cue.LIST in self.parts.cues:
            return found
        return found[-1:]

    def _value(
        self, rows: list[tuple[str | int, ...]]
    ) -> tuple[str | int | tuple[str | int, ...], list[str]]:
        asks_who = self.parts.cues & {Cue.WHO, Cue.WHICH_DRIVER}
        of_driver = self.subject is not None and self.subject.is_driver
        asks_when = self.parts.cues & {Cue.WHEN, Cue.WHICH_SEASON}
        column = 0 if asks_when or (of_driver and not asks_who) else 2
        column = next((at for cue, at in _ASKED.items() if cue in self.parts.cues), column)
        values = [row[column] for row in rows]
        shown = [str(value) for value in values]
        return (values[0] if len(values) == 1 else tuple(values)), shown

    def _sentence(self, rows: list[tuple[str | int, ...]], shown: list[str]) -> str:
        asks_for_more = self.parts.cues & _ASKED.keys()
        if self.subject and self.subject.is_driver and not asks_for_more:
            titles = {str(row[1]) for row in rows}
            seasons = listed([str(row[0]) for row in rows])
            return f"{rows[0][2]} was {listed(sorted(titles))} Series champion in {seasons}."
        if len(rows) == 1:
            season, series, driver, car, team, make, *_ = rows[0]
            title = f"{season} {series} Series championship"
            return f"{driver} won the {title} in the number {car} {make} for {team}."
        tail = where(self.scope, series=False)
        return f"{SERIES_WORDS[self.scope.series[0]]} Series champions{tail}: {listed(shown)}."

    def _none(self, titles: int, records: Records) -> Unknown:
        read_as, place = reading("champion", self.scope), where(self.scope)
        key = self.scope.series[0], self.scope.one_season or 0
        if running := records.running.get(key):
            return undecided([running], records)
        if self.subject is None and not titles:
            why = f"I have no champion{place}: a title is won when its season is over."
            return Unknown(why, reading=read_as)
        who = self.subject.name if self.subject else "Nobody"
        if titles:
            return Unknown(f"{who} won only {titles} of them{place}.")
        return Unknown(f"{who} was no champion{place}.", reading=read_as)


def _asks_for_a_title(parts: Parts) -> bool:
    """By name, or as in "who won the Cup in 2024": a season is won by its champion."""
    if not parts.measure:
        return parts.championship_season  # "Labonte's championship year"
    if parts.measure.table == "champion":
        return True
    whole_season = parts.scope.one_season and parts.scope.columns == {"series", "season"}
    no_race = parts.cues <= {Cue.WHO, Cue.EVER, Cue.RUN} and not parts.ordinal
    return bool(parts.measure.key == "wins" and whole_season and no_race and not parts.drivers)


def _champions(scope: Scope, records: Records) -> list[tuple[str | int, ...]]:
    rows = records.connection.execute(
        f"""
        select season, series, driver, car, team, make, points from champion
        where {scope.sql} order by season, series
        """,
        scope.parameters,
    )
    return [
        (season, SERIES_WORDS[series], records.person(driver).name, *rest)
        for season, series, driver, *rest in rows
    ]


def _first_with_title(scope: Scope, records: Records) -> tuple[str, ...]:
    """The series asked about; where none is named, the first in which the title was won."""
    if scope.series:
        return scope.series
    won = {str(row[1]) for row in _champions(scope, records)}
    return tuple(key for key, words in SERIES_WORDS.items() if words in won)[:1] or ("cup",)
