"""A whole quiz night on Discord: the program itself, over real HTTP and WebSocket, by our watch."""

from __future__ import annotations

import json
import logging
import re
import time
from typing import TYPE_CHECKING

import pytest

from bot.preferences import DESK, Owner
from bot.quiz.rules import GRACE
from bot.store.opening import open_shelf
from tests.adapters.discord.board import NEWS
from tests.adapters.discord.grandstand import buttons_of, grandstand_of, words_of
from tests.adapters.discord.loopback import CHANNEL, GUILD
from tests.adapters.evening import Evening, wrong
from tests.bot.store.quiz_hall import HallWatch

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from knowledge.record_book import RecordBook


@pytest.fixture
async def evening(
    book: RecordBook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Evening]:
    watch = HallWatch(time.time())
    async with (
        grandstand_of(book, tmp_path, watch, monkeypatch) as stand,
        open_shelf(f"sqlite:///{tmp_path}/bot.db") as shelf,
    ):
        ann = stand.fan("Ann", moderates=True)
        yield Evening(stand, shelf, watch, ann, ("discord", GUILD))


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
    asked, told = dict(stand.board), [each.body for each in stand.made]
    await evening.go_on("Lock", "Closed.")
    assert not buttons_of(stand.board)
    late = next(key for label, key in buttons_of(asked) if label.startswith(right))
    assert await dan.press_key(late, asked) == "That question is closed."

    for each in (json.dumps([told, stand.board, dan.seen], ensure_ascii=False), caplog.text):
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
    await dan.on_board("Results as CSV")
    assert b"Cleo" in dan.files[0]
    assert len(stand.said()) == 1


async def test_the_clock_closes_a_question_with_the_grace_that_is_told(evening: Evening) -> None:
    stand, watch = evening.stand, evening.watch
    await evening.opened(questions="1", seconds="10")
    ben, cleo = await evening.joined("Ben", "Cleo")
    assert f"within {GRACE} seconds" in await ben.on_board("How it goes")
    await evening.asked()
    asked = dict(stand.board)
    closes = watch.now() - 1.0 + 10.0
    await watch.go(closes + GRACE - 0.1)
    assert (await ben.press_key(buttons_of(asked)[0][1], asked)).startswith("You picked A.")

    watch.set(closes + GRACE + 0.1)
    assert await cleo.press_key(buttons_of(asked)[0][1], asked) == "That question is closed."
    assert "of 1 player." in await stand.shows("The answer:")


async def test_nobody_but_the_host_moves_it_nor_answers_for_another_team(
    evening: Evening,
) -> None:
    stand, ann = evening.stand, evening.ann
    await evening.opened({"team_size": "2"}, questions="1", moves="host")
    ben, cleo = stand.fan("Ben"), stand.fan("Cleo")
    for fan, team in ((ben, "Pit Crew"), (cleo, "Wrenches")):
        await fan.on_board("Join")
        assert await fan.fill(team="+", name=team) == f"You play for {team}."
    await cleo.on_board("Join")  # a form that she leaves open
    panel = dict(ann.seen)
    for label, key in buttons_of(panel):
        assert "is hosted by Ann." in await ben.press_key(key, panel), label
    question = await evening.asked()

    assert await cleo.fill(team="?", name="Pit Crew") == "You play for Wrenches."
    await ben.on_board(wrong(question))
    right = question.accepted[0]
    assert (await cleo.on_board(right)).startswith(f"Wrenches answers {right}.")
    await evening.go_on("Lock", "Closed.")
    shown = await evening.go_on("Reveal", "Right: 1 of 2 teams.")
    assert shown.index("Wrenches") < shown.index("Pit Crew")


async def test_a_message_or_a_channel_that_is_gone_pauses_the_night_and_nothing_is_lost(
    evening: Evening,
) -> None:
    stand, ann, watch = evening.stand, evening.ann, evening.watch
    await evening.opened(questions="1", moves="host")
    (ben,) = await evening.joined("Ben")
    await evening.asked()
    await ben.on_board("A")
    await evening.later(3.0, "1 of 1 in.")
    del stand.places[CHANNEL].messages[stand.board["id"]]
    stand.a_minute_passes()
    await watch.go(watch.now() + 8.0)
    await evening.paused("My message is gone; somebody deleted it.")
    assert not stand.said()

    await evening.go_on("Resume", "Question 1 of 1", "1 of 1 in.", "Up to 20 seconds left.")
    there = stand.places.pop(CHANNEL)
    await ann.press("Lock")
    watch.set(watch.now() + 1.0)
    await evening.paused("That channel is gone.")
    stand.places[CHANNEL] = there
    await evening.go_on("Resume", "Closed.")
    assert "of 1 player." in await evening.go_on("Reveal", "The answer:")


async def test_a_planned_start_stays_where_it_was_told_whatever_becomes_of_its_board(
    evening: Evening,
) -> None:
    stand, ann, watch = evening.stand, evening.ann, evening.watch
    await evening.shelf.preferences.choose(Owner("discord", "community", GUILD), {DESK: NEWS})
    await ann.quiz("new")
    await ann.press("Trucks 2025", "When it begins")
    await ann.fill(starts="in 2 hours")
    await ann.press("Open it in this channel")
    begins, *_ = re.findall(r"<t:\d+:F>", await stand.shows("Begins"))
    del stand.places[CHANNEL].messages[stand.board["id"]]
    stand.a_minute_passes()
    ben = stand.fan("Ben")
    assert (await ben.quiz("join")).startswith("You are in, Ben.")
    watch.set(watch.now() + 3.0)
    await evening.paused("My message is gone; somebody deleted it.")
    await stand.until(lambda: stand.said(NEWS))
    told = words_of(stand.said(NEWS)[0])
    assert told.startswith("Trucks 2025 is paused.\n> My message is gone; somebody deleted it.")

    watch.set(watch.now() + 3600.0)
    await evening.go_on("Resume", begins, "1 player is in.")
    watch.set(watch.now() + 3600.0)
    await stand.shows("Trucks 2025 · Round 1 of 3")
    assert len(stand.said(NEWS)) == 1
