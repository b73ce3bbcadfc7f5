"""Track configurations: turns, banking and surface of the Cup tracks since 2015."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.sources.source_file import read_rows

if TYPE_CHECKING:
    from pathlib import Path

FILE = "nsharkey/nascar_cup_track_configurations.csv"
SECOND_LIST = "wedgius/track_latlon.csv"
_COLUMNS = ("track_id", "length_mi", "surface", "turns", "banking")


@dataclass(frozen=True, slots=True)
class Configuration:
    """One layout of a track as the source describes it."""

    id: str
    length_miles: float | None
    surface: str
    turns: int | None
    banking: str


def read_configurations(source: Path) -> dict[str, Configuration]:
    rows = read_rows(source / FILE, _COLUMNS)
    return {
        row.text("track_id"): Configuration(
            id=row.text("track_id"),
            length_miles=row.decimal("length_mi"),
            surface=_surface(row.text("surface")),
            turns=row.integer("turns"),
            banking=row.text("banking"),
        )
        for row in rows
    }


def _surface(text: str) -> str:
    """Keep the material; the age of the surface is the source's opinion."""
    if "dirt" in text:
        return "dirt"
    materials = [material for material in ("asphalt", "concrete") if material in text]
    return " and ".join(materials) or "paved"


def read_places(source: Path) -> dict[str, str]:
    """Read town and state by track name from the second list, to compare with."""
    return {
        row.text("name"): row.text("location")
        for row in read_rows(source / SECOND_LIST, ("name", "location"))
    }
