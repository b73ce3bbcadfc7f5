"""The feed's answer about one race: checked before it is believed, then a finished race."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.sources.race_facts import duration, margin
from knowledge.sources.race_list import POINTS_RACE, day_of
from knowledge.sources.raw_answer import Part, only_object
from knowledge.sources.source import FinishedCar, FinishedRace

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from knowledge.sources.race_list import ListedRace
    from knowledge.sources.raw_answer import RawAnswer
    from knowledge.sources.table_writing import Cell

_MARKS = re.compile(r"^\s*[*#]\s*|\s*(?:#|\((?:i|P|C|R)\))\s*(?=$|#|\()")
"""What stands about a name: (i) no points here, # a rookie, (P) and (C) in the playoffs."""

_FIRST_TEN = 10
_OF_A_CAR = ("finishing_position", "driver_id", "car_number", "points_earned", "laps_completed")
"""In these a row that the feed gives twice is the same; in others, such as the crew, it is not."""

Stages = dict[int, dict[str, int]]
"""By stage: the place of each car number."""


def bare_name(name: str) -> str:
    """Take the marks off a name: "* Corey Heim (P) #" is Corey Heim."""
    return _MARKS.sub("", name).strip()


def read_weekend_feed(
    raw: RawAnswer, listed: ListedRace, ratings: Mapping[int, float]
) -> FinishedRace:
    about = f"{raw.name}, race {listed.nascar_id}"
    race = _only_race(Part(about, only_object(raw).fields), listed)
    rows = _rows(race)
    _check_field(race, listed, rows)
    stages = _stages(race, rows)
    cars = tuple(_car(row, stages, ratings) for row in rows)
    return FinishedRace(
        file=raw.name,
        key=listed.key,
        date=day_of(race).isoformat(),
        name=race.text("race_name"),
        track=race.text("track_name"),
        track_id=race.integer("track_id"),
        lap_miles=_lap(race),
        facts=_facts(race, listed, cars[0].laps),
        cars=cars if any(car.points for car in cars) else tuple(map(_without_points, cars)),
        stage_winners={
            stage: car for stage, places in stages.items() for car in places if places[car] == 1
        },
    )


def _only_race(answer: Part, listed: ListedRace) -> Part:
    races = answer.parts("weekend_race")
    if len(races) != 1:
        answer.refuse("weekend_race", f"holds {len(races)} races, not 1")
    for name, expected in (
        ("race_id", listed.nascar_id),
        ("race_season", listed.season),
        ("race_type_id", POINTS_RACE),
        ("track_id", listed.track_id),
    ):
        if races[0].integer(name) != expected:
            races[0].refuse(name, f"{races[0].integer(name)}, the list has {expected}")
    return races[0]


def _rows(race: Part) -> list[Part]:
    """Read the cars that started, by their finish; a row that stands twice is one."""
    once: dict[int, Part] = {}
    for row in race.parts("results"):
        held = once.setdefault(row.integer("result_id"), row)
        if any(held.fields.get(name) != row.fields.get(name) for name in _OF_A_CAR):
            row.refuse("results", f"result {row.integer('result_id')} stands there twice")
    started = [row for row in once.values() if row.integer("finishing_position")]
    started.sort(key=lambda row: row.integer("finishing_position"))
    places = [row.integer("finishing_position") for row in started]
    if places[:1] != [1]:
        race.refuse("results", "nobody has won yet")
    for place, expected in zip(places, range(1, len(places) + 1), strict=True):
        if place != expected:
            what = "two cars have place" if place < expected else "nobody has place"
            race.refuse("finishing_position", f"{what} {min(place, expected)}")
    return started


def _check_field(race: Part, listed: ListedRace, rows: list[Part]) -> None:
    """Compare the winner with the list's, and the field with its size: entries may be missing."""
    winner = rows[0].integer("driver_id")
    if listed.winner_id and winner and winner != listed.winner_id:
        race.refuse("winner_driver_id", f"driver {winner} won, the list has {listed.winner_id}")
    field, entered = race.integer("number_of_cars_in_field"), len(race.parts("results"))
    if not len(rows) <= field <= entered:
        race.refuse("number_of_cars_in_field", f"{field}, but {len(rows)} cars have a finish")


def _stages(race: Part, rows: list[Part]) -> Stages:
    """Read who was where at the end of each stage; the feed has the first ten."""
    cars = {row.text("car_number"): row.integer("driver_id") for row in rows}
    stages: Stages = {}
    for stage in race.parts("stage_results"):
        places: dict[str, int] = {}
        for row in stage.parts("results"):
            car, place = row.text("car_number"), row.integer("finishing_position")
            if cars.get(car) not in (0, row.integer("driver_id")):
                row.refuse("stage_results", f"driver {row.integer('driver_id')} did not race")
            if 1 <= place <= _FIRST_TEN:
                places[car] = place
        if len(set(places.values())) < len(places) or (places and 1 not in places.values()):
            race.refuse("stage_results", f"stage {stage.integer('stage_number')} is not complete")
        stages[stage.integer("stage_number")] = places
    return stages


def _car(row: Part, stages: Stages, ratings: Mapping[int, float]) -> FinishedCar:
    car, status = row.text("car_number"), row.text("finishing_status")
    driver_id = row.integer("driver_id")
    return FinishedCar(
        finish=row.integer("finishing_position"),
        start=row.integer("starting_position") or None,
        car=car,
        driver=bare_name(row.text("driver_fullname")),
        driver_id=driver_id or None,
        make=row.text("car_make"),
        team=row.text("team_name"),
        laps=row.integer("laps_completed"),
        led=row.integer("laps_led"),
        status=status.upper() if status.upper() == "DVP" else status.lower(),
        points=row.integer("points_earned"),
        rating=ratings.get(driver_id),
        stage_1=stages.get(1, {}).get(car),
        stage_2=stages.get(2, {}).get(car),
        disqualified=row.flag("disqualified"),
    )


def _without_points(car: FinishedCar) -> FinishedCar:
    """Nobody has points yet: they are not known, rather than 0 for all."""
    return replace(car, points=None)


def _lap(race: Part) -> float | None:
    laps = race.integer("scheduled_laps")
    return round(race.number("scheduled_distance") / laps, 3) if laps else None


def _facts(race: Part, listed: ListedRace, laps: int | None) -> dict[str, Cell]:
    return {
        "laps": laps,
        "scheduled_laps": race.integer("scheduled_laps") or None,
        "stage_1_laps": race.integer("stage_1_laps") or None,
        "stage_2_laps": race.integer("stage_2_laps") or None,
        "cautions": race.integer("number_of_cautions"),
        "caution_laps": race.integer("number_of_caution_laps"),
        "lead_changes": race.integer("number_of_lead_changes"),
        "leaders": race.integer("number_of_leaders"),
        "average_mph": race.number("average_speed") or None,
        "pole_mph": race.number("pole_winner_speed") or None,
        "duration": _told(race, "total_race_time", duration),
        "margin": _told(race, "margin_of_victory", margin),
        "playoff_round": race.integer("playoff_round"),
        "nascar_id": listed.nascar_id,
    }


def _told(race: Part, name: str, read: Callable[[str], str]) -> str:
    text = race.text(name)
    try:
        return read(text)
    except ValueError:
        race.refuse(name, f"{text!r} cannot be read")
