"""Answers of the live feed in its own shape: a race of twenty laps, lap by lap."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

STARTED = datetime(2026, 7, 4, 21, 12, tzinfo=UTC)
RACE, RUN = 5651, 5
LAP = 30
"""Seconds."""


def car(place: int, number: str, driver: str, **more: Any) -> dict[str, Any]:
    told = {"vehicle_number": number, "driver": {"driver_id": place, "full_name": driver}}
    return {**told, "running_position": place, "starting_position": place, "status": 1, **more}


def led(*segments: tuple[int, int]) -> list[dict[str, int]]:
    return [{"start_lap": first, "end_lap": last} for first, last in segments]


JONES = {"starting_position": 29}
ORDER = (
    ("20", "* Brandon Jones (P)", JONES),
    ("88", "Chase Elliott(i)", {}),
    ("7", "Justin Allgaier #", {}),
)


def live(lap: int, flag: int = 1, *, order: Any = ORDER, **more: Any) -> bytes:
    """Everything that a snapshot says; `more` replaces what stands at the top."""
    at = STARTED + timedelta(seconds=LAP * lap)
    leads = {"laps_led": led((0, 0), (1, max(1, lap)))}
    vehicles = [
        car(place, number, name, **({**leads, **told} if place == 1 else told))
        for place, (number, name, told) in enumerate(order, 1)
    ]
    stage = {"stage_num": 1 if lap < 5 else 2, "finish_at_lap": 5 if lap < 5 else 20}
    told = {
        "race_id": RACE, "run_id": RUN, "run_name": "Cuervo 300", "series_id": 2, "run_type": 3,
        "track_name": "Chicagoland Speedway", "lap_number": lap, "laps_in_race": 20,
        "laps_to_go": 20 - lap, "flag_state": flag, "elapsed_time": LAP * lap,
        "time_of_day_os": at.isoformat(), "stage": stage, "number_of_caution_segments": 0,
        "number_of_lead_changes": 0, "number_of_leaders": 1, "vehicles": vehicles[::-1],
    }  # fmt: skip
    return json.dumps({**told, **more}).encode()
