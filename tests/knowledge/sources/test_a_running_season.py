"""A book in the middle of the Truck season of 2025 says how far it is, and what is to come."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from knowledge.answer import Answer, StillToCome, Unknown
from knowledge.book.opening import FILE, FRESH
from knowledge.book.tables import SERIES
from knowledge.sources.fetching.archive import Archive
from tests.knowledge.sources.feed_writer import FeedWriter, from_our_tables, standings_after
from tests.knowledge.sources.garage import Garage

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.answer import Value
    from knowledge.record_book import RecordBook

TODAY = date(2025, 5, 20)
SO_FAR = "The 2025 season is still running: so far, 10 of 25 Truck Series races."
FINALE = "NASCAR Craftsman Truck Series Championship at Phoenix Raceway"


@pytest.fixture(scope="module")
def garage(shelf: Path, tmp_path_factory: pytest.TempPathFactory) -> Garage:
    """Ten of the 25 Truck races were run, and no other series has begun here."""
    home = tmp_path_factory.mktemp("running")
    shutil.copy(shelf / FILE, home / FILE)
    garage = Garage(home, shelf / "data", FeedWriter(Archive(home)))
    planned = [race for series in SERIES for race in from_our_tables("2025", series)]
    for race in planned:
        sponsored = race["race_name"].replace("Cook Out Southern", "Mountain Dew Southern")
        garage.feed.listed[race["race_id"]] = {
            **race,
            "race_name": sponsored,
            "winner_driver_id": None,
        }
    races = from_our_tables("2025", "truck", range(1, 11))
    for race in races:
        garage.run(race)
    garage.feed.rank(standings_after(races), races[-1])
    garage.take_in(TODAY)
    return garage


@pytest.fixture(scope="module")
def book(garage: Garage) -> RecordBook:
    return garage.open()


def answer(book: RecordBook, question: str) -> Answer:
    outcome = book.ask(question, today=TODAY)
    assert isinstance(outcome, Answer), outcome
    return outcome


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("how many wins does Heim have this season", 3),
        ("who has the most truck wins in 2025", "Corey Heim"),
        ("how many truck races have been run this year", 10),
        ("has Heim won a truck race this year", True),
        ("Corey Heim average finish in trucks in 2025", 6.6),
    ],
)
def test_an_answer_about_the_season_says_how_far_it_is(
    book: RecordBook, question: str, value: Value
) -> None:
    told = answer(book, question)
    assert told.value == value
    assert "in 2025 so far" in told.headline
    assert SO_FAR in told.caveats


def test_another_season_and_one_race_of_this_one_bear_no_word_of_it(book: RecordBook) -> None:
    for question in ("heim truck wins last season", "who won the Daytona truck race in 2025"):
        told = answer(book, question)
        assert "so far" not in told.headline
        assert not any("still running" in each for each in told.caveats)


def test_of_two_races_at_a_track_the_other_one_is_told(book: RecordBook) -> None:
    told = answer(book, "who won the truck race at Martinsville in 2025")
    assert told.value == "Daniel Hemric"
    (other,) = told.caveats
    assert "the 2025 Slim Jim 200 at Martinsville Speedway (Truck Series) on 2025-10-24" in other


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("who won the truck finale in 2025", f"2025 {FINALE} (Truck Series) is still to come: it"),
        ("did Heim win the fall Martinsville race this year", "planned for 2025-10-24"),
        ("most truck playoff wins in 2025", "All 7 races of the Truck Series in the playoffs"),
        ("who won race 20 of the 2025 truck season", "is still to come"),
        ("who won at Daytona in 2025", "All 2 races of the Cup Series at Daytona International"),
        ("who won the 2025 Xfinity opener", "United Rentals 300"),
        ("who won the 2025 Daytona 500", "is not in the book yet: it was planned for 2025-02-16"),
        ("who won the 2025 Cup championship", "None of the 36 Cup Series races has been run."),
        ("is Heim champion in 2025", "The 2025 Truck Series title is not decided yet."),
        ("who won the 2025 truck championship", f"the last is to be the {FINALE} on 2025-10-31"),
        ("who won the truck series in 2025", "10 of 25 Truck Series races were run so far"),
    ],
)
def test_what_is_not_decided_is_said_to_be_still_to_come(
    book: RecordBook, question: str, said: str
) -> None:
    outcome = book.ask(question, today=TODAY)
    assert isinstance(outcome, StillToCome), outcome
    assert said in outcome.why


def test_a_claim_about_a_race_to_come_cannot_be_told_yet(book: RecordBook) -> None:
    (verdict,) = book.settle("Hamlin won the 2025 Southern 500", TODAY)
    assert verdict.judgement == "can't tell"
    assert "Mountain Dew Southern 500" in verdict.words  # by whatever name it is sponsored
    assert "planned for 2025-08-31" in verdict.words


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("how many truck races are left", 15),
        ("how many truck playoff races are still to come", 7),
        ("how many xfinity races remain this season", 33),
        ("when is the next truck race", "2025-05-23"),
        ("where is the truck finale", "Phoenix Raceway"),
        ("when is the next Xfinity race", "2025-05-24"),
    ],
)
def test_the_schedule_tells_what_is_to_come(book: RecordBook, question: str, value: Value) -> None:
    told = answer(book, question)
    assert told.value == value
    assert not any("so far" in each for each in (told.headline, *told.caveats))


def test_the_reigning_champion_is_that_of_the_last_title_decided(book: RecordBook) -> None:
    told = answer(book, "who is the reigning truck champion")
    assert told.value == "Ty Majeski"
    assert "2024 Truck Series championship" in told.headline
    assert answer(book, "is Majeski the current truck champion").value is True
    wins = answer(book, "how many wins does the defending truck champion have this year")
    assert wins.headline.startswith("Ty Majeski won 0 Truck Series races in 2025 so far")


def test_without_a_schedule_nothing_is_said_to_be_left(fan) -> None:
    assert "The book has no schedule" in fan.is_told_no("how many races are left")
    assert "no schedule" in fan.is_told_no("when is the next truck race")
    assert fan.hears("who is the reigning cup champion").value == "Kyle Larson"
    outcome = fan.book.ask("who made the playoffs in 2025")
    assert isinstance(outcome, Unknown)
    assert "who qualified for the playoffs" in outcome.why


def test_the_standings_so_far_are_those_of_the_feed(book: RecordBook) -> None:
    told = answer(book, "truck standings")
    assert told.headline.startswith("The 2025 Truck Series standings after 10 of 25 races: Corey")
    assert told.table.rows[1] == (2, "Chandler Smith", 403, 47)
    assert all(points for _, _, points, _ in told.table.rows)  # Larson won, and runs for none
    assert "Unofficial: the Window World 250 was on 2025-05-17" in told.caveats[0]
    later = book.ask("truck standings", today=date(2025, 5, 25))
    assert isinstance(later, Answer)
    assert later.caveats == ()


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("where is Heim in the standings", 1),
        ("where is Chandler Smith in the points", 2),
        ("who leads the truck points", "Corey Heim"),
        ("who is leading the truck points", "Corey Heim"),
        ("who is third in the truck standings", "Daniel Hemric"),
        ("top 2 in truck points this season", ("Corey Heim", "Chandler Smith")),
        ("how many points does Heim have this year", 450),
        ("is Majeski leading the points", False),
    ],
)
def test_places_in_the_standings_so_far(book: RecordBook, question: str, value: Value) -> None:
    told = answer(book, question)
    assert told.value == value
    assert "after 10 of 25 races" in told.headline


def test_final_standings_stay_what_they_were(book: RecordBook) -> None:
    assert answer(book, "2024 truck standings").headline.startswith("Final Truck Series standings")
    assert answer(book, "where did Heim finish in the 2024 standings").value == 2
    xfinity = answer(book, "xfinity standings")  # no race of it was run
    assert xfinity.headline.startswith("Final Xfinity Series standings of 2024")
    outcome = book.ask("where is Kyle Larson in the truck standings", today=TODAY)
    assert isinstance(outcome, Unknown)
    assert "is not in the 2025 Truck Series standings after 10 of 25 races" in outcome.why


def test_where_no_schedule_was_kept_the_season_still_runs(garage: Garage, tmp_path: Path) -> None:
    shutil.copytree(garage.home / FRESH, tmp_path / FRESH)
    (tmp_path / FRESH / "planned.csv").unlink()
    (tmp_path / FRESH / "points.csv").unlink()
    book = Garage(tmp_path, garage.data, garage.feed).open()
    told = answer(book, "how many truck wins does Heim have this season")
    assert told.caveats == ("The 2025 season is still running: this is how it stands so far.",)
    for question, said in (
        ("how many truck races are left", "is running, but the book has no schedule of it"),
        ("who won the 2025 truck title", "So far, it has had 10 Truck Series races."),
        ("truck standings", "Truck Series season (10 races so far) are not in the book"),
    ):
        outcome = book.ask(question, today=TODAY)
        assert isinstance(outcome, Unknown)
        assert said in outcome.why
    nearest = book.ask("who leads the truck points", today=TODAY).nearest
    assert "added up without penalties and resets, unofficial: Corey Heim 450, Chandler" in nearest
