"""The plan: what is asked for, when, in what order; made without any network."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from knowledge.book.opening import DATA
from knowledge.sources.fetching.archive import Archive, Check
from knowledge.sources.fetching.feed_addresses import race_list
from knowledge.sources.fetching.next_sync import known_starts, next_sync
from knowledge.sources.fetching.outcomes import Answer
from knowledge.sources.fetching.parquet_address import plan_results
from knowledge.sources.fetching.plan import plan
from knowledge.sources.fetching.source import first_missing_season
from tests.knowledge.sources.fetching import samples
from tests.knowledge.sources.fetching.samples import SONOMA, SUNDAY_NIGHT, listed

if TYPE_CHECKING:
    from knowledge.sources.fetching.address import Address

LIST = race_list(2026)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@dataclass(slots=True)
class Season:
    """An archive as it fills; to go through what is planned answers all of it."""

    archive: Archive

    def told(self, *cup: dict[str, object], at: datetime = SUNDAY_NIGHT) -> None:
        self.answered(LIST, samples.race_list(*cup), at)

    def answered(self, address: Address, content: bytes, at: datetime, mark: str = "") -> None:
        self.archive.keep(address, Answer(content, ""), at)
        self.archive.note(address, Check(at, 200, "", mark))

    def paths(self, at: datetime = SUNDAY_NIGHT) -> list[str]:
        return [wanted.address.path for wanted in plan(at, self.archive, [2026])]

    def go_through(self, at: datetime, *, finishes: tuple[int, ...] = (1, 2)) -> None:
        for wanted in plan(at, self.archive, [2026]):
            self.answered(wanted.address, content(wanted.address, finishes), at, wanted.mark)


def content(address: Address, finishes: tuple[int, ...]) -> bytes:
    if address.kind == "weekend":
        return samples.weekend(address.race, finishes=finishes)
    return samples.loop_data(address.race) if address.kind == "loop data" else samples.points()


@pytest.fixture
def season(archive: Archive) -> Season:
    return Season(archive)


def test_the_list_comes_first_and_alone_because_all_else_follows_from_it(season: Season) -> None:
    assert season.paths() == ["cacher/2026/race_list_basic.json"]


def test_last_night_comes_before_its_standings_and_those_before_the_spring(season: Season) -> None:
    season.told(
        listed(5612, "2026-05-24T18:00:00", winner=4030),
        listed(SONOMA, "2026-06-28T15:30:00", winner=4469),
        listed(5618, "2026-07-05T18:00:00"),
    )

    assert season.paths() == [
        "cacher/2026/1/5617/weekend-feed.json",
        "cacher/2026/1/points-feed.json",
        "loopstats/prod/2026/1/5617.json",
        "cacher/2026/1/5612/weekend-feed.json",
        "loopstats/prod/2026/1/5612.json",
    ]


def test_a_race_that_should_be_over_is_asked_for_though_the_list_knows_no_winner_yet(
    season: Season,
) -> None:
    season.told(listed(SONOMA, "2026-06-28T15:30:00"), at=SUNDAY_NIGHT)

    assert season.paths(SUNDAY_NIGHT) == ["cacher/2026/1/5617/weekend-feed.json"]
    assert season.paths(SUNDAY_NIGHT - 3 * HOUR) == []


def test_an_entry_list_is_no_result_and_is_asked_for_until_somebody_won(season: Season) -> None:
    season.told(race := listed(SONOMA, "2026-06-28T15:30:00", winner=4469))
    season.go_through(SUNDAY_NIGHT, finishes=(0, 0))
    season.told(race, at=SUNDAY_NIGHT + HOUR)
    assert season.paths(SUNDAY_NIGHT + HOUR) == ["cacher/2026/1/5617/weekend-feed.json"]

    season.go_through(SUNDAY_NIGHT + HOUR)
    season.told(race, at=SUNDAY_NIGHT + 2 * HOUR)
    assert season.paths(SUNDAY_NIGHT + 2 * HOUR) == []


def test_a_complete_race_is_asked_for_again_for_a_week_then_once_then_never(
    season: Season,
) -> None:
    race = listed(SONOMA, "2026-06-28T15:30:00", winner=4469)
    asked = []
    for days in range(12):
        at = SUNDAY_NIGHT + days * DAY
        season.told(race, at=at)
        asked.append(len(season.paths(at)))
        season.go_through(at)

    assert asked == [3, 3, 3, 3, 3, 3, 3, 3, 0, 0, 0, 0]


def test_a_penalty_weeks_later_brings_the_race_back(season: Season) -> None:
    season.told(race := listed(SONOMA, "2026-06-28T15:30:00", winner=4469))
    season.go_through(SUNDAY_NIGHT)
    later = SUNDAY_NIGHT + 8 * DAY
    season.told(race, at=later)
    season.go_through(later)
    assert season.paths(later) == []

    season.told(race | {"winner_driver_id": 4030}, at=later + DAY)
    assert "cacher/2026/1/5617/weekend-feed.json" in season.paths(later + DAY)


def test_a_list_that_turns_bad_leaves_the_good_one_before_it_in_force(season: Season) -> None:
    season.told(listed(SONOMA, "2026-06-28T15:30:00", winner=4469))
    season.answered(LIST, b"null", SUNDAY_NIGHT + HOUR)

    assert season.paths(SUNDAY_NIGHT + HOUR)[0] == "cacher/2026/1/5617/weekend-feed.json"


def test_the_weekly_results_are_asked_for_once_a_day(archive: Archive) -> None:
    wanted = plan_results(SUNDAY_NIGHT, archive)
    assert [each.address.path for each in wanted] == [
        "cup_series.parquet",
        "nxs_series.parquet",
        "truck_series.parquet",
    ]

    for each in wanted:
        archive.note(each.address, Check(SUNDAY_NIGHT, 403))
    assert plan_results(SUNDAY_NIGHT + 23 * HOUR, archive) == []
    assert len(plan_results(SUNDAY_NIGHT + DAY, archive)) == 3


def test_the_first_season_to_fetch_is_the_one_after_the_embedded_records() -> None:
    assert first_missing_season(DATA) == 2026


def test_the_next_sync_comes_soon_after_a_race_should_have_ended(season: Season) -> None:
    told = [{"run_type": 3, "start_time_utc": "2026-06-28T19:30:00"}]
    season.told(listed(SONOMA, "2026-06-28T15:30:00", schedule=told))
    (start,) = known_starts(season.archive, 2026)
    assert start == datetime(2026, 6, 28, 19, 30, tzinfo=UTC)

    every, end = 6 * HOUR, start + 3 * HOUR
    assert next_sync(start - 9 * HOUR, [start], every) == start - 3 * HOUR
    assert next_sync(start - 3 * HOUR, [start], every) == end
    assert next_sync(end, [start], every) == end + HOUR / 2
    assert next_sync(end + 6 * HOUR, [start], every) == end + 12 * HOUR
    assert next_sync(end, [], every) == end + every
