"""Final standings: a season's list, who came where in it, and where one driver came."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Answer, Cell, Outcome, Table, Unknown, Value, WhichOne
from knowledge.measures import ordinal
from knowledge.proof import Finding, reading
from knowledge.reading.meanings import Cue
from knowledge.sentences import listed
from knowledge.series import SERIES_WORDS
from knowledge.standings import NO_LIMIT, ranks_asked
from knowledge.subjects import Subject, driver_subject, likeliest_series

if TYPE_CHECKING:
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.scope import Scope

_USES = frozenset({"measure", "drivers", "place", "top", "ordinal"})
_CUES = frozenset(
    {
        Cue.BEST,
        Cue.CHAMPION,
        Cue.EACH,
        Cue.FINISHED,
        Cue.FINISHERS,
        Cue.FULL_RESULT,
        Cue.HOW_MANY,
        Cue.LED,
        Cue.LIST,
        Cue.MOST,
        Cue.SEASON,
        Cue.STANDINGS,
        Cue.WHERE,
        Cue.WHICH,
        Cue.WHICH_DRIVER,
        Cue.WHO,
        Cue.WINNER,
        Cue.YES_NO,
    }
)
_COLUMNS = ("Season", "Series", "Rank", "Driver", "Points")
_SEASON, _SERIES, _RANK, _DRIVER, _POINTS = range(5)
_TOLD = 10
"""Names that the sentence says; the table has them all."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Ranks low to high of final standings, or one driver's rank in each."""

    parts: Parts
    scope: Scope
    subject: Subject | None
    low: int
    high: int

    USES: ClassVar = _USES
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = (
        "2015 Cup standings",
        "who finished second in points in 2010",
        "who was third in the 2023 Truck standings",
        "where did Heim finish in the 2023 standings",
        "top 5 in the 2019 Xfinity standings",
        "Mark Martin best points finish",
    )
    DECLINES: ClassVar = (
        "points leader 2024",
        "who finished second in the 2016 Daytona 500",
        "how many points did Larson score in 2021",
        "2015 Cup champion",
    )

    @classmethod
    def read(cls, parts: Parts, records: Records) -> Standing | WhichOne | None:
        if len(parts.drivers) > 1:
            return None
        ranks = ranks_asked(parts)
        if ranks is None or parts.scope.columns - {"series", "season"}:
            return None
        if not parts.drivers:
            scope = replace(parts.scope, series=parts.scope.series or ("cup",))
            return cls(parts, scope, None, *ranks)
        asks_whether = Cue.STANDINGS in parts.cues and bool(parts.cues & {Cue.HOW_MANY, Cue.YES_NO})
        if (parts.place or parts.top or parts.ordinal) and not asks_whether:
            return None  # how often he finished a race there is another question
        subject = driver_subject(parts.drivers[0], parts, records)
        if not isinstance(subject, Subject):
            return subject
        series = parts.scope.series or (_series_of(subject.scope, records),)
        return cls(parts, replace(subject.scope, series=series), subject, *ranks)

    def answer(self, records: Records) -> Outcome:
        scope = self.scope
        if not scope.seasons and not self.subject:
            last = _last_held(scope, records)
            scope = replace(scope, seasons=((last, last),))
        rows = _standings(scope, records)
        if not rows:
            return self._none(scope, records)
        chosen = [row for row in rows if self.low <= int(str(row[_RANK])) <= self.high]
        if self.subject:
            return self._of_driver(rows, scope, records)
        if not chosen:
            ranks = f"rank {self.low}"
            return Unknown(f"The {_title(scope)} {scope.one_season or ''} have no {ranks}.")
        return self._of_season(rows, chosen, scope, records)

    def _of_season(
        self,
        rows: list[tuple[Cell, ...]],
        chosen: list[tuple[Cell, ...]],
        scope: Scope,
        records: Records,
    ) -> Answer:
        names = [str(row[_DRIVER]) for row in chosen]
        one = len(chosen) == 1
        return Finding(
            _one_rank(chosen[0]) if one else _list_sentence(chosen, scope),
            names[0] if one else tuple(names),
            read_as=reading(self._what(), scope),
            table=Table(_COLUMNS, tuple(rows if one else chosen)),
            caveats=(_undecided(scope, self.parts),),
            backed_by="standings",
        ).answer(self.parts, scope, records)

    def _of_driver(self, rows: list[tuple[Cell, ...]], scope: Scope, records: Records) -> Outcome:
        best = min(rows, key=lambda row: int(str(row[_RANK])))
        if Cue.YES_NO in self.parts.cues:
            return self._whether(rows, scope, records)
        if Cue.HOW_MANY in self.parts.cues:
            return self._how_often(rows, scope, records)
        told = [best] if Cue.BEST in self.parts.cues else rows
        many = len(told) > 1
        return Finding(
            _ranks_sentence(told) if many else _one_rank(told[0]),
            _ranks_value(told),
            read_as=reading(self._what(), scope),
            table=Table(_COLUMNS, tuple(rows)),
            caveats=(_INCOMPLETE if not scope.one_season else "",),
            backed_by="standings",
        ).answer(self.parts, scope, records)

    def _whether(self, rows: list[tuple[Cell, ...]], scope: Scope, records: Records) -> Outcome:
        """Whether he ever came there, with every place that the book holds of him."""
        did = [row for row in rows if self.low <= int(str(row[_RANK])) <= self.high]
        told = _one_rank(did[0]) if did else _ranks_sentence(rows)
        return Finding(
            f"{'Yes' if did else 'No'}: {told}",
            bool(did),
            read_as=reading(self._what(), scope),
            table=Table(_COLUMNS, tuple(rows)),
            caveats=(_INCOMPLETE if not scope.one_season else "",),
            backed_by="standings",
        ).answer(self.parts, scope, records)

    def _how_often(self, rows: list[tuple[Cell, ...]], scope: Scope, records: Records) -> Outcome:
        """How many times he came there, where the standings of all his seasons are held."""
        did = [row for row in rows if self.low <= int(str(row[_RANK])) <= self.high]
        raced = _seasons_raced(scope, records)
        name = str(rows[0][_DRIVER])
        times = "once" if len(did) == 1 else f"{len(did)} times"
        seasons = f": {listed([str(row[_SEASON]) for row in did])}" if did else ""
        told = f"{name} was {self._what()} {times}{seasons}."
        if raced - {int(str(row[_SEASON])) for row in rows}:
            return Unknown(
                f"The final standings of all of {name}'s seasons are not held, so I cannot count.",
                nearest=f"In the {len(rows)} seasons that are: {told}",
                reading=reading(self._what(), scope),
            )
        return Finding(
            told,
            len(did),
            read_as=reading(self._what(), scope),
            table=Table(_COLUMNS, tuple(did or rows)),
            backed_by="standings",
        ).answer(self.parts, scope, records)

    def _what(self) -> str:
        if self.low == self.high:
            return f"{ordinal(self.low)} in the final standings"
        return "final standings" if self.high == NO_LIMIT else f"top {self.high} of final standings"

    def _none(self, scope: Scope, records: Records) -> Unknown:
        season, read_as = scope.one_season, reading(self._what(), scope)
        title = f"final {_series_words(scope)} standings"
        held = season is None or _standings(replace(scope, driver=None), records)
        if self.subject and held:
            of = f" of {season}" if season else " that the book holds"
            return Unknown(f"{self.subject.name} is not in the {title}{of}.", reading=read_as)
        of = f" of {season}" if season else " of those seasons"
        why = f"The book does not hold the {title}{of} completely, so I would rather not rank it."
        return Unknown(why, nearest=_champion(scope, records), reading=read_as)


