"""The results as lists of plain rows: a second way to every number, with no code of the book."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

DATA = Path(__file__).parents[3] / "knowledge" / "data"
SERIES = ("cup", "xfinity", "truck")
NOT_STARTED = {"did not start", "withdrew", "withdrew from race"}


@dataclass(frozen=True, slots=True)
class Start:
    """A car that took the start."""

    series: str
    season: int
    round: int
    venue: str
    driver: str
    finish: int
    start: int | None
    led: int | None
    running: bool
    stages_won: int


@dataclass(frozen=True, slots=True)
class Counted:
    """A number that fans ask for, with the words for one and for the most of it."""

    words: tuple[str, ...]
    count: Callable[[list[Start]], float]
    most: tuple[str, ...] = ("most",)
    since: int = 1949
    is_average: bool = False


def _of(is_one: Callable[[Start], bool]) -> Callable[[list[Start]], float]:
    return lambda starts: sum(map(is_one, starts))


def _average_finish(starts: list[Start]) -> float:
    return sum(start.finish for start in starts) / len(starts)


COUNTED = (
    Counted(("wins", "victories"), _of(lambda row: row.finish == 1)),
    Counted(("starts",), len),
    Counted(("top fives", "top 5s", "top-5 finishes"), _of(lambda row: row.finish <= 5)),
    Counted(("top tens", "top 10s", "top-10 finishes"), _of(lambda row: row.finish <= 10)),
    Counted(("podiums", "top threes"), _of(lambda row: row.finish <= 3)),
    Counted(("poles", "pole positions"), _of(lambda row: row.start == 1)),
    Counted(("laps led",), lambda starts: sum(start.led or 0 for start in starts)),
    Counted(("DNFs",), _of(lambda row: not row.running)),
    Counted(("second places", "runner-up finishes"), _of(lambda row: row.finish == 2)),
    Counted(("stage wins",), lambda starts: sum(row.stages_won for row in starts), since=2017),
    Counted(("average finish",), _average_finish, ("best",), is_average=True),
)


@dataclass(slots=True)
class PlainRows:
    """Every start, and the names that belong to its ids."""

    starts: list[Start]
    names: dict[str, str]
    sayable: set[str]  # drivers that a sentence can name and mean nobody else
    tracks: dict[str, list[str]]  # short names by venue, each of one venue only
    sites: dict[str, str]
    by_driver: dict[tuple[str, str], list[Start]] = field(init=False)
    by_season: dict[tuple[str, int], list[Start]] = field(init=False)
    visits: Counter[tuple[str, int, str]] = field(init=False)

    def __post_init__(self) -> None:
        self.by_driver, self.by_season = defaultdict(list), defaultdict(list)
        for start in self.starts:
            self.by_driver[start.driver, start.series].append(start)
            self.by_season[start.series, start.season].append(start)
        races = {(row.series, row.season, row.round, row.venue) for row in self.starts}
        self.visits = Counter((race[0], race[1], self.sites[race[3]]) for race in races)

    def leaders(self, counted: Counted, series: str, season: int, at_least: int) -> set[str]:
        """The names with the most in a season; for an average, the lowest."""
        of = defaultdict(list)
        for start in self.by_season[series, season]:
            of[start.driver].append(start)
        values = {who: counted.count(rows) for who, rows in of.items() if len(rows) >= at_least}
        best = min(values.values()) if counted.is_average else max(values.values())
        return {self.names[driver] for driver, value in values.items() if value == best}


def read_all() -> PlainRows:
    names = {row["id"]: row["name"] for row in _table(DATA / "people.csv")}
    sites = {row["id"]: row["site"] for row in _table(DATA / "venues.csv")}
    return PlainRows(list(_starts()), names, _sayable(), _short_names(), sites)


def _table(path: Path) -> Iterable[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _sayable() -> set[str]:
    """Drivers whose name is theirs alone and no team's; nobody says "Dick Johnson (Australia)"."""
    people = list(_table(DATA / "people.csv"))
    bearers = Counter(row["name"] for row in people)
    bearers.update(row["name"] for row in _table(DATA / "team_names.csv"))
    spellings = {(row["name"], row["person"]) for row in _table(DATA / "person_names.csv")}
    bearers.update(name for name, _ in spellings - {(row["name"], row["id"]) for row in people})
    return {row["id"] for row in people if bearers[row["name"]] == 1 and "(" not in row["name"]}


def _short_names() -> dict[str, list[str]]:
    rows = list(_table(DATA / "venue_names.csv"))
    meant = Counter(row["name"] for row in rows)
    names = defaultdict(list)
    for row in rows:
        if row["kind"] == "short" and meant[row["name"]] == 1:
            names[row["venue"]].append(row["name"])
    return dict(names)


def _starts() -> Iterator[Start]:
    for series in SERIES:
        races = list(_table(DATA / "races" / f"{series}.csv"))
        venues = {(int(race["season"]), int(race["round"])): race["venue"] for race in races}
        third_stages = _third_stages(series)
        for path in sorted((DATA / "results" / series).glob("*.csv")):
            season = int(path.stem)
            for row in _table(path):
                race = season, int(row["round"])
                if row["status"] not in NOT_STARTED:
                    won_third = third_stages.get(race) == row["driver"]
                    yield _start(series, race, venues[race], row, won_third=won_third)


def _third_stages(series: str) -> dict[tuple[int, int], str]:
    """Who won a third stage, by race: only these are not in the results."""
    return {
        (int(row["season"]), int(row["round"])): row["driver"]
        for row in _table(DATA / "stage_winners" / f"{series}.csv")
        if row["stage"] == "3"
    }


def _start(
    series: str, race: tuple[int, int], venue: str, row: dict[str, str], *, won_third: bool
) -> Start:
    return Start(
        series,
        *race,
        venue,
        row["driver"],
        int(row["finish"]),
        _number(row["start"]),
        _number(row["led"]),
        row["status"] == "running",
        [row["stage_1"], row["stage_2"]].count("1") + won_third,
    )


def _number(cell: str) -> int | None:
    return int(cell) if cell else None
