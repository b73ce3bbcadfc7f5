"""Reads the live feed's JSON into a snapshot, or says in one line why there is none."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from knowledge.live.snapshot import Car, Flag, Session, Snapshot, Stage
from knowledge.sources.fetching.feed_addresses import NUMBERS
from knowledge.sources.fetching.judging import read_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_FLAGS: Mapping[int, Flag] = {
    0: "none", 1: "green", 2: "caution", 3: "red", 4: "finish", 5: "finish", 6: "stopped",
    8: "warm-up", 9: "over",
}  # fmt: skip
_SESSIONS: Mapping[int, Session] = {1: "practice", 2: "qualifying", 3: "race"}
_OUT = frozenset({3, 6})
"""Retired, or in the garage."""

_OLDEST = 2000
"""A year before that is no time but the feed's word for none."""

_MARKS = re.compile(r"\s*\((?:P|C|i)\)|^[*#\s]+|[*#\s]+$", re.IGNORECASE)
"""A name's marks: in the playoffs, not for points, a rookie."""


class NotReadable(Exception):
    """There is no snapshot in it; the sentence says why."""


def read_snapshot(content: bytes, received: datetime) -> Snapshot:
    try:
        told = read_json(content)
    except ValueError as error:
        raise NotReadable(str(error)) from error
    if not isinstance(told, dict):
        raise NotReadable("it is null" if told is None else "it is no session")
    race, cars = _whole(told.get("race_id")), tuple(sorted(_cars(told), key=lambda c: c.place))
    if race <= 0 or not cars:
        raise NotReadable("no session is on track")
    return Snapshot(
        race=race,
        run=_whole(told.get("run_id")),
        series=NUMBERS.get(_whole(told.get("series_id")), ""),
        session=_SESSIONS.get(_whole(told.get("run_type")), "unknown"),
        name=_words(told.get("run_name")),
        track=_words(told.get("track_name")),
        lap=_whole(told.get("lap_number")),
        laps=_whole(told.get("laps_in_race")),
        to_go=_whole(told.get("laps_to_go")),
        flag=_FLAGS.get(_whole(told.get("flag_state"), -1), "unknown"),
        told_at=_told_at(told.get("time_of_day_os")) or received,
        elapsed=_number(told.get("elapsed_time")),
        stage=_find_stage(told.get("stage")),
        cautions=max(0, _whole(told.get("number_of_caution_segments"))),
        lead_changes=max(0, _whole(told.get("number_of_lead_changes"))),
        leaders=max(0, _whole(told.get("number_of_leaders"))),
        cars=cars,
    )


def _cars(told: dict[str, Any]) -> Iterator[Car]:
    """Those with a place and a driver; two in one place are not both right, so the first stays."""
    seen: set[int] = set()
    for each in _entries(told.get("vehicles")):
        driver = each.get("driver")
        name = bare_name(_words(driver.get("full_name"))) if isinstance(driver, dict) else ""
        place = _whole(each.get("running_position"))
        if place <= 0 or not name or place in seen:
            continue
        seen.add(place)
        yield Car(
            place=place,
            number=_words(each.get("vehicle_number")),
            driver=name,
            start=max(0, _whole(each.get("starting_position"))),
            laps=_whole(each.get("laps_completed")),
            behind=_number(each.get("delta")),
            led=tuple(_segments(each.get("laps_led"))),
            out=_whole(each.get("status")) in _OUT,
        )


def _segments(told: object) -> Iterator[tuple[int, int]]:
    """Lap 0 is the pole, and not a lap led."""
    for each in _entries(told):
        first, last = _whole(each.get("start_lap")), _whole(each.get("end_lap"))
        if last > 0:
            yield max(1, first), last


def _find_stage(told: object) -> Stage | None:
    if not isinstance(told, dict):
        return None
    stage = Stage(_whole(told.get("stage_num")), _whole(told.get("finish_at_lap")))
    return stage if stage.number > 0 and stage.ends_at > 0 else None


def _told_at(told: object) -> datetime | None:
    try:
        time = datetime.fromisoformat(str(told))
    except ValueError:
        return None
    return time.astimezone(UTC) if time.tzinfo and time.year > _OLDEST else None


def bare_name(name: str) -> str:
    return _MARKS.sub("", name).strip()


def _entries(told: object) -> Iterator[dict[str, Any]]:
    if isinstance(told, list):
        yield from (entry for entry in told if isinstance(entry, dict))


def _words(told: object) -> str:
    return " ".join(told.split()) if isinstance(told, str) else ""


def _whole(told: object, else_: int = 0) -> int:
    is_number = isinstance(told, int | float) and not isinstance(told, bool)
    return int(told) if is_number and abs(told) < 1e12 else else_  # type: ignore[arg-type, call-overload]


def _number(told: object) -> float:
    is_number = isinstance(told, int | float) and not isinstance(told, bool)
    return float(told) if is_number and abs(told) < 1e12 else 0.0  # type: ignore[arg-type]
