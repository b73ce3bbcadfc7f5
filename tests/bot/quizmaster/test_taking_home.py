"""After the night everybody takes home what he likes, each in private."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.quiz.night import Stretch
from bot.quiz.nights import Board
from bot.quiz.rules import Rules
from bot.reply import Button, Reply
from tests.bot.quiz.test_after_the_night import played
from tests.bot.quizmaster.room import GARAGE, choice, labels, rows, words

if TYPE_CHECKING:
    from tests.bot.quizmaster.room import Room


async def test_the_log_the_pack_and_the_table_are_there_when_it_is_over(room: Room) -> None:
    await room.open(Rules(rounds=1, questions=1, moves="host"), choice("Daytona"))
    ann, ben = room.person("1", "Ann", moderates=True), room.person("2", "Ben")
    await ben.on_board("Join")
    await ann.quiz("host")
    await ann.press("Open round 1", "Ask it")
    await ben.on_board("B")
    early = labels(await room.board())
    key = f"quiz:pack:{room.night}"
    ben.reply = Reply(buttons=(Button("Peek", key),))
    assert "goes on" in words(await ben.press("Peek"))
    await ann.press("Lock", "Reveal", "Finish")

    assert "Download the pack" not in early
    assert rows(await ben.on_board("Score log")) == [("Question 1 of 1", "Ben", "+10", "right")]
    (pack,) = (await ben.on_board("Download the pack")).files
    (table,) = (await ben.on_board("Results as CSV")).files
    assert (pack.name, table.name) == ("trucks.yaml", "trucks.csv")
    assert "Who won Daytona?" in pack.content
    assert "1,Ben,Ben,10,10,Q1 +10 right" in table.content
    assert await ben.on_board("Scores")


async def test_a_long_season_is_read_page_by_page_and_tells_nights_in_ones_own_time(
    room: Room,
) -> None:
    night = played(Rules(rounds=1, questions=2, moves="own"), 30, "BA")
    night = replace(night, open=dict.fromkeys(night.open, Stretch(room.clock(), None)))
    await room.nights.begin(night, (Board("n1", GARAGE, "quiz0", is_host=True),))
    ben = room.person("29", "fan 29")

    first = await ben.quiz("season")
    assert len(rows(first)) == 25
    assert rows(first)[0] == ("T1", "=fan 0", "10", "1", "1", "1")

    second = await ben.press("Next")
    assert len(rows(second)) == 5
    assert "You are T1, with 10 points.\nPage 2 of 2." in words(second)
    assert second.in_place
    assert (await ben.press("Back")).title == "Quiz nights of 2025"
