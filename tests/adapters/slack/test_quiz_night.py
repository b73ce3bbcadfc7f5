"""A whole quiz night on Slack: the program itself, over a real connection, by our watch."""

from __future__ import annotations

import json
import logging
import time
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from bot.store.opening import open_shelf
from tests.adapters.evening import Evening, wrong
from tests.adapters.slack.board import CHANNEL
from tests.adapters.slack.grandstand import buttons_of, grandstand_of
from tests.adapters.slack.loopback import TEAM, Trouble
from tests.bot.packdesk.test_packs_brought import OURS
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


async def test_a_busy_minute_is_told_in_few_edits_and_none_of_them_at_once(
    evening: Evening,
) -> None:
    stand, watch = evening.stand, evening.watch
    await evening.opened(questions="1", seconds="60", moves="host")
    fans = await evening.joined(*(f"fan{number}" for number in range(28)))
    await evening.asked()
    begun = len(stand.edited)
    for fan in fans:
        await fan.on_board("A")
        await watch.go(watch.now() + 2.0)
    await evening.later(3.0, "28 of 28 in.")

    minute = stand.edited[begun:]
    assert 15 <= len(minute) <= 30  # of some 50 that Slack takes
    assert min(b - a for a, b in pairwise(stand.edited)) >= 1.0


async def test_a_message_or_a_channel_that_is_gone_pauses_the_night_and_nobody_else_resumes_it(
    evening: Evening,
) -> None:
    stand, ann, watch = evening.stand, evening.ann, evening.watch
    await evening.opened(questions="1", moves="host")
    (ben,) = await evening.joined("Ben")
    for label, key in ann.buttons:
        assert "is hosted by Ann." in await ben.press_key(key, ann.seen), label
    await evening.asked()
    await ben.on_board("A")
    await evening.later(3.0, "1 of 1 in.")
    stand.messages.remove(stand.board)
    await watch.go(watch.now() + 8.0)
    await evening.paused("My message is gone; somebody deleted it.")
    assert stand.board is None

    await evening.go_on("Resume", "Question 1 of 1", "1 of 1 in.", "Up to 20 seconds left.")
    stand.missing[CHANNEL] = "channel_not_found"
    await ann.press("Lock")
    watch.set(watch.now() + 1.0)
    await evening.paused("That channel is gone, or private and I am not in it.")
    stand.missing.clear()
    await evening.go_on("Resume", "Closed.")
    closed = stand.board
    stand.troubles.append(Trouble("chat.update", error="edit_window_closed"))
    await ann.press("Reveal")
    watch.set(watch.now() + 1.0)
    await evening.paused("Slack does not let me change that message any more.")
    await evening.go_on("Resume", "The answer:", "of 1 player.")
    assert stand.board is not closed


async def test_a_pack_is_pasted_mended_by_its_lines_looked_over_and_played(
    evening: Evening,
) -> None:
    ann = evening.ann
    await ann.quiz("packs")
    await ann.press("Bring a pack")
    told = await ann.fill(text=OURS.decode().replace("answer: 200", "answr: 200"))
    assert told.startswith("Infield specials: 2 faults, 2 sound questions")
    assert "Line 4 · a question has no “answr”; did you mean “answer”?" in told

    await ann.quiz("packs")
    await ann.press("Infield specials", "Decide on the faults", "Mend and send again")
    (held,) = [each for each in ann.form["blocks"] if each["block_id"] == "text"]
    mended = held["element"]["initial_value"].replace("answr", "answer")
    told = await ann.fill(text=mended)
    assert told.startswith("Infield specials: 3 questions")
    assert "The records contradict 1 question" in told
    await ann.quiz("packs")
    assert "2 questions mended." in await ann.press("Infield specials", "Take all mends")

    await ann.quiz("new")
    await ann.press("Trucks 2025", "Rounds and time")
    await ann.fill(rounds="1", questions="2", moves="host")
    await ann.press("A pack of yours")
    assert "“Infield specials” alone" in await ann.fill(pack="Infield specials", mix="only")
    await ann.press("Open it in this channel")
    await evening.stand.shows("Quiz night: Trucks 2025")
    (ben,) = await evening.joined("Ben")
    await evening.asked("How many Cup wins does Richard Petty have?")
    await ben.on_board("Type your answer")
    assert (await ben.fill(answer="200")).startswith("You said “200”.")
    await evening.go_on("Lock", "Closed.")
    shown = await evening.go_on("Reveal", "The answer: 200.", "Right: 1 of 1 player.")
    assert "From Infield specials" in shown
    await evening.go_on("Next", "Who won the 1998 Daytona 500?")
    assert (await evening.night()).question.answer == "Dale Earnhardt"
