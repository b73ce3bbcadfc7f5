"""racing-reference's copy of the results: who finished where under a stable driver id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.sources.records import RaceKey
from knowledge.sources.source_file import read_rows

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.sources.source_file import SourceRow

FOLDER = "armstjc"
_SCHEDULE = ("season", "race_num", "race_slug")
_WINNERS = ("season", "race_num", "race_winner_name")
# The columns after `car` are shifted by one in some seasons: nothing behind them is read.
_RESULTS = ("season", "race_id", "finish_position", "driver_id", "driver_name")


@dataclass(frozen=True, slots=True)
class OtherResult:
    """One car in the other copy; `key` holds that copy's own count of the season's races."""

    key: RaceKey
    finish: int
    driver_id: str
    driver: str


def read_other_results(source: Path, series: str) -> list[OtherResult]:
    """Read one series; a race is found through its page's name, which the schedule numbers."""
    rounds = {
        (row.required_integer("season"), row.text("race_slug")): row.required_integer("race_num")
        for row in read_rows(source / FOLDER / f"rr_schedule_{series}.csv.gz", _SCHEDULE)
    }
    path = source / FOLDER / f"rr_race_results_{series}.csv.gz"
    return [_result(series, rounds, row) for row in read_rows(path, _RESULTS)]


def _result(series: str, rounds: dict[tuple[int, str], int], row: SourceRow) -> OtherResult:
    season = row.required_integer("season")
    number = rounds.get((season, row.text("race_id")))
    if number is None:
        row.refuse("race_id", f"{row.text('race_id')!r} is not in the schedule")
    return OtherResult(
        key=RaceKey(series, season, number),
        finish=row.required_integer("finish_position"),
        driver_id=row.text("driver_id"),
        driver=row.text("driver_name"),
    )


def read_winners(source: Path, series: str) -> dict[RaceKey, str]:
    """Read the winners of the schedule, which reaches further than the results."""
    path = source / FOLDER / f"rr_schedule_{series}.csv.gz"
    return {
        RaceKey(series, row.required_integer("season"), row.required_integer("race_num")): row.text(
            "race_winner_name"
        )
        for row in read_rows(path, _WINNERS)
    }
