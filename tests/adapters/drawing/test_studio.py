"""The studio: it draws beside the conversation, each picture once, and says when it is too busy."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from adapters.drawing.studio import Studio, can_draw
from knowledge.answer import Chart, Line
from tests.adapters.drawing.charts import BARS, MOVES

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def studio() -> Iterator[Studio]:
    opened = Studio()
    yield opened
    opened.close()


def test_matplotlib_is_there() -> None:
    assert can_draw()


async def test_who_asks_for_the_same_chart_gets_the_same_picture(studio: Studio) -> None:
    first, second = await asyncio.gather(
        studio.draw(BARS, ("truck",)), studio.draw(BARS, ("truck",))
    )

    assert first is second
    assert await studio.draw(BARS, ("truck",)) is first
    assert await studio.draw(BARS, ("cup",)) != first


async def test_one_thread_draws(studio: Studio) -> None:
    await asyncio.gather(studio.draw(BARS), studio.draw(MOVES))

    assert [t.name for t in threading.enumerate() if t.name.startswith("studio")] == ["studio_0"]


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
        with pytest.raises(ValueError, match="unpack"):
            await studio.draw(broken)
    assert await studio.draw(BARS)
