"""Final standings of each season: facts checked against, and kept where they are complete."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.sources.source_file import read_rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FILE = "rmathisiv1/final_standings_1949-2025.csv.gz"
_COLUMNS = ("series", "season", "rank", "driver", "points")


@dataclass(frozen=True, slots=True)
class Standing:
    """One driver's place in the final standings, under the source's name."""

    series: str
    season: int
    rank: int
    driver: str
    points: float


def read_standings(source: Path) -> dict[tuple[str, int], list[Standing]]:
    seasons: dict[tuple[str, int], list[Standing]] = defaultdict(list)
    for row in read_rows(source / FILE, _COLUMNS):
        standing = Standing(
            series=row.text("series"),
            season=row.required_integer("season"),
            rank=row.required_integer("rank"),
            driver=row.text("driver"),
            points=row.decimal("points") or 0.0,
        )
        seasons[standing.series, standing.season].append(standing)
    return dict(sorted(seasons.items()))


def first_gap(standings: Sequence[Standing]) -> int | None:
    """Return the first rank nobody holds; after a tie of two the next rank is skipped."""
    ranks = sorted(standing.rank for standing in standings)
    for place, rank in enumerate(ranks, start=1):
        tied_before = ranks[place - 2] if place > 1 else 0
        if rank not in {place, tied_before}:
            return place
    return None
