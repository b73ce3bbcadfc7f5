"""The archived list of races as a schedule: what starts when, and what nobody knows."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from knowledge.schedule.archived import ArchivedSchedule
from knowledge.schedule.reading import read_races
from knowledge.sources.fetching.archive import Archive
from knowledge.sources.fetching.feed_addresses import race_list
from knowledge.sources.fetching.judging import read_json
from knowledge.sources.fetching.outcomes import Answer
from tests.knowledge.live.recorded import recorded
from tests.knowledge.sources.fetching import samples
from tests.knowledge.sources.fetching.samples import CHICAGOLAND, SONOMA, SUNDAY_NIGHT, listed

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.schedule.scheduled import Schedule


def archived(home: Path, content: bytes, at: datetime = SUNDAY_NIGHT) -> ArchivedSchedule:
    archive = Archive(home)
    archive.keep(race_list(at.year), Answer(content, "here"), at)
    return ArchivedSchedule(archive)


def schedule_of(home: Path, *cup: dict[str, Any], second: Any = ()) -> Schedule:
    found = archived(home, samples.race_list(*cup, second=second)).find(SUNDAY_NIGHT)
    assert found
    return found


def test_clock_times_are_of_the_east_in_winter_and_in_summer(tmp_path: Path) -> None:
    schedule = schedule_of(
        tmp_path, listed(1, "2026-02-15T14:30:00"), listed(2, "2026-07-05T14:30:00")
    )

    starts = [race.start for race in schedule.races]
    assert starts == [
        datetime(2026, 2, 15, 19, 30, tzinfo=UTC),
        datetime(2026, 7, 5, 18, 30, tzinfo=UTC),
    ]
    assert not schedule.races[0].is_exact


def test_the_race_among_the_sessions_knows_better_than_when_television_tunes_in(
    tmp_path: Path,
) -> None:
    sessions = [
        {"run_type": 1, "start_time_utc": "2026-07-03T20:00:00"},
        {"run_type": 3, "start_time_utc": "2026-07-04T21:12:00"},
    ]
    told = listed(1, "2026-07-04T17:00:00", schedule=sessions, tunein_date="2026-07-04T16:30:00")
    (race,) = schedule_of(tmp_path, told).races

    assert (race.start, race.is_exact) == (datetime(2026, 7, 4, 21, 12, tzinfo=UTC), True)


def test_rain_moves_a_race_and_the_day_it_was_on_is_still_told(tmp_path: Path) -> None:
    told = listed(1, "2026-06-27T15:00:00", race_date="2026-06-29T12:00:00")
    (race,) = schedule_of(tmp_path, told).races

    assert (race.day, race.moved_from) == (date(2026, 6, 29), date(2026, 6, 27))
    assert race.start == datetime(2026, 6, 29, 16, 0, tzinfo=UTC)


def test_a_day_without_a_time_and_no_day_at_all_are_said_to_be_so(tmp_path: Path) -> None:
    schedule = schedule_of(
        tmp_path, listed(1, "1900-01-01T00:00:00"), listed(2, "2026-09-06T00:00:00")
    )

    with_day, unknown = schedule.races
    assert (with_day.day, with_day.start) == (date(2026, 9, 6), None)
    assert (unknown.day, unknown.start) == (None, None)
    assert schedule.next_of(SUNDAY_NIGHT) == with_day


def test_next_is_what_starts_next_of_a_series_of_a_week_or_by_name(tmp_path: Path) -> None:
    schedule = archived(tmp_path, samples.summer()["cacher/2026/race_list_basic.json"]).find(
        SUNDAY_NIGHT
    )
    assert schedule
    found = schedule.next_of(SUNDAY_NIGHT)
    assert found
    assert found.id == CHICAGOLAND
    assert schedule.next_of(SUNDAY_NIGHT, "cup") is None
    assert [race.id for race in schedule.of_week(SUNDAY_NIGHT)] == [CHICAGOLAND]
    assert schedule.of_week(SUNDAY_NIGHT - timedelta(days=2)) == ()
    sonoma = schedule.find(f"the {SONOMA}", SUNDAY_NIGHT)
    assert sonoma
    assert sonoma.standing(SUNDAY_NIGHT) == "run"


def test_a_race_runs_for_some_hours_and_then_nobody_has_heard_of_it(tmp_path: Path) -> None:
    (race,) = schedule_of(tmp_path, listed(1, "2026-06-28T15:00:00")).races

    assert race.start
    standings = [
        race.standing(race.start + timedelta(hours=hours)) for hours in (-1, 0, 3, 4.5, 30)
    ]
    assert standings == ["to come", "under way", "under way", "not heard of", "not heard of"]


def test_what_is_no_race_in_a_list_is_left_out() -> None:
    junk = {"series_1": [None, 7, {"race_id": "x"}, {"race_id": 3}, {"race_name": "No number"}]}
    assert read_races(junk, 2026) == ()
    assert read_races(None, 2026) == ()
    assert read_races([], 2026) == ()


def test_without_an_archived_list_of_this_season_there_is_no_schedule(tmp_path: Path) -> None:
    assert ArchivedSchedule(Archive(tmp_path)).find(SUNDAY_NIGHT) is None
    last_year = datetime(2025, 6, 1, tzinfo=UTC)
    kept = archived(tmp_path, samples.race_list(listed(1, "2025-06-28T15:00:00")), last_year)
    assert kept.find(SUNDAY_NIGHT) is None


def test_a_recorded_season_is_read_whole() -> None:
    races = read_races(read_json(recorded("rNascar23-2023/race_list_basic.json")), 2023)

    daytona = next(race for race in races if race.name == "DAYTONA 500")
    assert daytona.start == datetime(2023, 2, 19, 19, 30, tzinfo=UTC)
    assert daytona.has_winner
    finale = races[-1]
    assert finale.start == datetime(2023, 11, 5, 20, 0, tzinfo=UTC)  # three in Eastern winter
    assert len(races) == 97
