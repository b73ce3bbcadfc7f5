"""Runs of starts that all did a thing, or all did not: the longest, found in drivers' form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from heapq import nlargest
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from knowledge.book.form import DONE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.answer import Cell
    from knowledge.records import Records
    from knowledge.scope import Scope

SHOWN = 10


@dataclass(frozen=True, slots=True)
class Run:
    """Starts in a row, from the first to the last race of them."""

    driver: str
    length: int
    first: int
    last: int


RUN_COLUMNS = ("Driver", "Length", "First race", "From", "Last race", "To")


def row_of(run: Run, records: Records) -> tuple[Cell, ...]:
    """A run as a row of a table."""
    return (
        records.person(run.driver).name,
        run.length,
        records.race_name(run.first),
        records.race_date(run.first),
        records.race_name(run.last),
        records.race_date(run.last),
    )


class Form(NamedTuple):
    """A driver's starts in the order of racing: 1 where he did the thing, 0 where he did not."""

    driver: str
    line: str
    last: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which runs count: of ones or of noughts, up to the last start, or between two ones."""

    sign: str
    current: bool = False
    enclosed: bool = False

    def pattern(self, least: int) -> re.Pattern[str]:
        before = "(?<=1)" if self.enclosed else f"(?<!{self.sign})"
        behind = "(?=1)" if self.enclosed else "(?![01])" if self.current else ""
        return re.compile(f"{before}{self.sign}{{{least},}}{behind}")


def forms(done: str, scope: Scope, records: Records) -> list[Form]:
    """The form of everybody who started in a scope, in the order of their ids."""
    if done in DONE and scope.columns <= {"driver", "series"} and len(scope.series) == 1:
        sql = f'select driver, "{done}", last from form where {scope.sql} order by driver'
    else:
        sql = f"""
            select driver, group_concat(did, ''), max(race) from (
                select driver, race, coalesce({done}, 0) as did from result
                where {scope.sql} order by driver, race
            ) group by driver
            """
    return list(map(Form._make, records.connection.execute(sql, scope.parameters)))


def longest(wanted: Wanted, found: Sequence[Form], scope: Scope, records: Records) -> list[Run]:
    """The longest runs first, with all that are level with the last one shown."""
    lines = " ".join(form.line for form in found)
    lengths = [len(run) for run in wanted.pattern(1).findall(lines)]
    if not lengths:
        return []
    least = nlargest(SHOWN, lengths)[-1]
    long_ones = (form for form in found if wanted.sign * least in form.line)
    runs = [run for form in long_ones for run in _runs(wanted, least, form, scope, records)]
    return sorted(runs, key=lambda run: (-run.length, run.first))


def _runs(wanted: Wanted, least: int, form: Form, scope: Scope, records: Records) -> Iterator[Run]:
    rows = records.connection.execute(
        f"select race from result where driver = :who and {scope.sql} order by race",
        {"who": form.driver, **scope.parameters},
    ).fetchall()
    for run in wanted.pattern(least).finditer(form.line):
        (first,), (last,) = rows[run.start()], rows[run.end() - 1]
        yield Run(form.driver, run.end() - run.start(), first, last)


def of_winners(scope: Scope, records: Records) -> list[Run]:
    """Consecutive races with the same winner, the longest run first."""
    rows = records.connection.execute(
        f"select driver, race from result where {scope.sql} and finish = 1 order by race",
        scope.parameters,
    )
    runs = []
    for driver, group in groupby(rows, key=lambda row: str(row[0])):
        races = [race for _, race in group]
        runs.append(Run(driver, len(races), races[0], races[-1]))
    return sorted(runs, key=lambda run: (-run.length, run.first))
