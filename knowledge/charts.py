"""Charts made from rows: a number by season, places over a season, start against finish."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.answer import Cell, Chart, Line, Table
from knowledge.proof import RACE_COLUMNS
from knowledge.sentences import capital, where

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from knowledge.measures import Measure
    from knowledge.records import Records
    from knowledge.scope import Scope

_FEWEST = 3
"""Labels; fewer are sooner read than looked at."""

_MOST_BARS = 30
_TRACK, _FINISH = RACE_COLUMNS.index("Track"), RACE_COLUMNS.index("Finish")
_TRACK_WORDS = re.compile(
    r"\s(?:(?:International|Motor|National)\s)?(?:Super)?(?:Speedway|Raceway|Road Course)\b.*"
)


def bars(table: Table, what: str, of: str) -> Chart | None:
    """The last column of a table as a bar for each name in its first."""
    rows = [row for row in table.rows if row[-1] is not None][:_MOST_BARS]
    if len(rows) < _FEWEST:
        return None
    values = tuple(_number(row[-1]) for row in rows)
    labels = tuple(str(row[0]) for row in rows)
    across = table.columns[0].lower()
    return Chart(
        "bars", capital(f"{what} by {across}, {of}"), across, what, labels, (Line(of, values),)
    )


def finishes(table: Table, of: str) -> Chart | None:
    """Where somebody finished in race after race, from rows with the columns of races."""
    if table.columns != RACE_COLUMNS or len(table.rows) < _FEWEST:
        return None
    labels = tuple(short_track(str(row[_TRACK])) for row in table.rows)
    places = tuple(_number(row[_FINISH]) for row in table.rows)
    return Chart("places", f"Finishes, {of}", "race", "finish", labels, (Line(of, places),))


def moves(rows: Sequence[tuple[str, Cell, Cell]], title: str) -> Chart | None:
    """Where each driver started and finished, from (driver, start, finish)."""
    known = [row for row in rows if row[1] is not None and row[2] is not None]
    if len(known) < _FEWEST:
        return None
    started = Line("Start", tuple(_number(start) for _, start, _ in known))
    finished = Line("Finish", tuple(_number(finish) for *_, finish in known))
    labels = tuple(driver for driver, *_ in known)
    return Chart("moves", title, "driver", "place", labels, (started, finished))


def careers(
    measure: Measure, sides: Iterable[tuple[str, Scope]], scope: Scope, records: Records
) -> Chart | None:
    """A number of several subjects side by side: counts add up from season to season."""
    told = {name: _by_season(measure, own, records) for name, own in sides}
    seasons = sorted({season for each in told.values() for season in each})
    if len(seasons) < _FEWEST or measure.table:
        return None
    adds_up = measure.format == "count"
    lines = tuple(Line(name, _along(each, seasons, adds_up=adds_up)) for name, each in told.items())
    title = capital(f"{measure.plural}{' so far' if adds_up else ''} by season{where(scope)}")
    return Chart("lines", title, "season", measure.plural, tuple(map(str, seasons)), lines)


def short_track(name: str) -> str:
    """A track as a label: Daytona, Phoenix."""
    return _TRACK_WORDS.sub("", name)


def _by_season(measure: Measure, scope: Scope, records: Records) -> dict[int, float | None]:
    table = "entry" if measure.over_rows else scope.table("season")
    rows = records.connection.execute(
        f"select season, round({measure.sql}, 2) from {table} where {scope.sql} group by season",
        scope.parameters,
    )
    return dict(rows.fetchall())


def _along(
    told: dict[int, float | None], seasons: Sequence[int], *, adds_up: bool
) -> tuple[float | None, ...]:
    """A value for each season: nothing before the first start, nor after the last one."""
    if not adds_up:
        return tuple(told.get(season) for season in seasons)
    values: list[float | None] = []
    total = 0.0
    for season in seasons:
        total += told.get(season) or 0
        values.append(total if min(told, default=0) <= season <= max(told, default=0) else None)
    return tuple(values)


def _number(cell: Cell) -> float:
    return float(str(cell))
