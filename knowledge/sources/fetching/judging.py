"""Judges a raw answer before anybody reads it: whole, of the right shape, of the right race."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from knowledge.sources.fetching.address import Address

_BEGINNING = re.compile(r"^\s*([\[{])", re.MULTILINE)
_PARQUET = b"PAR1"  # at both ends, by parquet's own rule


def fault_of(address: Address, content: bytes) -> str:
    """Say in one line why the answer is not good; nothing where it is."""
    if address.kind == "results":
        is_whole = content.startswith(_PARQUET) and content.endswith(_PARQUET)
        return (
            "" if is_whole and len(content) > 2 * len(_PARQUET) else "it is no whole parquet file"
        )
    try:
        told = read_json(content)
    except ValueError as error:
        return str(error)
    return _JUDGES[address.kind](told, address.race)


def read_json(content: bytes) -> Any:  # noqa: ANN401 - whatever the feed says
    """Read past a byte order mark, lines before the JSON and whatever stands behind it."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError("it is not UTF-8") from error
    if text.strip() == "null":
        return None
    beginning = _BEGINNING.search(text)
    if beginning is None:
        raise ValueError("it is no JSON")
    try:
        return json.JSONDecoder().raw_decode(text, beginning.start(1))[0]
    except (ValueError, RecursionError) as error:
        raise ValueError("its JSON is cut off or broken") from error


def _fault_of_race_list(told: object, _race: int) -> str:
    if told is None:
        return "it is null"
    if not isinstance(told, dict) or not isinstance(told.get("series_1"), list):
        return "it has no list of races"
    return ""


def _fault_of_weekend(told: object, race: int) -> str:
    if told is None:
        return "it is null"
    races = told.get("weekend_race") if isinstance(told, dict) else None
    return _fault_of_one(races, race, "results")


def _fault_of_loop_data(told: object, race: int) -> str:
    return "it is null" if told is None else _fault_of_one(told, race, "drivers")


def _fault_of_one(races: object, race: int, rows: str) -> str:
    """There must be one race with rows, and no other than was asked for."""
    first = races[0] if isinstance(races, list) and races else None
    if not isinstance(first, dict):
        return "it has no race"
    if first.get("race_id") != race:
        return f"it is of race {first.get('race_id')!r}, not {race}"
    return "" if isinstance(first.get(rows), list) else f"it has no {rows}"


def _fault_of_points(told: object, _race: int) -> str:
    if told is None:
        return "it is null"
    return "" if isinstance(told, list) else "it has no list of drivers"


_JUDGES: dict[str, Callable[[object, int], str]] = {
    "race list": _fault_of_race_list,
    "weekend": _fault_of_weekend,
    "loop data": _fault_of_loop_data,
    "points": _fault_of_points,
}
