"""Who drove a car or for a team, which number or team a driver had, who his teammates were."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Cell, Outcome, Table, Unknown, WhichOne
from knowledge.proof import Finding, reading
from knowledge.reading.meanings import Cue
from knowledge.scope import Named, Scope
from knowledge.sentences import listed, where
from knowledge.subjects import Subject, driver_subject, in_likeliest_series, series_raced

if TYPE_CHECKING:
    from knowledge.reading.parts import Parts
    from knowledge.records import Records

_USES = frozenset({"drivers"})
_CUES = frozenset(
    {
        Cue.DROVE,
        Cue.LIST,
        Cue.MOST,
        Cue.RUN,
        Cue.TEAMMATES,
        Cue.WHICH_DRIVER,
        Cue.WHICH_MAKE,
        Cue.WHICH_NUMBER,
        Cue.WHICH_TEAM,
        Cue.WHO,
    }
)
_ASKED = {
    Cue.WHICH_NUMBER: ("car", "Car"),
    Cue.WHICH_TEAM: ("team", "Team"),
    Cue.WHICH_MAKE: ("make", "Make"),
}
_TOLD = 8
"""Names that the sentence says; the table has them all."""


@dataclass(frozen=True, slots=True)
class WhoDrove:
    """The drivers of a car or a team; or the cars, teams or makes of a driver."""

    parts: Parts
    scope: Scope
    asked: str  # driver, car, team or make
    name: str

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "who drove the 9 car in Cup in 2006",
        "what number did Rusty Wallace drive in Cup in 1993",
        "who drove for Kyle Busch Motorsports in 2015",
        "which team did Chase Elliott drive for in 2020",
        "who were Jeff Gordon's teammates in Cup in 2004",
    )
    DECLINES: ClassVar = (
        "who won in the 9 car in 2006",
        "who has the most wins in the 43 car",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> WhoDrove | WhichOne | None:
        if parts.drivers:
            return cls._of_driver(parts, records)
        scope = parts.scope
        asks = parts.cues & {Cue.WHO, Cue.WHICH_DRIVER, Cue.DROVE, Cue.LIST}
        if not asks or not (scope.car or scope.team or scope.make):
            return None
        named = replace(scope, series=series_raced(scope, records))
        if not scope.car:  # a team or a make races where it races most
            named = in_likeliest_series(scope, records)
        name = f"the number {scope.car}" if scope.car else (scope.team or scope.make).name  # type: ignore[union-attr]
        return cls(parts, named, "driver", name)

    @classmethod
    def _of_driver(cls, parts: Parts, records: Records) -> WhoDrove | WhichOne | None:
        if Cue.TEAMMATES in parts.cues:
            return cls._teammates(parts, records)
        asked = next((column for cue, (column, _) in _ASKED.items() if cue in parts.cues), None)
        if asked is None or len(parts.drivers) != 1:
            return None
        subject = driver_subject(parts.drivers[0], parts, records)
        if not isinstance(subject, Subject):
            return subject
        return cls(parts, in_likeliest_series(subject.scope, records), asked, subject.name)

    @classmethod
    def _teammates(cls, parts: Parts, records: Records) -> WhoDrove | WhichOne | None:
        """Whoever else drove for the teams of a driver in a season."""
        subject = driver_subject(parts.drivers[0], parts, records)
        if not isinstance(subject, Subject):
            return subject
        scope = in_likeliest_series(subject.scope, records)
        rows = _rows("team", scope, records)
        teams = tuple(str(row[0]) for row in rows)
        if not teams or not scope.seasons:
            return None
        with_him = replace(
            scope,
            driver=None,
            team=Named(teams, listed(teams)),
            excluding=Scope(driver=scope.driver),
        )
        return cls(parts, with_him, "driver", f"with {subject.name} for {listed(teams)}")

    def answer(self, records: Records) -> Outcome:
        rows = _rows(self.asked, self.scope, records)
        if not rows:
            return Unknown(f"The book holds no starts of {self.name}{self._tail()}.")
        names = [str(row[0]) for row in rows]
        return Finding(
            self._most(rows)
            if Cue.MOST in self.parts.cues
            else self._sentence(listed(names, _TOLD)),
            names[0] if len(names) == 1 or self._mostly(rows) else tuple(names),
            read_as=reading(f"{self.asked}s of {self.name}", self.scope),
            table=Table((self.asked.capitalize(), "Starts", "Wins", "First", "Last"), tuple(rows)),
        ).answer(self.parts, self.scope, records)

    def _most(self, rows: list[tuple[Cell, ...]]) -> str:
        name, starts = rows[0][:2]
        counted = f"{starts} start{'' if starts == 1 else 's'}"
        return f"{self._sentence(str(name)).rstrip('.')} most often: {counted}."

    def _mostly(self, rows: list[tuple[Cell, ...]]) -> bool:
        """Whether one of them has nearly all starts, so that one name is the answer."""
        if Cue.MOST in self.parts.cues:
            return True
        starts = [int(str(row[1])) for row in rows]
        return self.scope.one_season is not None and starts[0] >= _NEARLY_ALL * sum(starts)

    def _tail(self) -> str:
        kind = "driver" if self.scope.driver else "car" if self.scope.car else "team"
        return where(self.scope, subject=kind)

    def _sentence(self, told: str) -> str:
        if self.asked == "driver":
            joint = "" if self.scope.car or Cue.TEAMMATES in self.parts.cues else "for "
            return f"{told} drove {joint}{self.name}{self._tail()}."
        noun = {"car": "the number", "team": "for", "make": "a"}[self.asked]
        return f"{self.name} drove {noun} {told}{self._tail()}."


_NEARLY_ALL = 0.9


def _rows(column: str, scope: Scope, records: Records) -> list[tuple[Cell, ...]]:
    rows = records.connection.execute(
        f"""
        select {column}, count(*), sum(finish = 1), min(season), max(season) from result
        where {scope.sql} and {column} <> '' group by {column} order by 2 desc, 1
        """,
        scope.parameters,
    ).fetchall()
    if column != "driver":
        return rows
    return [(records.person(key).name, *numbers) for key, *numbers in rows]
