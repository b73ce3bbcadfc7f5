"""A whole quiz night on Slack: the program itself, over a real connection, by our watch."""

from __future__ import annotations

import json
import logging
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.store.opening import open_shelf
from tests.adapters.evening import Evening, wrong
from tests.adapters.slack.grandstand import buttons_of, grandstand_of
from tests.adapters.slack.loopback import TEAM
from tests.bot.store.quiz_hall import HallWatch

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from knowledge.record_book import RecordBook


@pytest.fixture
async def evening(book: RecordBook, tmp_path: Path) -> AsyncIterator[Evening]:
    watch = HallWatch(time.time())
    async with (
        grandstand_of(book, tmp_path, watch) as stand,
        open_shelf(f"sqlite:///{tmp_path}/bot.db") as shelf,
    ):
        yield Evening(stand, shelf, watch, stand.fan("Ann", moderates=True), ("slack", TEAM))


async def test_a_night_is_played_from_the_command_to_the_season(
    evening: Evening, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    stand, ann = evening.stand, evening.ann
    await evening.opened(questions="2", moves="host")
    ben, cleo, dan = await evening.joined("Ben", "Cleo", "Dan")
    await evening.later(3.0, "3 players are in.")
    first = await evening.asked("0 of 3 in.")
    right, other = first.accepted[0], wrong(first)
    assert await ben.on_board(other) == f"You picked {other}.\nYou can change it until the lock."
    assert (await ben.on_board(right)).startswith(f"You picked {right}.")
    await cleo.on_board(right)
    await dan.on_board(other)
    await evening.later(3.0, "3 of 3 in.")
    asked, told = replace(stand.board), list(stand.told)
    await evening.go_on("Lock", "Closed.")
    assert not buttons_of(stand.board)
    late = next(key for label, key in buttons_of(asked) if label.startswith(right))
    assert await dan.press_key(late, asked) == "That question is closed."

    shown = [told, stand.board.text, stand.board.blocks, dan.words]
    for each in (json.dumps(shown, ensure_ascii=False), caplog.text):
        assert first.told not in each
        assert "The answer:" not in each
    await evening.go_on("Reveal", f"The answer: {right}", "Right: 2 of 3 players.", "Dan")
    assert await cleo.on_board("Proof")
    await dan.on_board("Protest")
    assert (await dan.fill(words="I was there")).startswith("Your protest is with the host.")
    await ann.press("Look again", "Protests (1)")
    assert f"Dan, who gave “{other}”" in ann.words
    await evening.go_on("Uphold", "Right: 3 of 3 players.", seconds=3.0)

    await evening.go_on("Next", "Question 2 of 2")
    second = (await evening.night()).question.accepted[0]
    await cleo.on_board(second)
    await evening.go_on("Lock", "Closed.")
    await evening.go_on("Reveal", f"The answer: {second}")
    await evening.go_on("Finish", "Cleo wins Trucks 2025 with 20 points.")
    assert (await ben.on_board("My score")).startswith("You have 10 points: place T2.")
    season = await ben.quiz("season")
    assert season.index("Cleo") < season.index("Ben")
    assert len([each for each in stand.said() if not each.ephemeral]) == 1
