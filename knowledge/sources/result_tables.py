"""The tables of cars: results, stage winners and disqualifications."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from knowledge.sources.corrections import read_marks
from knowledge.sources.records import RaceKey
from knowledge.sources.report import Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from knowledge.sources.gathering import Gathered
    from knowledge.sources.nascar_feed import FeedResult
    from knowledge.sources.records import Entry
    from knowledge.sources.stages import Stages
    from knowledge.sources.table_writing import Cell, Row


def result_rows(gathered: Gathered, stages: Stages) -> Iterator[Row]:
    for key, entries in gathered.entries.items():
        places = (stages.get((key, 1), {}), stages.get((key, 2), {}))
        for entry in entries:
            yield {**key._asdict(), **_result(entry, *(held.get(entry.person) for held in places))}


def _result(entry: Entry, stage_1: int | None, stage_2: int | None) -> Row:
    result = entry.result
    return {
        "finish": entry.finish,
        "start": result.start,
        "car": result.car,
        "driver": entry.person,
        "make": result.make,
        "team": result.team,
        "laps": result.laps,
        "led": result.led,
        "status": result.status,
        "points": result.points,
        "rating": None if result.rating is None else f"{result.rating:.1f}",
        "stage_1": stage_1,
        "stage_2": stage_2,
    }


def stage_winner_rows(stages: Stages) -> Iterator[Row]:
    for (key, stage), places in stages.items():
        for person, place in places.items():
            if place == 1:
                yield {**key._asdict(), "stage": stage, "driver": person}


def disqualification_rows(
    gathered: Gathered, results: Iterable[FeedResult], corrections: Path
) -> list[Row]:
    """List the feed's disqualified cars; one given back on appeal is marked as not upheld."""
    appeals = list(read_marks(corrections, "appeals.csv", "driver"))
    rows: list[Row] = []
    for result in results:
        key = gathered.feed_races.get(result.race)
        entry = gathered.by_car.get((key, result.car)) if key else None
        if not key or not entry or not result.disqualified:
            continue
        back = any(mark.reach.covers(key) and mark.who == entry.person for mark in appeals)
        rows.append({**key._asdict(), "driver": entry.person, "upheld": int(not back)})
    return rows


def report_disqualifications(gathered: Gathered, rows: Sequence[Row]) -> Section:
    """Name those whose official place is not among the last, though nobody gave it back."""
    cars: dict[RaceKey, list[Row]] = defaultdict(list)
    for row in rows:
        cars[RaceKey(str(row["series"]), _number(row["season"]), _number(row["round"]))].append(row)
    lines = []
    for key, its_rows in cars.items():
        places = {entry.person: entry.finish for entry in gathered.entries[key]}
        last = len(places) - sum(bool(row["upheld"]) for row in its_rows)
        for row in its_rows:
            finish = places[str(row["driver"])]
            if (finish > last) != bool(row["upheld"]):
                lines.append(f"{key}: {row['driver']} is {finish} of {len(places)}")
    back = sum(not row["upheld"] for row in rows)
    counts = f"{len(rows)} cars, {back} given back on appeal"
    return Section("Disqualifications since 2020", (counts, *lines))


def _number(cell: Cell) -> int:
    return int(cell or 0)
