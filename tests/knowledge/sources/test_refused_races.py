"""A race that cannot be believed is refused in one line, and the book stays as it was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from knowledge.book.newer import stamp
from knowledge.book.opening import FILE

if TYPE_CHECKING:
    from collections.abc import Callable

    from knowledge.sources.fetching.archive import Version
    from tests.knowledge.sources.feed_writer import Fields
    from tests.knowledge.sources.garage import Garage


def spoiled(change: Callable[[Fields], None]) -> Callable[[Garage, Fields], None]:
    """Change the answer about the race, and leave the list as it is."""

    def spoil(garage: Garage, race: Fields) -> None:
        changed = {**race, "results": [dict(row) for row in race["results"]]}
        change(changed)
        weekend = {"weekend_race": [changed], "weekend_runs": []}
        garage.feed.put(garage.feed.weekend(race), weekend)

    return spoil


def _unplaced(race: Fields) -> Fields:
    """A car of a driver with an id who was among the first ten of no stage."""
    placed = {row["car_number"] for stage in race["stage_results"] for row in stage["results"]}
    cars = (row for row in race["results"][1:] if row["driver_id"])
    return next(row for row in cars if row["car_number"] not in placed)


FAULTS = {
    "a wrong date": (
        spoiled(lambda race: race.update(date_scheduled="2024-02-14T19:30:00")),
        "race 5485, date_scheduled: 2024-02-14 is not in 2025",
    ),
    "no date": (
        spoiled(lambda race: race.update(date_scheduled="soon")),
        "race 5485, date_scheduled: 'soon' is not a date",
    ),
    "a missing field": (
        spoiled(lambda race: race["results"][4].pop("laps_led")),
        "race 5485, laps_led: the field is missing",
    ),
    "a changed field": (
        spoiled(lambda race: race["results"][4].update(starting_position="P4")),
        "race 5485, starting_position: 'P4' is not a whole number",
    ),
    "no winner": (
        spoiled(lambda race: race["results"][0].update(finishing_position=0)),
        "race 5485, results: nobody has won yet",
    ),
    "two winners": (
        spoiled(lambda race: race["results"][1].update(finishing_position=1)),
        "race 5485, finishing_position: two cars have place 1",
    ),
    "another winner": (
        spoiled(lambda race: race["results"][0].update(driver_id=4)),
        "race 5485, winner_driver_id: driver 4 won, the list has 4387",
    ),
    "half a field": (
        spoiled(lambda race: race.update(results=race["results"][:18])),
        "race 5485, number_of_cars_in_field: 36, but 18 cars have a finish",
    ),
    "a known name with a strange id": (
        spoiled(lambda race: _unplaced(race).update(driver_id=99999)),
        r"race 5485: (.*) \(id 99999\) may be .*, or somebody new",
    ),
    "a known id with a strange name": (
        spoiled(lambda race: _unplaced(race).update(driver_fullname="Dale Earnhardt")),
        "race 5485: driver \\d+ is .*, there Dale Earnhardt",
    ),
    "nobody's name": (
        spoiled(lambda race: _unplaced(race).update(driver_fullname="TBA", driver_id=0)),
        r"race 5485: nobody knows 'TBA' \(id not given\)",
    ),
    "a track nobody knows": (
        spoiled(lambda race: race.update(track_id=999)),
        "race 5485, track_id: 999, the list has 105",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_cannot_be_believed_is_refused_in_one_line(
    garage: Garage, daytona: Fields, fault: str
) -> None:
    spoil, line = FAULTS[fault]
    before = stamp(garage.home / FILE)
    garage.run(daytona)
    spoil(garage, daytona)
    changes = garage.take_in()
    assert not changes.any
    (refused,) = changes.refused
    assert "\n" not in refused
    assert re.search(line, refused), refused
    assert stamp(garage.home / FILE) == before


NOT_GOOD: dict[str, Callable[[bytes], bytes]] = {
    "cut off": lambda raw: raw[:5000],
    "no UTF-8": lambda raw: raw.replace(b"Florida", b"\xff"),
    "of another race": lambda raw: raw.replace(b": 5485", b": 5486"),
    "null": lambda _: b"null",
}


@pytest.mark.parametrize("fault", NOT_GOOD)
def test_an_answer_that_was_not_good_when_it_came_changes_nothing(
    garage: Garage, daytona: Fields, fault: str
) -> None:
    garage.run(daytona)
    garage.take_in()
    good = garage.feed.archive.find_latest(garage.feed.weekend(daytona))
    garage.feed.put_raw(garage.feed.weekend(daytona), NOT_GOOD[fault](read(good)))
    changes = garage.take_in()
    assert (changes.any, changes.refused) == (False, ())


def test_what_stands_about_an_answer_is_read_past(garage: Garage, daytona: Fields) -> None:
    garage.run(daytona)
    weekend = garage.feed.weekend(daytona)
    raw = read(garage.feed.archive.find_latest(weekend))
    garage.feed.put_raw(weekend, b"\xef\xbb\xbfan address\n" + raw + b"\nthe end")
    assert garage.take_in().added


def read(version: Version | None) -> bytes:
    content = version.find_content() if version else None
    assert content
    return content


def test_a_row_written_by_hand_says_who_a_refused_driver_is(
    garage: Garage, daytona: Fields
) -> None:
    row = _unplaced(daytona)
    row["driver_id"] = 99999
    garage.run(daytona)
    (refused,) = garage.take_in().refused
    person = re.search(r"may be ([a-z-]+),", refused)
    assert person
    people = garage.home / "fresh" / "people.csv"
    people.parent.mkdir()
    header = "id,name,born,home,nascar_id,racing_reference_id"
    line = f"{person[1]},{row['driver_fullname']},,,99999,"
    people.write_text(f"{header}\n{line}\n", encoding="utf-8")
    assert garage.take_in().added
    place = (
        f"select driver from result where season = 2025 and finish = {row['finishing_position']}"
    )
    assert garage.asked(place) == [(person[1],)]
