"""What the book says of real races: the numbers that every fan can look up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from knowledge.book.racing import PLAYOFFS
from knowledge.book.tallies import TALLIES, aggregate
from knowledge.book.totals import TOTALS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence


def one(book: sqlite3.Connection, sql: str, *parameters: object) -> Sequence[object]:
    row = book.execute(sql, parameters).fetchone()
    assert isinstance(row, tuple)
    return row


def test_the_book_holds_every_points_race_from_1949_to_2025(connection: sqlite3.Connection) -> None:
    assert one(connection, "select count(*), min(date) from race") == (4963, "1949-06-19")


def test_richard_petty_won_200_races(connection: sqlite3.Connection) -> None:
    petty = "select starts, wins from career_total where driver = ? and series = 'cup'"
    assert one(connection, petty, "richard-petty") == (1184, 200)


def test_corey_heim_won_12_truck_races_in_2025(connection: sqlite3.Connection) -> None:
    season = "select wins from season_total where driver = ? and series = 'truck' and season = 2025"
    assert one(connection, season, "corey-heim") == (12,)


def test_lee_petty_won_the_first_daytona_500(connection: sqlite3.Connection) -> None:
    first = "select winner, kind from race where name = 'Daytona 500' order by date limit 1"
    assert one(connection, first) == ("lee-petty", "superspeedway")


def test_who_withdrew_did_not_start(connection: sqlite3.Connection) -> None:
    assert one(connection, "select count(*), sum(started) from non_start")[1] == 0
    assert one(connection, "select min(started) from result") == (1,)


def test_the_second_race_at_a_site_is_the_last_one(connection: sqlite3.Connection) -> None:
    visits = connection.execute(
        """
        select round, nth_at_venue, times_at_venue from race
        where series = 'cup' and season = 2025 and site = 'martinsville' order by round
        """
    ).fetchall()
    assert [visit[1:] for visit in visits] == [(1, 2), (2, 2)]


def test_a_season_opens_once_and_ends_once(connection: sqlite3.Connection) -> None:
    assert one(
        connection,
        """
        select min(openers), max(openers), min(finales), max(finales) from (
            select sum(opener) as openers, sum(finale) as finales
            from race group by series, season)
        """,
    ) == (1, 1, 1, 1)


@pytest.mark.parametrize("series", PLAYOFFS)
def test_playoffs_are_as_long_as_the_rule_of_the_time(
    connection: sqlite3.Connection, series: str
) -> None:
    seasons, races = PLAYOFFS[series]
    counted = connection.execute(
        "select season, sum(playoff) from race where series = ? group by season", [series]
    )
    assert {season: count for season, count in counted if count} == dict.fromkeys(seasons, races)


def test_stage_wins_count_the_third_stage_of_the_coca_cola_600(
    connection: sqlite3.Connection,
) -> None:
    third = """
        select min(result.stages_won) from stage_winner join result using (race, driver)
        where stage = 3 and race in (select id from race where times_at_venue > 0)
    """
    assert one(connection, third) >= (1,)


@pytest.mark.parametrize("total", TOTALS)
def test_a_total_is_the_sum_of_its_starts(connection: sqlite3.Connection, total: str) -> None:
    whose = TOTALS[total][0]
    columns = ", ".join(
        f"{aggregate(tally)}({tally})" for tally in TALLIES if tally != "rating_sum"
    )
    added = f"select {columns} from (select * from {total} where series = 'truck')"
    counted = f"select {columns} from entry where series = 'truck' and {whose} is not null"
    assert one(connection, added) == one(connection, counted)


def test_a_champion_is_more_prominent_than_his_grandson(connection: sqlite3.Connection) -> None:
    petty = "select prominence from person where id = ?"
    assert one(connection, petty, "richard-petty") > one(connection, petty, "adam-petty")


def test_words_of_a_race_and_of_a_person_are_found(connection: sqlite3.Connection) -> None:
    races = "select count(*) from race_text where race_text match 'daytona'"
    people = """
        select count(*) from person_text join person_name on person_name.rowid = person_text.rowid
        where person_text match 'earnhardt' and person = 'dale-earnhardt'
    """
    assert one(connection, races) > (100,)
    assert one(connection, people) >= (1,)


def test_the_last_race_of_each_series_is_noted(connection: sqlite3.Connection) -> None:
    last = """
        select season, finale from meta join race on race.id = cast(value as integer)
        where key like 'last_race_%'
    """
    assert set(connection.execute(last)) == {(2025, 1)}
