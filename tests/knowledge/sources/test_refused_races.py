"""A race that cannot be believed is refused in one line, and the book stays as it was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from knowledge.book.newer import stamp
from knowledge.book.opening import FILE

if TYPE_CHECKING:
    from collections.abc import Callable

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


def rewritten(change: Callable[[bytes], bytes]) -> Callable[[Garage, Fields], None]:
    def spoil(garage: Garage, race: Fields) -> None:
        path = garage.feed.weekend(race)
        path.write_bytes(change(path.read_bytes()))

    return spoil


def _unplaced(race: Fields) -> Fields:
    """A car of a driver with an id who was among the first ten of no stage."""
    placed = {row["car_number"] for stage in race["stage_results"] for row in stage["results"]}
    cars = (row for row in race["results"][1:] if row["driver_id"])
    return next(row for row in cars if row["car_number"] not in placed)


def _null_race(garage: Garage, race: Fields) -> None:
    garage.feed.put(garage.feed.weekend(race), {"weekend_race": None, "weekend_runs": []})


def _loop_of_another(garage: Garage, race: Fields) -> None:
    garage.feed.put(garage.feed.loop_data(race), [{"race_id": 1, "drivers": []}])


FAULTS = {
    "an answer cut off": (rewritten(lambda raw: raw[:5000]), "weekend-feed.json: is not JSON"),
    "a byte order mark": (rewritten(lambda raw: b"\xef\xbb\xbf" + raw), "a byte order mark"),
    "an address above it": (rewritten(lambda raw: b"https://x\n" + raw), "is not JSON"),
    "words behind it": (rewritten(lambda raw: raw + b"\nthe end"), "Extra data at line 2"),
    "no UTF-8": (rewritten(lambda raw: raw.replace(b"Florida", b"\xff")), "cannot be read|UTF-8"),
    "a null race": (_null_race, "race 5485, weekend_race: is null"),
    "another loop": (_loop_of_another, "race 5485, race_id: 1 is another race"),
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