_INCOMPLETE = "Only seasons whose final standings the book holds whole are counted."


def _standings(scope: Scope, records: Records) -> list[tuple[Cell, ...]]:
    rows = records.connection.execute(
        f"""
        select season, series, rank, driver, points from standing
        where {scope.sql} order by season, series, rank
        """,
        scope.parameters,
    )
    return [
        (season, SERIES_WORDS[series], rank, records.person(driver).name, _whole(points))
        for season, series, rank, driver, points in rows
    ]


def _whole(points: float | None) -> float | None:
    return int(points) if points is not None and points == int(points) else points


def _seasons_raced(scope: Scope, records: Records) -> set[int]:
    rows = records.connection.execute(
        f"select distinct season from season_total where {scope.sql}", scope.parameters
    )
    return {season for (season,) in rows}


def _series_of(scope: Scope, records: Records) -> str:
    """The series in which the driver raced for points: that of most starts, or of a Cup career."""
    rows = records.connection.execute(
        f"select series, sum(starts) from season_total where {scope.sql} group by series",
        scope.parameters,
    )
    return likeliest_series(dict(rows.fetchall()), scope)


def _last_held(scope: Scope, records: Records) -> int:
    (season,) = records.connection.execute(
        f"select max(season) from standing where {scope.sql}", scope.parameters
    ).fetchone()
    return int(season)


def _champion(scope: Scope, records: Records) -> str:
    """Who won the title: what is known of a season whose standings are not held."""
    limits = replace(scope, driver=None)
    if limits.one_season is None:
        return ""
    rows = records.connection.execute(
        f"select driver from champion where {limits.sql}", limits.parameters
    )
    names = [records.person(driver).name for (driver,) in rows]
    return f"{listed(names)} won the title." if names else ""


def _series_words(scope: Scope) -> str:
    return f"{listed([SERIES_WORDS[key] for key in scope.series])} Series"


def _title(scope: Scope) -> str:
    return f"final {_series_words(scope)} standings"


def _one_rank(row: tuple[Cell, ...]) -> str:
    points = f" with {row[_POINTS]:,} points" if row[_POINTS] is not None else ""
    place = ordinal(int(str(row[_RANK])))
    title = f"{row[_SEASON]} {row[_SERIES]} Series standings"
    return f"{row[_DRIVER]} finished {place} in the final {title}{points}."


def _list_sentence(rows: list[tuple[Cell, ...]], scope: Scope) -> str:
    names = [str(row[_DRIVER]) for row in rows]
    if not scope.one_season:
        names = [f"{row[_DRIVER]} ({row[_SEASON]})" for row in rows]
    season = scope.one_season or "several seasons"
    return (
        f"Final {_series_words(scope)} standings of {season}: {listed(names, _TOLD).rstrip('.')}."
    )


def _ranks_sentence(rows: list[tuple[Cell, ...]]) -> str:
    told = [f"{ordinal(int(str(row[_RANK])))} in {row[_SEASON]}" for row in rows]
    series = listed(list(dict.fromkeys(str(row[_SERIES]) for row in rows)))
    return f"{rows[0][_DRIVER]} in the final {series} Series standings: {listed(told)}."


def _ranks_value(rows: list[tuple[Cell, ...]]) -> Value:
    ranks = tuple(int(str(row[_RANK])) for row in rows)
    return ranks[0] if len(ranks) == 1 else ranks


def _undecided(scope: Scope, parts: Parts) -> str:
    if parts.scope.seasons:
        return ""
    return f"No season was named: these are the standings of {scope.one_season}, the latest held."
