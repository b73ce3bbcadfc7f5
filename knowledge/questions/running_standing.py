"""Standings of a season that is still running: the table, its leader, where one driver is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from knowledge.answer import Cell, Outcome, Table, Unknown, Value, WhichOne
from knowledge.measures import ordinal
from knowledge.proof import Finding, reading
from knowledge.reading.meanings import Cue
from knowledge.scope import Scope
from knowledge.sentences import capital, listed
from knowledge.series import SERIES_WORDS
from knowledge.standings import NO_LIMIT, ranks_asked
from knowledge.standings_so_far import behind_the_races, unofficial, without_table
from knowledge.subjects import Subject, driver_subject

if TYPE_CHECKING:
    from knowledge.reading.parts import Parts
    from knowledge.records import Records
    from knowledge.running import Running

_LEADS = frozenset({Cue.LED, Cue.MOST, Cue.WHICH_DRIVER, Cue.WHO, Cue.WINNER})
_CUES = _LEADS | {
    Cue.CURRENT,
    Cue.EACH,
    Cue.EVER,
    Cue.FINISHED,
    Cue.FULL_RESULT,
    Cue.HOW_MANY,
    Cue.LIST,
    Cue.SEASON,
    Cue.STANDINGS,
    Cue.WHERE,
    Cue.WHICH,
    Cue.YES_NO,
}
_COLUMNS = ("Rank", "Driver", "Points", "Behind")
_RANK, _DRIVER, _POINTS, _BEHIND = range(4)
_TOLD = 10


@dataclass(frozen=True, slots=True)
class RunningStanding:
    """Ranks low to high of the standings so far, or one driver in them."""

    parts: Parts
    season: Running
    driver: Subject | None
    low: int
    high: int

    USES: ClassVar = frozenset({"measure", "drivers", "place", "top", "ordinal"})
    CUES: ClassVar = _CUES
    UNDERSTANDS: ClassVar = ()  # no season of the embedded book is still running
    DECLINES: ClassVar = ("2015 Cup standings", "who leads the points", "points leader 2024")

    @classmethod
    def read(cls, parts: Parts, records: Records) -> RunningStanding | WhichOne | None:
        ranks = _ranks(parts) if records.running else None
        if ranks is None or len(parts.drivers) > 1 or parts.all_time:
            return None
        finished = Cue.FINISHED in parts.cues and not parts.scope.seasons
        if finished or parts.scope.columns - {"series", "season"}:
            return None
        if not parts.drivers:
            season = _season(parts.scope.series[:1] or ("cup",), parts, records)
            return cls(parts, season, None, *ranks) if season else None
        if _asks_of_the_past(parts):
            return None
        driver = driver_subject(parts.drivers[0], parts, records)
        if not isinstance(driver, Subject):
            return driver
        season = _season(_series_of(driver, parts, records), parts, records)
        return cls(parts, season, driver, *ranks) if season else None

    def answer(self, records: Records) -> Outcome:
        after, ranked = records.points(self.season.series, self.season.season)
        if not ranked:
            return without_table(self.season, records)
        most = ranked[0][2]
        rows: list[tuple[Cell, ...]] = [
            (rank, records.person(driver).name, points, most - points)
            for rank, driver, points in ranked
        ]
        if self.driver:
            return self._of_driver(self.driver, rows, after, records)
        chosen = [row for row in rows if self.low <= int(str(row[_RANK])) <= self.high]
        if not chosen:
            return Unknown(f"{capital(self._title(after))} have no rank {self.low}.")
        if self.low == self.high:
            names = [str(row[_DRIVER]) for row in chosen]
            told = f"{listed(names)} {self._place(chosen[0], after, many=len(names) > 1)}."
            return self._found(told, names[0] if len(names) == 1 else tuple(names), rows, records)
        told = listed([f"{row[_DRIVER]} {row[_POINTS]:,}" for row in chosen], _TOLD)
        names = [str(row[_DRIVER]) for row in chosen]
        return self._found(f"{capital(self._title(after))}: {told}.", tuple(names), chosen, records)

    def _of_driver(
        self, driver: Subject, rows: list[tuple[Cell, ...]], after: int, records: Records
    ) -> Outcome:
        row = next((row for row in rows if row[_DRIVER] == driver.name), None)
        if row is None:
            title = f"{driver.name} is not in {self._title(after)}"
            why = f"{title}: who has no points, or runs for none in this series, is not ranked."
            return Unknown(why, reading=reading("standings so far", self._scope))
        rank = int(str(row[_RANK]))
        told = f"{driver.name} {self._place(row, after)}."
        value: Value = rank
        if Cue.HOW_MANY in self.parts.cues:
            value = int(str(row[_POINTS]))
        if Cue.YES_NO in self.parts.cues:
            value = self.low <= rank <= self.high
            told = f"{'Yes' if value else 'No'}: {told}"
        return self._found(told, value, [row], records)

    def _place(self, row: tuple[Cell, ...], after: int, *, many: bool = False) -> str:
        rank, points, behind = (int(str(row[at])) for at in (_RANK, _POINTS, _BEHIND))
        if rank == 1 and not many:
            return f"leads {self._title(after)} with {points:,} points"
        gap = f", {behind:,} behind the leader" if behind else ""
        verb = "are" if many else "is"
        return f"{verb} {ordinal(rank)} in {self._title(after)} with {points:,} points{gap}"

    def _title(self, after: int) -> str:
        series = SERIES_WORDS[self.season.series]
        return (
            f"the {self.season.season} {series} Series standings after {self.season.after(after)}"
        )

    @property
    def _scope(self) -> Scope:
        season = self.season.season
        return Scope(series=(self.season.series,), seasons=((season, season),))

    def _found(
        self, told: str, value: Value, rows: list[tuple[Cell, ...]], records: Records
    ) -> Outcome:
        after, _ = records.points(self.season.series, self.season.season)
        return Finding(
            told,
            value,
            read_as=reading("standings so far", self._scope),
            table=Table(_COLUMNS, tuple(rows)),
            caveats=(
                unofficial(self.season, after, self.parts.today, records),
                behind_the_races(self.season, after),
            ),
            backed_by="points",
            tells_reach=True,
        ).answer(self.parts, self._scope, records)


def _ranks(parts: Parts) -> tuple[int, int] | None:
    """The ranks asked for; points without a word of standings are the table's, too."""
    if ranks := ranks_asked(parts):
        return ranks
    if parts.measure is None or parts.measure.key != "points" or parts.place or parts.top:
        return None
    if parts.drivers and _asks_whether_he_leads(parts):
        return 1, 1
    if parts.drivers:
        return (1, NO_LIMIT) if Cue.HOW_MANY in parts.cues else None
    of_all_time = Cue.EVER in parts.cues and not parts.scope.seasons
    if of_all_time or Cue.HOW_MANY in parts.cues:
        return None
    return (1, 1) if parts.cues & _LEADS else (1, NO_LIMIT)


