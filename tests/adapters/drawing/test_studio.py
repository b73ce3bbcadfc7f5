"""The studio: another process draws beside the conversation, and words do where it cannot."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from adapters.drawing.draughtsman import DrawingFailed
from adapters.drawing.picture import draw
from adapters.drawing.studio import Studio, can_draw
from knowledge.answer import Chart, Line
from tests.adapters.drawing.charts import BARS, EVERY, MOVES

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
async def studio() -> AsyncIterator[Studio]:
    opened = Studio()
    yield opened
    await opened.close()


def process_of(studio: Studio) -> int:
    process = studio._draughtsman._process
    assert process is not None
    return process.pid


def test_matplotlib_is_there() -> None:
    assert can_draw()


async def test_every_chart_looks_as_if_it_were_drawn_here(studio: Studio) -> None:
    pictures = [await studio.draw(chart, ("truck",)) for chart in EVERY]

    assert pictures == [draw(chart, ("truck",)) for chart in EVERY]


async def test_who_asks_for_the_same_chart_gets_the_same_picture(studio: Studio) -> None:
    first, second = await asyncio.gather(
        studio.draw(BARS, ("truck",)), studio.draw(BARS, ("truck",))
    )

    assert first is second
    assert await studio.draw(BARS, ("truck",)) is first
    assert await studio.draw(BARS, ("cup",)) != first


async def test_one_process_draws_however_many_ask(studio: Studio) -> None:
    await studio.warm_up()
    ready = process_of(studio)
    await asyncio.gather(studio.draw(BARS), studio.draw(MOVES), studio.warm_up())

    assert process_of(studio) == ready


async def test_too_many_waiting_are_told_so_at_once(studio: Studio) -> None:
    charts = [replace(BARS, title=f"number {n}") for n in range(40)]

    drawn = await asyncio.gather(*(studio.draw(chart) for chart in charts))

    assert drawn[0] is not None
    assert drawn.count(None) == 40 - 12


async def test_a_chart_that_cannot_be_drawn_fails_each_time_and_spoils_nothing(
    studio: Studio,
) -> None:
    broken = Chart("moves", "one line only", "driver", "place", ("A",), (Line("Start", (1.0,)),))

    for _ in range(2):
        with pytest.raises(DrawingFailed, match="draw_moves[^$]*unpack"):
            await studio.draw(broken)
    assert await studio.draw(BARS)


async def test_a_process_that_was_killed_while_idle_is_not_missed(studio: Studio) -> None:
    await studio.draw(BARS)
    killed = process_of(studio)
    os.kill(killed, signal.SIGKILL)

    assert await studio.draw(MOVES) == draw(MOVES)
    assert process_of(studio) != killed


async def test_a_process_that_is_killed_while_drawing_is_not_missed(studio: Studio) -> None:
    await studio.warm_up()
    drawing = [asyncio.create_task(studio.draw(chart)) for chart in EVERY[-6:]]
    await asyncio.wait(drawing, return_when=asyncio.FIRST_COMPLETED)
    os.kill(process_of(studio), signal.SIGKILL)

    assert await asyncio.gather(*drawing) == [draw(chart) for chart in EVERY[-6:]]


async def test_what_takes_too_long_is_given_up_with_the_process_that_draws_it() -> None:
    studio = Studio(limit=0)
    await studio.warm_up()
    process = process_of(studio)

    assert await studio.draw(BARS) is None
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    await studio.close()


async def test_a_stop_leaves_no_process_and_whoever_still_waits_gets_words(studio: Studio) -> None:
    await studio.warm_up()
    process = process_of(studio)
    waiting = [asyncio.create_task(studio.draw(chart)) for chart in EVERY[:3]]
    await asyncio.sleep(0)
    await studio.close()

    assert await asyncio.gather(*waiting, studio.draw(MOVES)) == [None] * 4
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


async def test_a_stop_amid_the_start_leaves_no_process() -> None:
    studio = Studio()
    waiting = [asyncio.create_task(each) for each in (studio.warm_up(), studio.draw(BARS))]
    await asyncio.sleep(0)
    await studio.close()

    assert await asyncio.gather(*waiting) == [None, None]
    assert studio._draughtsman._process is None


async def test_signals_to_all_processes_stop_no_drawing(studio: Studio) -> None:
    await studio.warm_up()
    process = process_of(studio)
    for number in (signal.SIGINT, signal.SIGTERM):
        os.kill(process, number)

    assert await studio.draw(BARS) == draw(BARS)
    assert process_of(studio) == process


async def test_the_process_ends_when_nobody_is_there_to_be_drawn_for() -> None:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "adapters.drawing"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin is not None
    process.stdin.close()

    _, said = await process.communicate()

    assert process.returncode == 0
    assert said == b""


def test_the_process_that_talks_loads_no_matplotlib() -> None:
    loaded = "import sys, adapters.discord.running, adapters.doctor; print(*sys.modules)"

    said = subprocess.run([sys.executable, "-c", loaded], capture_output=True, check=True)

    modules = said.stdout.decode().split()
    assert "adapters.drawing.studio" in modules
    assert not {"matplotlib", "numpy", "alembic"} & set(modules)
