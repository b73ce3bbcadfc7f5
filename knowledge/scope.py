"""Which races count: every filter once as SQL and once in words."""

from __future__ import annotations

import re
from calendar import month_name
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, NamedTuple

from knowledge.measures import ordinal
from knowledge.once import once
from knowledge.series import ALL_SERIES, series_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

KINDS = {
    "superspeedway": "superspeedways (Daytona and Talladega)",
    "intermediate": "intermediate tracks (paved ovals of a mile or more)",
    "short": "short tracks (paved ovals under a mile)",
    "road": "road and street courses",
    "dirt": "dirt tracks",
}
"""Kinds of track with their definition, as the reading says it."""

OVALS = KINDS.keys() - {"road"}
"""The kinds of track that are ovals."""

PARTS = {
    "opener": ("opener = 1", "season opener"),
    "finale": ("finale = 1", "season finale"),
    "playoffs": ("playoff = 1", "playoff races"),
}

_ANY_PLACE = 99
"""Higher than any field was large."""

Span = tuple[int | None, int | None]


class Condition(NamedTuple):
    """One filter on a start: SQL over `entry`, its parameters, and its words."""

    column: str
    sql: str
    parameters: Mapping[str, str | int]
    words: str


@dataclass(frozen=True, slots=True)
class Named:
    """Something by its ids in the book and the name that a sentence says."""

    ids: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class RaceSet:
    """Races known by one name, in the order they were run."""

    ids: tuple[int, ...]
    name: str

    def running(self, nth: int) -> RaceSet:
        """The nth of them alone; no race, where there were not so many."""
        return RaceSet(self.ids[nth - 1 : nth] or (0,), f"{ordinal(nth)} {self.name}")


@dataclass(frozen=True)
class Scope:
    """The races and starts that count; what is empty does not limit."""

    series: tuple[str, ...] = ()
    seasons: tuple[Span, ...] = ()
    venues: tuple[Named, ...] = ()
    kinds: tuple[str, ...] = ()
    races: RaceSet | None = None
    round: int | None = None
    at_venue: tuple[int, str] | None = None  # nth of the season there (-1 the last), its word
    part: str | None = None
    month: int | None = None
    driver: Named | None = None
    team: Named | None = None
    make: Named | None = None
    car: str | None = None
    start: tuple[int, int] | None = None
    finish: tuple[int, int] | None = None
    excluding: Scope | None = None  # what of the rest does not count

    @once
    def conditions(self) -> tuple[Condition, ...]:
        return _conditions(self)

    @once
    def sql(self) -> str:
        return " and ".join(condition.sql for condition in self.conditions) or "1"

    @once
    def parameters(self) -> dict[str, str | int]:
        merged: dict[str, str | int] = {}
        for condition in self.conditions:
            merged.update(condition.parameters)
        return merged

    @property
    def words(self) -> tuple[str, ...]:
        """The filters in words, the driver left out: the sentence names him already."""
        words = [each.words for each in self.conditions if each.column != "driver"]
        if not self.series:
            words.insert(0, series_words(()))
        if not self.seasons:
            words.append("all seasons")
        return tuple(words)

    @once
    def columns(self) -> frozenset[str]:
        """The columns of a start that the filters need."""
        left_out = self.excluding.columns if self.excluding else frozenset()
        set_here = (column for name, column in _COLUMNS if getattr(self, name))
        return left_out.union(set_here)

    @property
    def one_season(self) -> int | None:
        """The season, where exactly one counts."""
        if len(self.seasons) == 1 and self.seasons[0][0] == self.seasons[0][1]:
            return self.seasons[0][0]
        return None

    @property
    def names_race(self) -> bool:
        """Whether they name a race of a season by more than its track."""
        of_season = self.round or self.at_venue or self.part in ("opener", "finale")
        return bool(self.races or of_season)

    @property
    def one_race(self) -> bool:
        """Whether the filters name a single race: one of one season."""
        named = self.races or self.venues or self.round or self.part in ("opener", "finale")
        return bool(self.one_season and named)

    def limited_to_races(self) -> Scope:
        """The same races, without what limits the starts in them."""
        left_out = self.excluding.limited_to_races() if self.excluding else None
        if left_out and not left_out.columns:
            left_out = None
        return self.but(
            driver=None,
            team=None,
            make=None,
            car=None,
            start=None,
            finish=None,
            excluding=left_out,
        )

    def but(self, **filters: Any) -> Scope:  # noqa: ANN401 - each filter has its own type
        """The same with some filters set otherwise; itself, if they are so already."""
        if all(getattr(self, name) == value for name, value in filters.items()):
            return self
        return Scope(**{name: getattr(self, name) for name in FILTERS} | filters)

    def table(self, *asked: str) -> str:
        """The smallest table of totals that knows the filters' columns and those asked for."""
        needed = self.columns.union(asked)
        return next((name for name, columns in _TOTALS if needed <= columns), "entry")


