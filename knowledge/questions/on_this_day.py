"""On this day: the races of one day of the year, over all the years."""

from __future__ import annotations

from calendar import month_name
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Answer, Cell, Outcome, Table, Unknown, Value
from knowledge.proof import Finding, reading
from knowledge.reading.examples import EXAMPLES
from knowledge.reading.meanings import Cue
from knowledge.sentences import listed, where
from knowledge.series import SERIES_WORDS
from knowledge.subjects import RACES_IN_SCOPE

if TYPE_CHECKING:
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

_USES = frozenset({"measure", "day"})
_CUES = frozenset(
    {
        Cue.ALL_SERIES,
        Cue.EACH,
        Cue.FULL_RESULT,
        Cue.HOW_MANY,
        Cue.LIST,
        Cue.STORY,
        Cue.THIS_DAY,
        Cue.WHICH,
        Cue.WHICH_DRIVER,
        Cue.WHICH_RACE,
        Cue.WHO,
        Cue.WINNER,
    }
)
_MEASURES = frozenset({"wins", "starts"})
_COLUMNS = ("Date", "Series", "Race", "Track", "Winner")
_DATE, _SERIES, _RACE, _TRACK, _WINNER = range(5)
_TOLD = 3
"""Races that the sentence tells; the table has them all."""


@dataclass(frozen=True, slots=True)
class OnThisDay:
    """Every race of a scope that was run on one day of the year."""

    parts: Parts
    month: int
    day: int

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "what happened on July 4",
        "races on February 18",
        "who won on the 4th of July in 1984",
        "which Cup races were run on May 30",
    )
    DECLINES: ClassVar = (
        "who won at Daytona in July 1984",
        "what happened in the 1979 Daytona 500",
        "who won the 2003 spring Darlington race",
    )

    @classmethod
    def read(cls, parts: Parts, _: Records) -> OnThisDay | Unknown | None:
        if parts.measure and parts.measure.key not in _MEASURES:
            return None
        if Cue.THIS_DAY in parts.cues and not parts.day:
            return Unknown("I do not know what day it is; name one.", examples=EXAMPLES)
        if not parts.day or parts.scope.columns & {"team", "make", "car", "start"}:
            return None
        return cls(parts, *parts.day)

    def answer(self, records: Records) -> Outcome:
        scope = self.parts.scope
        rows = _races(self.month, self.day, scope, records)
        if not rows:
            tail = where(scope)
            return Unknown(
                f"The book holds no race run on {self._words}{tail}.",
                reading=reading(self._words, scope),
            )
        return self._told(rows, records)

    def _told(self, rows: list[tuple[Cell, ...]], records: Records) -> Answer:
        """The races, those that most fans know first in the sentence."""
        scope = self.parts.scope
        notable = [_race_words(row) for row in rows[:_TOLD]]
        number = "one race was" if len(rows) == 1 else f"{len(rows)} races were"
        more = f"Among them: {'; '.join(notable)}" if len(rows) > _TOLD else "; ".join(notable)
        return Finding(
            f"On {self._words}, {number} run{where(scope)}. {more.rstrip('.')}.",
            self._value(rows),
            read_as=reading(self._words, scope),
            table=Table(_COLUMNS, tuple(sorted(rows, key=lambda row: str(row[_DATE])))),
            backed_by="races",
        ).answer(self.parts, scope, records)

    @property
    def _words(self) -> str:
        return f"{month_name[self.month]} {self.day}"

    def _value(self, rows: list[tuple[Cell, ...]]) -> Value:
        cues = self.parts.cues
        if Cue.HOW_MANY in cues:
            return len(rows)
        asks_who = cues & {Cue.WHO, Cue.WINNER, Cue.WHICH_DRIVER}
        values = [str(row[_WINNER if asks_who else _RACE]) for row in rows]
        return values[0] if len(values) == 1 else tuple(values)


def _races(month: int, day: int, scope: Scope, records: Records) -> list[tuple[Cell, ...]]:
    """The races of a day, the most notable first: crown jewels, Cup races, well-known winners."""
    found = records.connection.execute(
        f"""
        select date, series, name, venue, winner, race in (
            select race.id from race join race_name on race_name.series = race.series
            and race_name.venue = race.venue and race.name like '%' || race_name.contains || '%'
        ) from ({RACES_IN_SCOPE.replace("name from", "name, winner from")})
        where {scope.limited_to_races().sql} and substr(date, 6) = :day
        """,
        {**scope.limited_to_races().parameters, "day": f"{month:02}-{day:02}"},
    ).fetchall()
    found.sort(
        key=lambda row: (row[5], row[1] == "cup", records.person(row[4]).prominence), reverse=True
    )
    return [
        (date, SERIES_WORDS[series], name, records.venue_name(venue), records.person(winner).name)
        for date, series, name, venue, winner, _ in found
    ]


def _race_words(row: tuple[Cell, ...]) -> str:
    series = "" if row[_SERIES] == SERIES_WORDS["cup"] else f" ({row[_SERIES]} Series)"
    year = str(row[_DATE])[:4]
    race = str(row[_RACE]) if year in str(row[_RACE]) else f"{year} {row[_RACE]}"
    return listed([f"{row[_WINNER]} won the {race} at {row[_TRACK]}{series}"])
