"""A whole sync against a feed on this machine: what is archived, what is told, where it ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from knowledge.sources.fetching.feed_addresses import race_list, weekend
from knowledge.sources.fetching.one_sync import AlreadySyncing, one_sync
from knowledge.sources.fetching.source import nascar_feed, weekly_results
from knowledge.sources.fetching.sync import Sync
from tests.knowledge.sources.fetching import samples
from tests.knowledge.sources.fetching.loopback import Trouble
from tests.knowledge.sources.fetching.samples import SONOMA, SUNDAY_NIGHT

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.sources.fetching.archive import Archive
    from knowledge.sources.fetching.polite import Polite
    from tests.knowledge.sources.fetching.conftest import Clock
    from tests.knowledge.sources.fetching.loopback import Loopback

LIST = "cacher/2026/race_list_basic.json"
WEEKEND = "cacher/2026/1/5617/weekend-feed.json"


@dataclass(slots=True)
class Syncs:
    """Syncs whenever a story says so."""

    client: Polite
    feed: Loopback
    archive: Archive

    async def __call__(self, at: datetime = SUNDAY_NIGHT) -> list[str]:
        self.feed.asked.clear()
        sources = [weekly_results(self.feed.base), nascar_feed(2026, self.feed.base)]
        synced = await Sync(self.archive, self.client, lambda: at).run(sources)
        return [step.words for step in synced.steps]


@pytest.fixture
def sync(client: Polite, feed: Loopback, archive: Archive) -> Syncs:
    feed.files = samples.summer()
    feed.files["cup_series.parquet"] = b"PAR1 rows PAR1"
    return Syncs(client, feed, archive)


async def test_last_nights_race_is_archived_in_few_and_slow_requests(
    sync: Syncs, archive: Archive, clock: Clock
) -> None:
    assert await sync() == [
        "all results of the Cup Series: archived.",
        "all results of the Xfinity Series: not there (403).",
        "all results of the Truck Series: not there (403).",
        "race list of 2026: archived.",
        "weekend of Cup race 5617 (The 5617): archived.",
        "points of the Cup Series 2026: archived.",
        "loop data of Cup race 5617 (The 5617): archived.",
    ]
    assert clock.pauses == [5.0] * 6
    latest = archive.find_latest(weekend(2026, "cup", SONOMA))
    assert latest is not None
    assert latest.find_content() == samples.weekend(SONOMA)
    assert latest.url.endswith(WEEKEND)


async def test_a_sync_soon_after_asks_nothing_and_one_next_day_only_whether_it_changed(
    sync: Syncs, feed: Loopback, archive: Archive
) -> None:
    await sync()
    assert await sync(SUNDAY_NIGHT + timedelta(minutes=9)) == []

    feed.files[WEEKEND] = samples.weekend(SONOMA, finishes=(1, 3, 2))
    told = await sync(SUNDAY_NIGHT + timedelta(days=1))

    assert "weekend of Cup race 5617 (The 5617): archived." in told
    assert "race list of 2026: unchanged." in told
    assert all(asked.etag for asked in feed.asked if asked.path in feed.files)
    assert len(archive.versions(weekend(2026, "cup", SONOMA))) == 2
    assert len(archive.versions(race_list(2026))) == 1


async def test_a_no_to_the_list_ends_the_sync(sync: Syncs, feed: Loopback) -> None:
    await sync()
    del feed.files[LIST]

    told = await sync(SUNDAY_NIGHT + timedelta(hours=4))

    assert told == ["race list of 2026: not there (403). No more of it now."]
    assert feed.paths == [LIST]


async def test_in_winter_the_old_season_is_finished_before_the_new_one_is_not_there(
    sync: Syncs,
) -> None:
    told = await sync(datetime(2027, 1, 3, tzinfo=UTC))

    assert "weekend of Cup race 5617 (The 5617): archived." in told
    assert told[-1] == "race list of 2027: not there (403). No more of it now."


async def test_what_is_null_is_archived_and_refused_in_a_line_and_asked_for_again(
    sync: Syncs, feed: Loopback
) -> None:
    feed.files[WEEKEND] = b"null"
    refused = "weekend of Cup race 5617 (The 5617): archived but not used, it is null."
    assert refused in await sync()
    assert refused in await sync(SUNDAY_NIGHT + timedelta(minutes=30))

    feed.files[WEEKEND] = samples.weekend(SONOMA)
    told = await sync(SUNDAY_NIGHT + timedelta(hours=1))
    assert "weekend of Cup race 5617 (The 5617): archived." in told


async def test_unchanged_is_no_answer_where_nothing_is_held(sync: Syncs, feed: Loopback) -> None:
    feed.troubles[WEEKEND] = Trouble(304)

    refused = "refused, it says unchanged where nothing is held."
    assert f"weekend of Cup race 5617 (The 5617): {refused}" in await sync()


async def test_one_source_that_is_down_does_not_keep_the_other_from_being_asked(
    sync: Syncs, feed: Loopback
) -> None:
    feed.troubles["cup_series.parquet"] = Trouble(500, times=9)
    told = await sync()

    assert told[0] == "nascaR.data: it says 500, asked 4 times. No more of it now."
    assert told[1] == "race list of 2026: archived."


async def test_a_feed_that_goes_down_in_the_middle_is_gone_on_with_next_time(
    sync: Syncs, feed: Loopback
) -> None:
    feed.troubles[WEEKEND] = Trouble(429, {"Retry-After": "7200"})
    told = await sync()
    assert told[-1] == "NASCAR's feed: it says 429, asked once. No more of it now."

    await sync(SUNDAY_NIGHT + timedelta(minutes=5))
    assert feed.paths[0] == WEEKEND


def test_of_two_syncs_at_once_the_second_leaves(tmp_path: Path) -> None:
    second = pytest.raises(AlreadySyncing, match="Another sync is at work")
    with one_sync(tmp_path), second, one_sync(tmp_path):
        pass

    with one_sync(tmp_path):
        assert (tmp_path / "sync.lock").exists()
