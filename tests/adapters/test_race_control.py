"""The live feed asked over HTTP on this machine: at its pace, once for all, whatever it says."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from adapters.race_control import controlling
from adapters.sync_settings import SyncSettings
from knowledge.sources.fetching.feed_addresses import LIVE
from knowledge.sources.fetching.polite import Manners
from tests.knowledge.live.samples import STARTED, live
from tests.knowledge.sources.fetching.loopback import Loopback, Trouble, serving

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.race_control import Desk


class Clock:
    """Time that stands still until a story moves it."""

    def __init__(self) -> None:
        self.now = STARTED.timestamp()

    def __call__(self) -> float:
        return self.now

    async def pause(self, seconds: float) -> None:
        self.now += seconds


@asynccontextmanager
async def at_the_desk(home: Path) -> AsyncIterator[tuple[Loopback, Desk, Clock]]:
    clock = Clock()
    manners = Manners(gap=5, attempts=1, time_out=0.2, pause=clock.pause, clock=clock)
    async with serving() as feed:
        settings = SyncSettings("all", feed_url=feed.base)
        async with controlling(settings, home, manners, clock) as control:
            assert control.desk
            feed.files[LIVE] = live(12)
            yield feed, control.desk, clock


async def test_one_request_serves_all_who_look_within_five_seconds(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path) as (feed, desk, clock):
        looks = await asyncio.gather(*(desk.look() for _ in range(20)))
        assert [each.snapshot.lap for each in looks if each.snapshot] == [12] * 20
        clock.now += 4
        await desk.look()
        assert len(feed.asked) == 1

        clock.now += 2
        unchanged = await desk.look()
        assert unchanged.snapshot
        assert [bool(each.etag) for each in feed.asked] == [False, True]
        feed.files[LIVE] = live(13)
        clock.now += 6
        newer = await desk.look()
        assert newer.snapshot
        assert newer.snapshot.lap == 13


async def test_nobody_who_does_not_look_has_it_asked(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path) as (feed, _, clock):
        clock.now += 3600
        await asyncio.sleep(0)
        assert feed.asked == []


@pytest.mark.parametrize("chosen", ["", "off", "results"])
async def test_where_the_feed_is_not_switched_on_there_is_no_desk(
    tmp_path: Path, chosen: str
) -> None:
    async with controlling(SyncSettings(chosen), tmp_path) as control:  # type: ignore[arg-type]
        assert control.desk is None
        assert not control.fetches


@pytest.mark.parametrize(
    ("trouble", "said", "rests"),
    [
        (Trouble(status=403), "has nothing for us (403)", 899),
        (Trouble(status=429, headers={"Retry-After": "120"}), "it says 429", 119),
        (Trouble(status=503), "it says 503", 9),
        (Trouble(hangs=True), "it does not answer in time", 9),
        (Trouble(cut=True), "it cannot be reached", 9),
    ],
)
async def test_trouble_is_said_in_one_line_and_the_feed_is_left_alone(
    tmp_path: Path, trouble: Trouble, said: str, rests: float
) -> None:
    async with at_the_desk(tmp_path) as (feed, desk, clock):
        await desk.look()
        clock.now += 6
        feed.troubles[LIVE] = trouble
        troubled = await desk.look()
        assert said in troubled.trouble
        assert "\n" not in troubled.trouble
        assert troubled.snapshot  # with its age it still says something
        assert troubled.snapshot.lap == 12

        clock.now += rests
        await desk.look()
        assert len(feed.asked) == 2
        clock.now += 2
        assert (await desk.look()).trouble == ""
        assert len(feed.asked) == 3


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"null", "it is null"),
        (b"<html>busy</html>", "it is no JSON"),
        (live(12)[:300], "its JSON is cut off or broken"),
        (b'{"race_id": 0, "vehicles": []}', "no session is on track"),
    ],
)
async def test_what_cannot_be_used_is_said_and_asked_for_whole_again(
    tmp_path: Path, content: bytes, said: str
) -> None:
    async with at_the_desk(tmp_path) as (feed, desk, clock):
        feed.files[LIVE] = content
        first = await desk.look()
        assert first.snapshot is None
        assert said in first.trouble
        clock.now += 6
        feed.files[LIVE] = live(13)
        assert (await desk.look()).snapshot
        assert [each.etag for each in feed.asked] == ["", ""]
