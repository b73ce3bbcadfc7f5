"""The youngest and the oldest to do a thing, among those whose birth date is known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from knowledge.ages import age
from knowledge.answer import Cell, Outcome, Table, Unknown
from knowledge.measures import MEASURE, ordinal
from knowledge.proof import Finding, reading
from knowledge.reading.meanings import Cue
from knowledge.sentences import where
from knowledge.subjects import series_raced

if TYPE_CHECKING:
    from knowledge.measures import Measure
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

_USES = frozenset({"measure", "place", "top", "rank"})
_CUES = frozenset(
    {
        Cue.CHAMPION,
        Cue.OLDEST,
        Cue.RECORD,
        Cue.STARTED,
        Cue.WHICH_DRIVER,
        Cue.WHO,
        Cue.WINNER,
        Cue.YOUNGEST,
    }
)
_SHOWN = 10
_ENOUGH = 1 / 3
"""Share of known birth dates from which the extreme of the known is worth saying."""


@dataclass(frozen=True, slots=True)
class Youngest:
    """Drivers by their age on the day, each once."""

    measure: Measure
    parts: Parts
    scope: Scope

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "youngest driver to win a Cup race",
        "oldest Xfinity Series winner",
        "youngest Cup champion",
        "who is the oldest driver to win at Martinsville since 1990",
    )
    DECLINES: ClassVar = ("how old was Joey Logano when he first won", "who won the first Cup race")

    @classmethod
    def read(cls, parts: Parts, records: Records) -> Youngest | None:
        asked = parts.cues & {Cue.YOUNGEST, Cue.OLDEST}
        if len(asked) != 1:
            return None
        measure = parts.counted or (None if parts.measure else MEASURE["starts"])
        if measure is None or not measure.rows:
            return None
        return cls(measure, parts, replace(parts.scope, series=series_raced(parts.scope, records)))

    def answer(self, records: Records) -> Outcome:
        rows = self._rows(records)
        known, number = self._known(records)
        rank = self.parts.rank or 1
        if rank > len(rows):
            return Unknown(f"Birth dates are known for only {known} of them{where(self.scope)}.")
        told = self._sentence(*rows[rank - 1], records)
        note = f"Birth dates are known for {known:,} of the {number:,} drivers this is about."
        if known < _ENOUGH * number:
            return Unknown(f"{note[:-1]}, too few to name one.", nearest=told)
        return Finding(
            told,
            records.person(rows[rank - 1][0]).name,
            read_as=reading(f"{self._word} with a {self.measure.singular}", self.scope),
            table=_table(rows[:_SHOWN], records),
            caveats=(note, self.measure.note),
            backed_by="people",
        ).answer(self.parts, self.scope, records)

    def _sentence(self, driver: str, born: str, day: str, race: str, records: Records) -> str:
        then = age(date.fromisoformat(born), date.fromisoformat(day))
        nth = f"{ordinal(self.parts.rank)} " if self.parts.rank else ""
        return (
            f"{records.person(driver).name} was {then} old {self._done(race, day)}"
            f"{where(self.scope)}: the {nth}{self._word} of those whose birth date is known."
        )

    @property
    def _word(self) -> str:
        return "youngest" if Cue.YOUNGEST in self.parts.cues else "oldest"

    def _done(self, race: str, day: str) -> str:
        if self.measure.table:
            return f"at the end of his {day[:4]} championship season"
        noun = "start" if self.measure.key == "starts" else self.measure.singular
        return f"at his {noun} in the {race} on {day}"

    def _source(self) -> str:
        """SQL for who did it on which day: a title is won on the day of the season's last race."""
        if not self.measure.table:
            return (
                f"select driver, date, (select name from race where id = result.race) as race"
                f" from result where {self.scope.sql} and ({self.measure.rows})"
            )
        return (
            "select driver, (select max(date) from race where race.series = champion.series"
            " and race.season = champion.season) as date, 'title' as race"
            f" from champion where {self.scope.sql}"
        )

    def _rows(self, records: Records) -> list[tuple[str, str, str, str]]:
        """Driver, birth date, day and race, the first or last day of each driver's."""
        extreme, order = ("min", "asc") if self._word == "youngest" else ("max", "desc")
        return records.connection.execute(
            f"""
            select driver, born, {extreme}(date) as day, race from ({self._source()})
            join person on person.id = driver where born is not null
            group by driver order by julianday(day) - julianday(born) {order}, driver limit 60
            """,
            self.scope.parameters,
        ).fetchall()

    def _known(self, records: Records) -> tuple[int, int]:
        """Of how many of the drivers the birth date is known, and how many there are."""
        known, number = records.connection.execute(
            f"select count(distinct case when born is not null then driver end),"
            f" count(distinct driver) from ({self._source()}) join person on person.id = driver",
            self.scope.parameters,
        ).fetchone()
        return known, number


def _table(rows: list[tuple[str, str, str, str]], records: Records) -> Table:
    told: list[tuple[Cell, ...]] = [
        (
            records.person(driver).name,
            str(age(date.fromisoformat(born), date.fromisoformat(day))),
            day,
            race,
            born,
        )
        for driver, born, day, race in rows
    ]
    return Table(("Driver", "Age", "Date", "Race", "Born"), tuple(told))