_COLUMNS = (
    ("series", "series"),
    ("seasons", "season"),
    ("venues", "venue"),
    ("kinds", "kind"),
    ("races", "race"),
    ("round", "round"),
    ("at_venue", "race"),
    ("part", "part"),
    ("month", "month"),
    ("driver", "driver"),
    ("team", "team"),
    ("make", "make"),
    ("car", "car"),
    ("start", "start"),
    ("finish", "finish"),
)
"""The column that each filter needs."""

_TOTALS: tuple[tuple[str, frozenset[str]], ...] = (
    ("career_total", frozenset({"driver", "series"})),
    ("season_total", frozenset({"driver", "series", "season"})),
    ("kind_total", frozenset({"driver", "series", "kind"})),
    ("venue_total", frozenset({"driver", "series", "venue", "kind"})),
    ("team_season_total", frozenset({"team", "series", "season"})),
    ("make_season_total", frozenset({"make", "series", "season"})),
    ("stint_total", frozenset({"driver", "series", "season", "team", "make"})),
)


def _conditions(scope: Scope) -> tuple[Condition, ...]:
    driver = (_one_of("driver", scope.driver.ids, scope.driver.name),) if scope.driver else ()
    races = tuple(_when_and_where(scope))
    left_out = (_all_but(scope.excluding),) if scope.excluding else ()
    return (*driver, *races, *_which_race(scope, races), *_which_start(scope), *left_out)


def _all_but(left_out: Scope) -> Condition:
    """Everything but a scope; its parameters get names of their own."""
    sql = re.sub(r":(\w+)", r":but_\1", left_out.sql)
    parameters = {f"but_{name}": value for name, value in left_out.parameters.items()}
    words = ", ".join(each.words for each in left_out.conditions)
    return Condition("", f"not ({sql})", parameters, f"without {words}")


def _when_and_where(scope: Scope) -> Iterator[Condition]:
    if 0 < len(scope.series) < len(ALL_SERIES):
        yield _one_of("series", scope.series, series_words(scope.series))
    elif scope.series:
        yield Condition("series", "1", {}, "all three series together")
    if scope.seasons:
        yield _seasons(scope.seasons)
    if scope.venues:
        ids = tuple(each for venue in scope.venues for each in venue.ids)
        yield _one_of("venue", ids, " and ".join(venue.name for venue in scope.venues))
    if scope.kinds:
        words = ", ".join(KINDS[kind] for kind in scope.kinds)
        yield _one_of("kind", scope.kinds, "ovals" if set(scope.kinds) == OVALS else words)


