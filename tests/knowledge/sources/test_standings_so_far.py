"""Standings are believed where the races here bear them out, and nobody in them is guessed."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from knowledge.answer import Answer, StillToCome
from knowledge.book.opening import FRESH
from knowledge.sources.fresh_race import FreshRace
from knowledge.sources.fresh_tables import read_fresh_tables
from knowledge.sources.known_names import KnownNames
from knowledge.sources.points_feed import read_points_feed
from knowledge.sources.raw_answer import AnswerRefused, RawAnswer
from knowledge.sources.records import RaceKey
from knowledge.sources.standings_so_far import standings_so_far
from tests.knowledge.sources.conftest import BESIDE
from tests.knowledge.sources.feed_writer import from_our_tables, standings_after

if TYPE_CHECKING:
    import sqlite3

    from tests.knowledge.sources.garage import Garage

SOURCE = Path(os.environ.get("SPOTTER_SOURCES", BESIDE))
RECORDED = SOURCE / "cf-feed/rbiesser-2020/points-drivers.json"
STANDINGS = "select after, rank, driver, points from points where rank < 4 order by rank"


def races_of_2020(book: sqlite3.Connection, until: int) -> list[FreshRace]:
    """The Cup races of the embedded rows, as if they had just come in."""
    rows = book.execute(
        "select round, driver, finish, points from result"
        " where series = 'cup' and season = 2020 and round <= :until",
        {"until": until},
    )
    races: dict[int, dict[str, dict[str, Any]]] = {}
    for number, driver, finish, points in rows:
        races.setdefault(number, {})[driver] = {"finish": finish, "points": points}
    return [FreshRace(RaceKey("cup", 2020, each), {}, cars) for each, cars in races.items()]


def ranked(
    content: bytes, races: list[FreshRace], book: sqlite3.Connection
) -> tuple[list[dict[str, Any]], list[str]]:
    ranking = read_points_feed(RawAnswer("points-feed.json", content), "cup", 2020)
    return standings_so_far(ranking, races, KnownNames(book, {}))


def changed(place: int, **fields: object) -> bytes:
    table = json.loads(RECORDED.read_bytes())
    table[place - 1] |= fields
    return json.dumps(table).encode()


@pytest.fixture(autouse=True)
def _needs_the_recording(request: pytest.FixtureRequest) -> None:
    if "connection" in request.fixturenames and not RECORDED.is_file():
        pytest.skip(f"the recorded answers are not at {SOURCE}; SPOTTER_SOURCES says where")


def test_a_recorded_table_agrees_with_the_races_here(connection: sqlite3.Connection) -> None:
    rows, strangers = ranked(RECORDED.read_bytes(), races_of_2020(connection, 11), connection)
    assert strangers == []
    assert [row["rank"] for row in rows] == list(range(1, 37))  # 13 more have no points
    assert tuple(rows[0].values()) == ("cup", 2020, 11, 1, "kevin-harvick", 452)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ({"starts": 12}, "they count 12 races, and only 11 are here"),
        ({"wins": 3}, "wins: Kevin Harvick has 3, the races 2"),
        ({"points": 10}, "points: Joey Logano has more than who is above him"),
        ({"points": "452"}, "points: '452' is not a whole number"),
        ({"driver_id": 3859}, "driver_id: 3859 stands there twice"),
        ({"position": 2}, "position: nobody is first"),
    ],
    ids=str,
)
def test_a_table_that_cannot_be_believed_is_refused(
    content: dict[str, object], said: str, connection: sqlite3.Connection
) -> None:
    races = races_of_2020(connection, 11)
    with pytest.raises(AnswerRefused, match=said):
        ranked(changed(1, **content), races, connection)


def test_the_points_of_the_last_winner_are_those_of_his_race(
    connection: sqlite3.Connection,
) -> None:
    races = races_of_2020(connection, 11)
    winner = next(who for who, car in races[-1].cars.items() if car["finish"] == 1)
    assert winner == "martin-truex-jr"  # fourth in the table, with 47 points at Martinsville
    assert ranked(changed(4, points_earned=47), races, connection)[1] == []
    with pytest.raises(AnswerRefused, match="won with 47, there with 5"):
        ranked(changed(4, points_earned=5), races, connection)


def test_somebody_unknown_is_told_and_left_out(connection: sqlite3.Connection) -> None:
    races = races_of_2020(connection, 11)
    content = changed(2, driver_id=9_999_999, driver_name="Nobody At All")
    rows, strangers = ranked(content, races, connection)
    assert strangers == [
        "points-feed.json, place 2: nobody knows 'Nobody At All' (id 9999999)",
    ]
    assert [row["rank"] for row in rows[:2]] == [1, 3]
    other = changed(2, driver_name="Kevin Harvick")  # an id and a name that do not agree
    assert len(ranked(other, races, connection)[1]) == 1


def check_a_season_that_is_over(garage: Garage) -> None:
    """Its races were all run; a champion is in the book only when somebody says who it is."""
    book = garage.open()
    standings = book.ask("truck standings")
    assert isinstance(standings, Answer)
    assert "after 2 of 2 races: Grant Enfinger 85" in standings.headline
    wins = book.ask("Heim truck wins 2025")
    assert isinstance(wins, Answer)
    assert "so far" not in (wins.headline, *wins.caveats)
    assert wins.headline == "Corey Heim won 1 Truck Series race in 2025."
    title = book.ask("who won the 2025 truck championship")
    assert isinstance(title, StillToCome)
    assert "All 2 races were run" in title.why
    assert title.nearest.startswith("Grant Enfinger leads the Truck Series standings after 2")
    left = book.ask("how many truck races are left")
    assert isinstance(left, Answer)
    assert left.value == 0


def test_a_table_that_lags_behind_the_races_catches_up(garage: Garage) -> None:
    first, second = races = from_our_tables("2025", "truck", (1, 2))
    for race in races:
        garage.run(race)
    garage.feed.rank(standings_after([first]), first)
    assert garage.take_in().lines[-1] == "Standings: Truck Series 2025 after 1 race."
    told = garage.open().ask("truck standings")
    assert isinstance(told, Answer)
    assert "counted 1 race when it was fetched; 2 were run" in told.caveats[-1]
    garage.feed.rank(standings_after(races), second)
    assert garage.take_in().lines == ("Standings: Truck Series 2025 after 2 races.",)
    check_a_season_that_is_over(garage)
    held = garage.asked(STANDINGS)
    assert [row[0] for row in held] == [2, 2, 2]
    garage.feed.rank([{**row, "wins": 7} for row in standings_after(races)], second)
    changes = garage.take_in()
    assert not changes.any
    assert "Grant Enfinger has 7, the races 0" in changes.refused[0]
    assert garage.asked(STANDINGS) == held
    assert len(read_fresh_tables(garage.home / FRESH).points["truck", 2025]) > len(held)
