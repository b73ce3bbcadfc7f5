"""Answers in the shape of the feed: a few races of summer 2026, no more than needed."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

SONOMA, CHICAGOLAND, TRUCKS = 5617, 5651, 5701
"""A Cup race of June 28, one of the second series on July 4, and a Truck race not yet run."""

SUNDAY_NIGHT = datetime(2026, 6, 28, 23, 30, tzinfo=UTC)


def listed(race: int, scheduled: str, *, winner: int | None = None, **more: Any) -> dict[str, Any]:
    told = {"race_id": race, "race_type_id": 1, "race_name": f"The {race}", "schedule": []}
    times = {"date_scheduled": scheduled, "race_date": scheduled}
    return {**told, **times, "winner_driver_id": winner, **more}


def race_list(*cup: dict[str, Any], second: Any = (), trucks: Any = ()) -> bytes:
    told = {"series_1": cup, "series_2": list(second), "series_3": list(trucks)}
    return json.dumps(told).encode()


def weekend(race: int, *, finishes: tuple[int, ...] = (2, 1, 3)) -> bytes:
    """Rows come in no order; before a race all of them finish at 0."""
    results = [{"finishing_position": finish, "car_number": str(finish)} for finish in finishes]
    told = {"weekend_race": [{"race_id": race, "results": results}], "weekend_runs": []}
    return json.dumps(told).encode()


def loop_data(race: int) -> bytes:
    return json.dumps([{"race_id": race, "drivers": [{"driver_id": 4469}]}]).encode()


def points() -> bytes:
    return json.dumps([{"position": 1, "driver_id": 4469, "points": 612}]).encode()


def summer() -> dict[str, bytes]:
    """The feed on the night of Sonoma: one race over, two to come, and an exhibition."""
    cup = (
        listed(5600, "2026-05-17T20:00:00", winner=4030, race_type_id=2),
        listed(SONOMA, "2026-06-28T15:30:00", winner=4469),
    )
    return {
        "cacher/2026/race_list_basic.json": race_list(
            *cup,
            second=[listed(CHICAGOLAND, "2026-07-04T17:00:00")],
            trucks=[listed(TRUCKS, "1900-01-01T00:00:00")],
        ),
        "cacher/2026/1/5617/weekend-feed.json": weekend(SONOMA),
        "cacher/2026/1/points-feed.json": points(),
        "loopstats/prod/2026/1/5617.json": loop_data(SONOMA),
    }
