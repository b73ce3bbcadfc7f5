"""race_meta: date, cautions, lead changes, speed and stage lengths, one row a race."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.sources.records import RaceFacts, RaceKey
from knowledge.sources.source_file import read_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from knowledge.sources.source_file import SourceRow

FILE = "derived/race_meta.csv.gz"
SECOND_LIST = "rmathisiv1/race_meta_1949-2026.csv.gz"

_COLUMNS = (
    *("series", "season", "race", "rr_race_num", "date", "rr_track", "cautions", "lead_changes"),
    *("avg_speed", "pole_speed", "race_id", "api_scheduled_laps", "api_stage_1_laps"),
    *("api_stage_2_laps", "api_number_of_leaders", "api_number_of_caution_laps"),
    *("api_total_race_time", "api_margin_of_victory", "api_playoff_round"),
)


def read_race_facts(source: Path) -> dict[RaceKey, RaceFacts]:
    facts: dict[RaceKey, RaceFacts] = {}
    for row in read_rows(source / FILE, _COLUMNS):
        read = _facts(row)
        if read.key in facts:
            row.refuse("race", f"a duplicate race: {' '.join(map(str, read.key))}")
        facts[read.key] = read
    return facts


def read_other_dates(source: Path) -> Iterator[tuple[RaceKey, str]]:
    """Yield a second list's dates, to compare with; empty where that list has none."""
    for row in read_rows(source / SECOND_LIST, ("series", "season", "round", "date")):
        season, number = row.required_integer("season"), row.required_integer("round")
        yield RaceKey(row.text("series"), season, number), row.text("date")


def _facts(row: SourceRow) -> RaceFacts:
    return RaceFacts(
        key=RaceKey(
            row.text("series"), row.required_integer("season"), row.required_integer("race")
        ),
        other_round=row.required_integer("rr_race_num"),
        date=row.day("date"),
        cautions=row.integer("cautions"),
        lead_changes=row.integer("lead_changes"),
        average_mph=row.decimal("avg_speed"),
        pole_mph=row.decimal("pole_speed"),
        nascar_id=row.integer("race_id"),
        scheduled_laps=row.integer("api_scheduled_laps"),
        stage_1_laps=row.integer("api_stage_1_laps"),
        stage_2_laps=row.integer("api_stage_2_laps"),
        leaders=row.integer("api_number_of_leaders"),
        caution_laps=row.integer("api_number_of_caution_laps"),
        duration=duration(row.text("api_total_race_time")),
        margin=margin(row.text("api_margin_of_victory")),
        playoff_round=row.integer("api_playoff_round"),
    )


def duration(text: str) -> str:
    """Write hours without a leading zero: 03:26:15 and 3:26:15 are the same length."""
    hours, colon, rest = text.partition(":")
    return f"{int(hours)}{colon}{rest}" if colon else ""


def margin(text: str) -> str:
    """Write seconds with their leading zero, and one word for a finish under caution."""
    if text.endswith("Caution"):
        return "Under Caution"
    if not text or float(text) == 0:
        return ""
    return f"0{text}" if text.startswith(".") else text
