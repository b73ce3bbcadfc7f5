"""Times as moderators say them, in their own zone."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.desk.timing import phrase_when, read_when
from bot.setting_fields import NotUnderstood
from tests.bot.desk.conftest import NOON

NEW_YORK = "America/New_York"


@pytest.mark.parametrize(
    ("said", "local"),
    [
        ("18:30", "2025-11-03 18:30"),
        ("6:30 PM", "2025-11-03 18:30"),
        ("at 9am", "2025-11-04 09:00"),
        ("tonight at 8 p.m.", "2025-11-03 20:00"),
        ("tomorrow noon", "2025-11-04 12:00"),
        ("midnight", "2025-11-04 00:00"),
        ("Sunday 15:00", "2025-11-09 15:00"),
        ("on Monday 10:00", "2025-11-10 10:00"),
        ("2026-02-15 18:30", "2026-02-15 18:30"),
        ("February 15, 2026 at 6 pm", "2026-02-15 18:00"),
        ("15 Dec 7:05", "2025-12-15 07:05"),
        ("in 2 hours", "2025-11-03 14:00"),
        ("in an hour", "2025-11-03 13:00"),
        ("in 90 minutes", "2025-11-03 13:30"),
    ],
)
def test_a_time_is_read_as_it_is_said(said: str, local: str) -> None:
    when = read_when(said, NEW_YORK, NOON)

    there = datetime.fromtimestamp(float(when), ZoneInfo(NEW_YORK))
    assert f"{there:%Y-%m-%d %H:%M}" == local


@pytest.mark.parametrize(
    ("said", "when"),
    [("", "at once"), ("Now", "at once"), ("official", "official"), ("when official", "official")],
)
def test_at_once_and_official_are_no_times(said: str, when: str) -> None:
    assert read_when(said, NEW_YORK, NOON) == when


@pytest.mark.parametrize("said", ["9", "13 pm", "today 9:00", "2026-03-08 02:30", "someday 9 am"])
def test_a_time_that_is_none_is_past_or_is_skipped_by_the_clocks_is_refused(said: str) -> None:
    with pytest.raises(NotUnderstood, match=said):
        read_when(said, NEW_YORK, NOON)


def test_a_time_is_said_in_the_zone_of_whoever_looks() -> None:
    when = read_when("18:30", NEW_YORK, NOON)

    assert phrase_when(when, "Europe/London") == "November 3, 2025 at 23:30 (Europe/London)"
