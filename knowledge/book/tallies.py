"""What a start adds to every total: each tally's name with its SQL over one row of `result`."""

from __future__ import annotations

SUMMED = {
    "starts": "1",
    "wins": "finish = 1",
    "runner_ups": "finish = 2",
    "podiums": "finish <= 3",
    "top_fives": "finish <= 5",
    "top_tens": "finish <= 10",
    "finish_sum": "finish",
    "last_places": "last_place",
    "poles": "start = 1",
    "pole_wins": "start = 1 and finish = 1",
    "start_sum": "start",
    "start_known": "start is not null",
    "laps": "laps",
    "laps_known": "laps is not null",
    "lead_lap_finishes": "lead_lap",
    "laps_led": "led",
    "led_known": "led is not null",
    "races_led": "led > 0",
    "dnfs": "running = 0",  # an unknown status counts as one
    "stage_wins": "stages_won",
    "stage_1_wins": "stage_1 = 1",
    "stage_2_wins": "stage_2 = 1",
    "points": "points",
    "points_known": "points is not null",
    "rating_sum": "rating",
    "rating_known": "rating is not null",
}
LEAST = {"best_finish": "finish", "best_start": "start"}
MOST = {"worst_finish": "finish"}

TALLIES = {**SUMMED, **LEAST, **MOST}


def aggregate(name: str) -> str:
    """Name the SQL function that adds a tally up: over `entry` as over any total."""
    return "min" if name in LEAST else "max" if name in MOST else "sum"


def columns_of_a_start(besides: frozenset[str]) -> str:
    """Write the tallies as columns of one start, but those whose names `result` has already."""
    summed = {name: f"coalesce({sql}, 0)" for name, sql in SUMMED.items()}
    columns = {**summed, **LEAST, **MOST}
    return ", ".join(f"{sql} as {name}" for name, sql in columns.items() if name not in besides)


def columns_of_a_total() -> str:
    """Write the tallies as columns of a total over rows of `result`."""
    summed = {name: f"coalesce(sum({sql}), 0)" for name, sql in SUMMED.items()}
    extremes = {name: f"{aggregate(name)}({sql})" for name, sql in (LEAST | MOST).items()}
    return ", ".join(f"{sql} as {name}" for name, sql in (summed | extremes).items())


def columns_of_a_greater_total() -> str:
    """Write the tallies as columns of a total over rows of another total."""
    return ", ".join(f"{aggregate(name)}({name}) as {name}" for name in TALLIES)
