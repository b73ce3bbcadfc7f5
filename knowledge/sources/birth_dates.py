"""Birth dates, home towns and NASCAR's driver ids: bare facts of some 380 drivers."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.sources.source_file import SourceRefused

if TYPE_CHECKING:
    from pathlib import Path

FILE = "rmathisiv1/drivers.json.gz"
_COLUMNS = ("name", "nascar_driver_id", "dob", "hometown")


@dataclass(frozen=True, slots=True)
class Birth:
    """When and where a driver was born or calls home; empty where the source has nothing."""

    name: str
    nascar_id: int | None
    born: str
    home: str
    racing_reference_id: str


def read_births(source: Path) -> list[Birth]:
    path = source / FILE
    if not path.is_file():
        raise SourceRefused(path.name, 0, "drivers", "the file is missing")
    drivers = _read_drivers(path)
    for column in _COLUMNS:
        if not any(column in driver for driver in drivers.values()):
            raise SourceRefused(path.name, 1, column, "the column is missing")
    return [_birth(path.name, number, driver) for number, driver in enumerate(drivers.values(), 1)]


def _read_drivers(path: Path) -> dict[str, dict[str, object]]:
    try:
        with gzip.open(path, "rt", encoding="utf-8") as text:
            read = json.load(text)
    except (ValueError, OSError, EOFError) as error:
        raise SourceRefused(path.name, 1, "drivers", f"cannot be read: {error}") from error
    drivers = read.get("drivers") if isinstance(read, dict) else None
    if not isinstance(drivers, dict) or not all(isinstance(d, dict) for d in drivers.values()):
        raise SourceRefused(path.name, 1, "drivers", "the column is missing")
    return drivers


def _birth(file: str, number: int, driver: dict[str, object]) -> Birth:
    """Read one driver; every fact but the name may be missing."""
    if not driver.get("name"):
        raise SourceRefused(file, number, "name", "is empty")
    nascar_id = driver.get("nascar_driver_id")
    if nascar_id is not None and not isinstance(nascar_id, int):
        raise SourceRefused(file, number, "nascar_driver_id", f"{nascar_id!r} is of the wrong type")
    return Birth(
        name=str(driver["name"]),
        nascar_id=nascar_id or None,  # 0 is no id
        born=str(driver.get("dob") or ""),
        home=str(driver.get("hometown") or ""),
        racing_reference_id=str(driver.get("rr_key") or ""),
    )