def _asks_whether_he_leads(parts: Parts) -> bool:
    return Cue.YES_NO in parts.cues and bool(parts.cues & {Cue.LED, Cue.MOST})


def _asks_of_the_past(parts: Parts) -> bool:
    """Whether he is asked for in other seasons: how often he was second, if he ever was."""
    now = parts.scope.one_season or _asks_whether_he_leads(parts)
    whether = Cue.YES_NO in parts.cues or parts.place or parts.top or parts.ordinal
    of_points = parts.measure is not None and parts.measure.key == "points"
    counts = Cue.HOW_MANY in parts.cues and not of_points
    return bool((Cue.EVER in parts.cues and not now) or counts or (whether and not now))


def _season(series: tuple[str, ...], parts: Parts, records: Records) -> Running | None:
    """The season of the series that runs, unless another one was named."""
    wanted = parts.scope.one_season
    if parts.scope.seasons and wanted is None:
        return None
    running = (each for each in records.running.values() if each.series in series and each.run)
    return next((each for each in running if wanted in (None, each.season)), None)


def _series_of(driver: Subject, parts: Parts, records: Records) -> tuple[str, ...]:
    """The series named, else that in which he scored most this season; or none."""
    running = records.running
    if parts.scope.series or driver.scope.driver is None:
        return parts.scope.series[:1]
    rows = records.connection.execute(
        "select series, season, sum(points) from season_total where driver = :person"
        " group by series, season having sum(points) > 0",
        {"person": driver.scope.driver.ids[0]},
    ).fetchall()
    found = {series: scored for series, season, scored in rows if (series, season) in running}
    return (max(found, key=lambda key: found[key]),) if found else ()
