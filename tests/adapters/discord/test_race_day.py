"""Race day with the program as it runs: the live feed, asked on this machine, told on Discord."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.sources.fetching.feed_addresses import LIVE
from tests.adapters.discord.discord_rules import faults_in
from tests.adapters.discord.loopback import loopback
from tests.adapters.discord.real_program import spotter_at, title_of
from tests.knowledge.live.samples import live
from tests.knowledge.sources.fetching.loopback import serving

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_fan_sees_how_the_race_stands_while_a_sync_runs_beside(home: Path) -> None:
    async with serving() as feed, loopback() as discord:
        feed.files[LIVE] = live(12)
        fresh = {
            "SPOTTER_SYNC": "all",
            "SPOTTER_FEED_URL": feed.base,
            "SPOTTER_RESULTS_URL": feed.base,
        }
        async with spotter_at(home, discord, fresh):
            await discord.until(lambda: discord.sessions)
            await discord.use("live")
            (answer,) = await discord.answers(1)
            await discord.use("next")
            *_, schedule = await discord.answers(2)

    assert "lap 12" in title_of(answer)
    said = schedule.body["data"]["embeds"][0]
    assert "The feed is asked for one; none has come yet." in said["description"]
    assert feed.paths.count(LIVE) == 1
    assert any(path.endswith(".parquet") for path in feed.paths)
    assert [fault for m in discord.made for fault in faults_in(m.method, m.path, m.body)] == []
