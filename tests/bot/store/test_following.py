"""Channels that follow: each thing of a race is told once, as results are told there."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest

from bot.crew import Crew
from bot.preferences import Owner
from bot.race_control import RaceControl
from bot.raceday.following import CLOSELY, Following, follow_kind
from bot.raceday.telling import Telling
from bot.store.opening import open_shelf
from tests.bot.raceday.days import Replayed
from tests.bot.store.board import Board
from tests.knowledge.live.recorded import recorded
from tests.knowledge.live.samples import LAP, STARTED, live
from tests.knowledge.live.samples import RACE as SAMPLE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from bot.store.opening import Shelf

RACE = (live(0, 8), live(2), live(4), live(6, 2), live(20, 4), live(20, 9))
TITLES = [
    "Green flag: Cuervo 300 (Xfinity Series).",
    "Brandon Jones wins stage 1 of Cuervo 300 (Xfinity Series).",
    "Brandon Jones wins Cuervo 300 (Xfinity Series).",
]
GARAGE = Owner("discord", "channel", "track", "garage")
ENDED = STARTED.timestamp() + 20 * LAP


def ended() -> float:
    return ENDED + 5


def watcher(shelf: Shelf, desk: Replayed, now: Callable[[], float] = ended) -> Following:
    return Following("discord", shelf.preferences, shelf.jobs, RaceControl(None, desk), now)


async def watch(following: Following, looks: int = len(RACE)) -> None:
    for _ in range(looks):
        await following.watch()


@asynccontextmanager
async def telling(
    shelf: Shelf, board: Board, now: Callable[[], float] = ended
) -> AsyncIterator[None]:
    """A crew at work, until nothing that is due is left."""
    kind = follow_kind("discord")
    trades = {kind: Telling(shelf.preferences, board, now)}
    crew = asyncio.create_task(Crew(shelf.jobs, shelf.radio, trades).work())
    try:
        yield
        async with asyncio.timeout(20):
            while (wait := await shelf.jobs.wait(trades)) is not None and wait <= 0:
                await asyncio.sleep(0.01)
            while await _at_it(shelf):
                await asyncio.sleep(0.01)
    finally:
        crew.cancel()
        await asyncio.wait((crew,))


async def _at_it(shelf: Shelf) -> bool:
    """Whether a claim is held still."""
    from sqlalchemy import func, select

    from bot.store.jobs import OPEN
    from bot.store.tables import job

    found = select(func.count()).where(job.c.state == OPEN, job.c.claim != "")
    async with shelf.jobs._engine.connect() as connection:
        return bool((await connection.execute(found)).scalar_one())


def titles(board: Board, channel: str = "garage") -> list[str]:
    return sorted(str(message["title"]) for message in board.messages(channel))


@pytest.fixture
def board(tmp_path: Path) -> Board:
    folder = tmp_path / "board"
    folder.mkdir()
    return Board(folder)


async def follow(shelf: Shelf, **chosen: Any) -> None:
    await shelf.preferences.choose(GARAGE, {"follow": "Xfinity", **chosen})


async def test_each_thing_is_told_once_though_two_processes_watch(url: str, board: Board) -> None:
    twice = [content for content in RACE for _ in range(2)]
    async with open_shelf(url) as shelf:
        await follow(shelf)
        async with telling(shelf, board):
            here, there = watcher(shelf, Replayed(*twice)), watcher(shelf, Replayed(*RACE))
            await asyncio.gather(watch(here, len(twice)), watch(there))
        assert titles(board) == sorted(TITLES)
        assert all(message["roles"] == [] for message in board.messages("garage"))


async def test_after_a_restart_nothing_old_is_told_again(url: str, board: Board) -> None:
    async with open_shelf(url) as shelf:
        await follow(shelf)
        async with telling(shelf, board):
            await watch(watcher(shelf, Replayed(*RACE[:3])), 3)
    async with open_shelf(url) as shelf:
        async with telling(shelf, board):
            await watch(watcher(shelf, Replayed(*RACE[3:])), 3)
        assert titles(board) == sorted([TITLES[0], TITLES[2]])  # the stage ended unseen


async def test_what_a_dead_process_left_untold_is_no_news_an_hour_later(
    tmp_path: Path, board: Board
) -> None:
    async with open_shelf(f"sqlite:///{tmp_path / 'bot.db'}") as shelf:
        await follow(shelf)
        await watch(watcher(shelf, Replayed(*RACE)))
        async with telling(shelf, board, lambda: ENDED + 3600):
            pass
        assert titles(board) == []


@pytest.mark.parametrize("spoilers", ["tagged", "thread"])
async def test_where_results_are_covered_no_title_names_a_winner(
    tmp_path: Path, board: Board, spoilers: str
) -> None:
    async with open_shelf(f"sqlite:///{tmp_path / 'bot.db'}") as shelf:
        await follow(shelf, spoilers=spoilers)
        async with telling(shelf, board):
            await watch(watcher(shelf, Replayed(*RACE)))
        assert titles(board) == [
            "Green flag: Cuervo 300 (Xfinity Series).",
            "Stage 1 is over: Cuervo 300 (Xfinity Series).",
            "The race is over: Cuervo 300 (Xfinity Series).",
        ]


async def test_where_results_are_told_later_only_the_finish_is_and_it_waits(
    tmp_path: Path, board: Board
) -> None:
    async with open_shelf(f"sqlite:///{tmp_path / 'bot.db'}") as shelf:
        await follow(shelf, spoilers="delayed 2")
        await watch(watcher(shelf, Replayed(*RACE)))
        async with telling(shelf, board, lambda: ENDED + 3600):
            pass
        assert titles(board) == []
    later = Board(board.folder)
    async with open_shelf(f"sqlite:///{tmp_path / 'bot.db'}") as shelf:
        tell = Telling(shelf.preferences, later, lambda: ENDED + 7300)
        await _hasten(shelf)
        job = await shelf.jobs.claim((follow_kind("discord"),))
        assert job
        await tell(job)
        assert titles(later) == ["The race is over: Cuervo 300 (Xfinity Series)."]


async def _hasten(shelf: Shelf) -> None:
    async with shelf.jobs._engine.begin() as connection:
        key = f"track garage {SAMPLE} finish"
        assert await shelf.jobs.hasten(follow_kind("discord"), key, connection)


async def test_who_follows_another_series_or_no_more_is_told_nothing(
    tmp_path: Path, board: Board
) -> None:
    async with open_shelf(f"sqlite:///{tmp_path / 'bot.db'}") as shelf:
        desk = Replayed(*RACE)
        await watch(watcher(shelf, desk))
        assert desk.looks == 0  # nobody follows, so nobody looks
        await follow(shelf, follow="Truck")
        await watch(watcher(shelf, Replayed(*RACE)))
        await follow(shelf, moments="finish")
        await watch(watcher(shelf, Replayed(*RACE)))
        async with telling(shelf, board):
            pass
        assert titles(board) == TITLES[2:]


async def test_a_race_that_runs_is_looked_at_closely(tmp_path: Path) -> None:
    async with open_shelf(f"sqlite:///{tmp_path / 'bot.db'}") as shelf:
        await follow(shelf)
        now = STARTED.timestamp() + 4 * LAP
        running = watcher(shelf, Replayed(live(4)), lambda: now)
        assert await running.watch() == CLOSELY
        stuck = watcher(shelf, Replayed(live(4)), lambda: now + 7200)
        assert await stuck.watch() > CLOSELY


async def test_recorded_last_laps_are_told_as_one_finish(tmp_path: Path, board: Board) -> None:
    laps = [recorded(f"rbiesser-2020/4973-live-feed-lap{lap}.json") for lap in (447, 499, 500)]
    async with open_shelf(f"sqlite:///{tmp_path / 'bot.db'}") as shelf:
        await follow(shelf, follow="Cup")
        async with telling(shelf, board, lambda: 60.0):  # it has no clock but ours, which began
            await watch(watcher(shelf, Replayed(*laps), lambda: 60.0), 6)
        won = "Martin Truex Jr. wins Blue-Emu Maximum Pain Relief 500 (Cup Series)."
        assert titles(board) == [won]
