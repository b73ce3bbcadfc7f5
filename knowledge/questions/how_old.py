"""How old a driver was at an occasion, or when he was born, where the birth date is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from knowledge.ages import age
from knowledge.answer import Answer, Outcome, Table, Unknown, Value, WhichOne
from knowledge.measures import MEASURE
from knowledge.proof import RACE_COLUMNS, Finding, races_where, reading
from knowledge.reading.meanings import Cue
from knowledge.sentences import where
from knowledge.subjects import Subject, driver_subject, in_likeliest_series, title_seasons

if TYPE_CHECKING:
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

_USES = frozenset({"drivers", "measure", "ordinal", "place", "top"})
_CUES = frozenset(
    {
        Cue.BORN,
        Cue.CHAMPION,
        Cue.CURRENT,
        Cue.HOW_OLD,
        Cue.LAST,
        Cue.RUN,
        Cue.STARTED,
        Cue.WHEN,
    }
)
_DATE, _RACE = RACE_COLUMNS.index("Date"), RACE_COLUMNS.index("Race")


@dataclass(frozen=True, slots=True)
class HowOld:
    """A driver's age on the day of a race, or his birth date."""

    parts: Parts
    subject: Subject

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "how old was Joey Logano when he first won in Cup",
        "how old was Mark Martin at his last Cup win",
        "how old was Jeff Gordon when he won his first championship",
        "when was Kyle Larson born",
    )
    DECLINES: ClassVar = ("youngest driver to win a Cup race", "when did Kyle Larson first win")

    @classmethod
    def read(cls, parts: Parts, records: Records) -> HowOld | WhichOne | None:
        if not parts.cues & {Cue.BORN, Cue.HOW_OLD} or len(parts.drivers) != 1:
            return None
        subject = driver_subject(parts.drivers[0], parts, records)
        return cls(parts, subject) if isinstance(subject, Subject) else subject

    def answer(self, records: Records) -> Outcome:
        born = self._born(records)
        if born is None:
            return Unknown(f"The book does not hold when {self.subject.name} was born.")
        if self.parts.measure and self.parts.measure.table:
            return self._as_champion(born, records)
        if self.parts.measure or self.parts.place or self.parts.top or self._names_a_race:
            return self._at_a_race(born, records)
        return self._today(born, records)

    def _born(self, records: Records) -> date | None:
        driver = self.subject.scope.driver
        (born,) = records.connection.execute(
            "select born from person where id = :id", {"id": driver.ids[0] if driver else ""}
        ).fetchone()
        return date.fromisoformat(born) if born else None

    @property
    def _names_a_race(self) -> bool:
        return bool(self.parts.scope.columns - {"series"})

    def _at_a_race(self, born: date, records: Records) -> Outcome:
        """His age at the first such race, or the last or the nth where that is asked for."""
        scope = in_likeliest_series(self.subject.scope, records)
        measure = self.parts.counted or MEASURE["starts"]
        newest, nth = Cue.LAST in self.parts.cues, self.parts.ordinal or 1
        rows = races_where(
            measure.rows or "0", scope, records, limit=1, skip=nth - 1, newest=newest
        ).rows
        if not rows:
            return Unknown(f"{self.subject.name} has no such {measure.singular}{where(scope)}.")
        day = str(rows[0][_DATE])
        then = age(born, date.fromisoformat(day))
        headline = f"{self.subject.name} was {then} old at the {rows[0][_RACE]} on {day}."
        table = Table(("Born", *RACE_COLUMNS), ((str(born), *rows[0]),))
        return self._found(headline, then.years, table, records, scope)

    def _as_champion(self, born: date, records: Records) -> Outcome:
        """His age at the end of the season that made him champion; on no day else is it known."""
        name, scope = self.subject.name, in_likeliest_series(self.subject.scope, records)
        seasons = title_seasons(scope, records)
        nth = len(seasons) if Cue.LAST in self.parts.cues else self.parts.ordinal or 1
        if len(seasons) < nth:
            return Unknown(f"{name} has no such title{where(scope)}.")
        (season, _) = seasons[nth - 1]
        scope = scope.but(seasons=((season, season),))
        (finale,) = races_where("1", scope, records, limit=1, newest=True).rows
        then = age(born, date.fromisoformat(str(finale[_DATE])))
        headline = (
            f"{name} was {then} old at the end of his championship season, {season}:"
            f" the {finale[_RACE]} on {finale[_DATE]}."
        )
        table = Table(("Born", *RACE_COLUMNS), ((str(born), *finale),))
        return self._found(headline, then.years, table, records, scope)

    def _today(self, born: date, records: Records) -> Outcome:
        name = self.subject.name
        table = Table(("Driver", "Born"), ((name, str(born)),))
        now = self.parts.today
        if Cue.HOW_OLD not in self.parts.cues or now is None or not self._still_races(records):
            return self._found(f"{name} was born on {born}.", str(born), table, records)
        today = age(born, now)
        headline = f"{name} was born on {born}: {today} old on {now}."
        return self._found(headline, today.years, table, records)

    def _still_races(self, records: Records) -> bool:
        """Whether he raced in the last season; of others the book cannot say that they live."""
        driver = self.subject.scope.driver
        (last,) = records.connection.execute(
            "select last_season from person where id = :id", {"id": driver.ids[0] if driver else ""}
        ).fetchone()
        return bool(last == records.last_season)

    def _found(
        self,
        headline: str,
        value: Value,
        table: Table,
        records: Records,
        scope: Scope | None = None,
    ) -> Answer:
        scope = scope or self.subject.scope
        return Finding(
            headline, value, read_as=reading("age", scope), table=table, backed_by="people"
        ).answer(self.parts, scope, records)
