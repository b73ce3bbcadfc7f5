"""The live feed read: one moment of a race, and what happened between two of them."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from knowledge.live.changes import Change, changes
from knowledge.live.reading import NotReadable, read_snapshot
from tests.knowledge.live.recorded import recorded
from tests.knowledge.live.samples import STARTED, live

if TYPE_CHECKING:
    from knowledge.live.snapshot import Snapshot

NOW = datetime(2026, 7, 5, tzinfo=UTC)


def read(content: bytes) -> Snapshot:
    return read_snapshot(content, NOW)


def between(*contents: bytes) -> list[Change]:
    """Everything that happened from one snapshot to the next."""
    seen = [read(content) for content in contents]
    pairs = itertools.pairwise(seen)
    return [change for before, after in pairs for change in changes(before, after)]


def test_a_moment_of_a_race_is_read_in_its_order_and_names_lose_their_marks() -> None:
    seen = read(live(12))

    assert [(car.place, car.driver) for car in seen.cars] == [
        (1, "Brandon Jones"),
        (2, "Chase Elliott"),
        (3, "Justin Allgaier"),
    ]
    assert (seen.lap, seen.to_go, seen.flag, seen.series) == (12, 8, "green", "xfinity")
    assert seen.told_at == STARTED + timedelta(minutes=6)
    assert [(car.driver, car.gained) for car in seen.movers()] == [("Brandon Jones", 28)]
    assert seen.is_running
    assert not seen.is_finished


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"null", "it is null"),
        (b"", "it is no JSON"),
        (b"<Error/>", "it is no JSON"),
        (live(3)[:-40], "its JSON is cut off or broken"),
        (b"[1, 2]", "it is no session"),
        (b"{}", "no session is on track"),
        (b'{"race_id": 0, "vehicles": []}', "no session is on track"),
        (b'{"race_id": true, "vehicles": {"a": 1}}', "no session is on track"),
        (b'{"race_id": 7, "vehicles": [null, {"running_position": 1}]}', "no session is on track"),
        (b"\xff\xfe", "it is not UTF-8"),
    ],
)
def test_what_is_no_snapshot_says_why_in_one_line(content: bytes, why: str) -> None:
    with pytest.raises(NotReadable, match=why):
        read(content)


def test_a_code_that_nobody_knows_is_unknown_and_odd_numbers_are_none() -> None:
    seen = read(live(3, 77, run_type=9, series_id=14, laps_to_go="many", elapsed_time=float("nan")))

    assert (seen.flag, seen.session, seen.series) == ("unknown", "unknown", "")
    assert (seen.to_go, seen.elapsed) == (0, 0.0)


def test_a_race_from_the_green_flag_to_the_finish() -> None:
    elliott_leads = (("88", "Chase Elliott", {}), ("20", "Brandon Jones", {}))
    happened = between(
        live(0, 8),
        live(0, 1),
        live(4),
        live(6, 2, number_of_caution_segments=1),
        live(8, 1, number_of_caution_segments=1),
        live(9, order=elliott_leads, number_of_caution_segments=1, number_of_lead_changes=1),
        live(20, 4, order=elliott_leads, number_of_lead_changes=1),
        live(20, 9, order=elliott_leads, number_of_lead_changes=1),
    )

    assert [(each.kind, each.key, each.driver) for each in happened] == [
        ("green", "green", ""),
        ("stage", "stage 1", "Brandon Jones"),
        ("caution", "caution 1", ""),
        ("restart", "restart 1", ""),
        ("lead", "lead 1", "Chase Elliott"),
        ("finish", "finish", "Chase Elliott"),
    ]


def test_the_same_moment_twice_makes_nothing_happen_twice() -> None:
    race = [live(0, 8), live(2), live(6, 2), live(20, 4)]
    twice = [content for content in race for _ in range(2)]

    assert between(*twice) == between(*race)
    assert len(between(*race)) == 4


def test_who_leads_after_a_stage_need_not_have_won_it() -> None:
    pitted = (
        ("7", "Justin Allgaier", {"laps_led": [{"start_lap": 6, "end_lap": 7}]}),
        ("88", "Chase Elliott", {"laps_led": [{"start_lap": 1, "end_lap": 5}]}),
    )
    (stage,) = [each for each in between(live(4), live(7, order=pitted)) if each.kind == "stage"]
    assert stage.driver == "Chase Elliott"

    nobody = (("7", "Justin Allgaier", {"laps_led": []}),)
    (stage,) = [each for each in between(live(4), live(7, order=nobody)) if each.kind == "stage"]
    assert stage.driver == ""


def test_nothing_is_made_of_another_race_of_a_step_back_or_of_a_long_silence() -> None:
    late = (STARTED + timedelta(hours=1)).isoformat()
    assert between(live(3), live(20, 4, race_id=1)) == []
    assert between(live(8), live(6, 2)) == []
    assert between(live(3), live(20, 4, time_of_day_os=late)) == []
    assert between(live(20, 4)) == []


def test_practice_is_no_race_and_a_session_over_with_laps_to_go_is_no_finish() -> None:
    practice = read(live(0, 1, run_type=1, laps_in_race=999))
    assert (practice.session, practice.is_running, practice.is_finished) == (
        "practice",
        False,
        False,
    )
    assert not read(live(8, 9)).is_finished
    assert not read(live(0, 9)).is_finished


def test_recorded_moments_are_read_as_they_were() -> None:
    mid = read(recorded("rNascar23-2023/live-feed.json"))
    assert (mid.lap, mid.to_go, mid.flag, mid.cautions) == (233, 27, "green", 5)
    assert (mid.cars[0].driver, len(mid.cars)) == ("Brad Keselowski", 36)
    assert mid.told_at == datetime(2023, 3, 19, 22, 0, 22, 893313, tzinfo=UTC)
    done = read(recorded("nhorto-2026/live-feed.json"))
    assert (done.is_finished, done.series, done.cars[1].driver) == (
        True,
        "xfinity",
        "Chase Elliott",
    )
    assert read(recorded("rNascar23-2023/cota-mid-practice.json")).session == "practice"
    assert read(recorded("rbiesser-2020/4973-live-feed-lap447.json")).told_at == NOW  # it had none


def test_recorded_last_laps_end_in_one_finish() -> None:
    laps = [recorded(f"rbiesser-2020/4973-live-feed-lap{lap}.json") for lap in (447, 499, 500)]
    finishes = [each for each in between(*laps) if each.kind == "finish"]

    assert [each.driver for each in finishes] == ["Martin Truex Jr."]