def _which_race(scope: Scope, others: Sequence[Condition]) -> Iterator[Condition]:
    if scope.races:
        yield _running(scope.races, scope.one_season)
    if scope.round:
        yield Condition("round", "round = :round", {"round": scope.round}, f"race {scope.round}")
    if scope.at_venue:
        which, word = scope.at_venue
        column = "nth_at_venue" if which > 0 else "nth_at_venue - times_at_venue - 1"
        limits = "".join(f" and {other.sql}" for other in others)
        sql = f"race in (select id from race where {column} = :nth{limits})"
        yield Condition("race", sql, {"nth": which}, f"{word} race")
    if scope.month:
        sql = "substr(date, 6, 2) = :month"  # of YYYY-MM-DD
        yield Condition("month", sql, {"month": f"{scope.month:02}"}, month_name[scope.month])
    if scope.part:
        sql, words = PARTS[scope.part]
        yield Condition("part", sql, {}, words)


def _running(races: RaceSet, season: int | None) -> Condition:
    """Races of a name; of many runnings that of a season is found before any start is read."""
    if not season or len(races.ids) == 1:
        return _one_of("race", races.ids, races.name)
    sql = f"race in (select id from race where season = :season and id in ({_listed(races.ids)}))"
    return Condition("race", sql, {}, races.name)


def _listed(races: Sequence[str | int]) -> str:
    """Ids of races as SQL: whole numbers from the book, of which there may be many."""
    return ",".join(map(str, races))


def _which_start(scope: Scope) -> Iterator[Condition]:
    if scope.team:
        yield _one_of("team", scope.team.ids, f"for {scope.team.name}")
    if scope.make:
        yield _one_of("make", scope.make.ids, scope.make.name)
    if scope.car:
        yield Condition("car", "car = :car", {"car": scope.car}, f"number {scope.car}")
    if scope.start:
        yield _between("start", scope.start, "started")
    if scope.finish:
        yield _between("finish", scope.finish, "finished")


def _one_of(column: str, ids: Sequence[str | int], words: str) -> Condition:
    if len(ids) == 1:
        return Condition(column, f"{column} = :{column}", {column: ids[0]}, words)
    if column == "race":
        return Condition(column, f"race in ({_listed(ids)})", {}, words)
    named = {f"{column}_{index}": each for index, each in enumerate(ids)}
    return Condition(column, f"{column} in (:{', :'.join(named)})", named, words)


def _seasons(spans: tuple[Span, ...]) -> Condition:
    if len(spans) == 1 and spans[0][0] == spans[0][1] and spans[0][0] is not None:
        return Condition("season", "season = :season", {"season": spans[0][0]}, str(spans[0][0]))
    sql, parameters, words = [], {}, []
    for index, (first, last) in enumerate(spans):
        limits = []
        if first is not None:
            limits.append(f"season >= :first_{index}")
            parameters[f"first_{index}"] = first
        if last is not None:
            limits.append(f"season <= :last_{index}")
            parameters[f"last_{index}"] = last
        sql.append(" and ".join(limits))
        words.append(_span_words(first, last))
    return Condition("season", f"({' or '.join(sql)})", parameters, ", ".join(words))


def _span_words(first: int | None, last: int | None) -> str:
    if first == last:
        return str(first)
    if first is None:
        return f"up to {last}"
    return f"since {first}" if last is None else f"{first} to {last}"


def _between(column: str, limits: tuple[int, int], verb: str) -> Condition:
    low, high = limits
    words = ordinal(low) if low == high else f"{ordinal(low)} to {ordinal(high)}"
    if high >= _ANY_PLACE:
        words = f"{ordinal(low)} or worse"
    if column == "start" and high == 1:
        words = "from the pole"
    if column == "finish" and high == 1:  # as the indexes of winners say it
        return Condition(column, "finish = 1", {}, f"{verb} {words}")
    parameters: dict[str, str | int] = {f"{column}_low": low, f"{column}_high": high}
    sql = f"{column} between :{column}_low and :{column}_high"
    return Condition(column, sql, parameters, f"{verb} {words}")


FILTERS = tuple(field.name for field in fields(Scope))
