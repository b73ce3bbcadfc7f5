"""Every driver's unbroken runs of starts in a series: from which race to which, without a miss."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlite_utils import Database

Run = tuple[str, str, int, int, int]
"""Series, driver, first race, last race and how many they are."""


def create_unbroken(db: Database) -> None:
    db.execute(
        """
        create table unbroken (
            series text, driver text, first integer, last integer, length integer,
            primary key (series, driver, first)
        ) without rowid
        """
    )


def fill_unbroken(db: Database) -> None:
    # Rows stand as they were put in: each driver's starts side by side, in the order of racing.
    _fill(db, "select series, driver, race from result order by rowid")


def fill_unbroken_again(db: Database) -> None:
    """Count anew the runs of all who have started a race since the first one in `touched`."""
    db.execute(
        """
        create temp table running as
        select distinct series, driver
        from (select series, min(race) as first from touched group by series)
            join result using (series)
        where race >= first
        """
    )
    running = "(series, driver) in (select series, driver from running)"
    db.execute(f"delete from unbroken where {running}")
    _fill(db, f"select series, driver, race from result where {running} order by driver, race")
    db.execute("drop table running")


def _fill(db: Database, starts: str) -> None:
    order = dict(
        db.execute("select id, row_number() over (partition by series order by id) from race")
    )
    runs = _runs(db.execute(starts), order)
    db.conn.executemany("insert into unbroken values (?, ?, ?, ?, ?)", runs)


def _runs(starts: Iterable[tuple[str, str, int]], order: Mapping[int, int]) -> Iterator[Run]:
    begun: dict[tuple[str, str], tuple[int, int]] = {}
    for series, driver, race in starts:
        first, last = begun.get((series, driver), (race, race))
        if order[race] > order[last] + 1:
            yield series, driver, first, last, order[last] - order[first] + 1
            first = race
        begun[series, driver] = first, race
    for (series, driver), (first, last) in begun.items():
        yield series, driver, first, last, order[last] - order[first] + 1
