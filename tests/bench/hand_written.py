"""Questions beside the SQL that a competent person would write for them on the same records.db."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

Rows: TypeAlias = list[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class HandWritten:
    """A question, the SQL of the rows that its answer shows, and how the value is seen in them."""

    question: str
    sql: str
    value: Callable[[Rows], object]

    def answer(self, connection: sqlite3.Connection) -> tuple[object, Rows]:
        rows = connection.execute(self.sql).fetchall()
        return self.value(rows), rows


def _starts(
    question: str, where: str, value: Callable[[Rows], object] = len, order: str = "asc"
) -> HandWritten:
    sql = f"""
        select race.date, race.name, venue.name, result.car, result.start, result.finish, result.led
        from result join race on race.id = result.race join venue on venue.id = race.venue
        where {where} order by race.date {order}
    """
    return HandWritten(question, sql, value)


def _race(question: str, race: str) -> HandWritten:
    sql = f"""
        select finish, start, car, person.name, make, team, result.laps, led, status
        from result join person on person.id = result.driver
        where race = (select id from race where {race} limit 1) order by finish
    """
    return HandWritten(question, sql, lambda rows: rows[0][3])


def _by_season(question: str, driver: str, series: str, tally: str) -> HandWritten:
    sql = f"""
        select season, starts, {tally} from season_total
        where driver = '{driver}' and series = '{series}' order by season
    """
    return HandWritten(question, sql, lambda rows: sum(row[2] for row in rows))


def _leaders(question: str, tally: str, series: str, total: str, where: str) -> HandWritten:
    sql = f"""
        select person.name, total.{tally}, total.starts
        from {total} as total join person on person.id = total.driver
        where total.series = '{series}' and {where} and total.{tally} > 0
        order by total.{tally} desc, person.name limit 10
    """
    return HandWritten(question, sql, lambda rows: rows[0][0])


def _average_finish(rows: Rows) -> float:
    return fmean(row[5] for row in rows)


def _date(rows: Rows) -> object:
    return rows[0][0]


_WIN = "result.finish = 1 and result.series"

HAND_WRITTEN = (
    _starts(
        "how many wins did Heim have in trucks in 2025",
        f"result.driver = 'corey-heim' and {_WIN} = 'truck' and result.season = 2025",
    ),
    _starts(
        "richard petty cup wins at martinsville",
        f"result.driver = 'richard-petty' and {_WIN} = 'cup' and result.venue = 'martinsville'",
    ),
    _starts(
        "harvick cup wins from 2014 to 2020",
        f"result.driver = 'kevin-harvick' and {_WIN} = 'cup'"
        " and result.season between 2014 and 2020",
    ),
    _starts(
        "jeff gordon cup wins on road courses",
        f"result.driver = 'jeff-gordon' and {_WIN} = 'cup' and result.kind = 'road'",
    ),
    _starts(
        "tony stewart cup wins with stewart haas",
        f"result.driver = 'tony-stewart' and {_WIN} = 'cup'"
        " and result.team = 'Stewart-Haas Racing'",
    ),
    _starts(
        "ron hornaday jr truck wins at phoenix",
        f"result.driver = 'ron-hornaday-jr' and {_WIN} = 'truck' and result.venue = 'phoenix'",
    ),
    _starts(
        "average finish of tyler reddick in cup in 2024",
        "result.driver = 'tyler-reddick' and result.series = 'cup' and result.season = 2024",
        _average_finish,
    ),
    _starts(
        "average finish of ryan blaney in cup at martinsville",
        "result.driver = 'ryan-blaney' and result.series = 'cup' and result.venue = 'martinsville'",
        _average_finish,
    ),
    _starts(
        "when did ryan blaney last win a cup race at talladega",
        f"result.driver = 'ryan-blaney' and {_WIN} = 'cup' and result.venue = 'talladega'",
        _date,
        "desc limit 1",
    ),
    _starts(
        "when did dale earnhardt jr first win in cup",
        f"result.driver = 'dale-earnhardt-jr' and {_WIN} = 'cup'",
        _date,
        "asc limit 1",
    ),
    _race("who won the 2025 daytona 500", "series = 'cup' and season = 2025 and round = 1"),
    _race(
        "who won race 14 of the 2024 cup season", "series = 'cup' and season = 2024 and round = 14"
    ),
    _race(
        "who won the spring richmond cup race in 2017",
        "series = 'cup' and season = 2017 and venue = 'richmond' and nth_at_venue = 1",
    ),
    _race("who won the 2011 cup season finale", "series = 'cup' and season = 2011 and finale"),
    _race(
        "who won the truck race at knoxville in 2022",
        "series = 'truck' and season = 2022 and venue = 'knoxville'",
    ),
    _by_season("ryan newman career cup starts", "ryan-newman", "cup", "starts"),
    _by_season("mark martin career cup top fives", "mark-martin", "cup", "top_fives"),
    _by_season("dale earnhardt sr cup wins", "dale-earnhardt", "cup", "wins"),
    _by_season("kyle busch xfinity wins", "kyle-busch", "xfinity", "wins"),
    _by_season("matt crafton career truck top tens", "matt-crafton", "truck", "top_tens"),
    _leaders(
        "top 10 in laps led in cup in 2025", "laps_led", "cup", "season_total", "season = 2025"
    ),
    _leaders("most truck wins in 2025", "wins", "truck", "season_total", "season = 2025"),
    _leaders(
        "most top fives in xfinity in 2019", "top_fives", "xfinity", "season_total", "season = 2019"
    ),
    _leaders("most cup wins at talladega", "wins", "cup", "venue_total", "venue = 'talladega'"),
    _leaders(
        "most truck wins at martinsville", "wins", "truck", "venue_total", "venue = 'martinsville'"
    ),
    _leaders("most xfinity wins on road courses", "wins", "xfinity", "kind_total", "kind = 'road'"),
    _leaders("most cup wins of all time", "wins", "cup", "career_total", "true"),
)
