"""The champions of each series, and a second list of the second series to compare with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.sources.source_file import read_rows

if TYPE_CHECKING:
    from pathlib import Path

FILE = "derived/champions.csv"
SECOND_LIST = "hermanmckinney3/noaps_df_champions_1982-2025.csv"
_COLUMNS = ("series", "season", "champion", "car", "team", "make", "final_points")


@dataclass(frozen=True, slots=True)
class Champion:
    """One title; `points` are the final standings' points, not a sum of race points."""

    series: str
    season: int
    driver: str
    car: str
    team: str
    make: str
    points: float | None
    row: int


def read_champions(source: Path) -> list[Champion]:
    champions: dict[tuple[str, int], Champion] = {}
    for row in read_rows(source / FILE, _COLUMNS):
        key = (row.text("series"), row.required_integer("season"))
        if key in champions:
            row.refuse("season", f"a second champion of {key[0]} {key[1]}")
        champions[key] = Champion(
            *key,
            driver=row.text("champion"),
            car=row.text("car"),
            team=row.text("team"),
            make=row.text("make"),
            points=row.decimal("final_points"),
            row=row.number,
        )
    return list(champions.values())


def read_second_list(source: Path) -> dict[int, str]:
    """Read who another list names as the champion of the second series, by season."""
    rows = read_rows(source / SECOND_LIST, ("year", "champion"))
    return {row.required_integer("year"): row.text("champion") for row in rows}
