"""Nothing that anybody can see before the reveal depends on what is right."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.quiz.board import board as standings
from bot.quiz.entrant import Entrant
from bot.quiz.given import Given, Head
from bot.quiz.night import Night, Stretch, enter, give
from bot.quiz.nights import Board, Tally
from bot.quiz.question import Question
from bot.quiz.rules import Rules
from bot.quiz.showing import show_board
from bot.quizmaster.panel import show_panel
from tests.bot.quizmaster.room import GARAGE, choice, labels, typed

if TYPE_CHECKING:
    from bot.reply import Reply

NOW = 1000.0
CLOSEST = Question("laps", "closest", "How many laps did he lead?", "412", ("412",), unit="laps")
FIVE = Question("five", "several", "Name three.", "Al, Bo, Cy", ("Al", "Bo", "Cy"), wanted=3)
CLUES = replace(typed("who"), clues=("I raced.", "I won.", "I won twice."))


def at(question: Question, phase: str) -> Night:
    night = Night("N", "Trucks", Rules(1, 1, 30), (question,), "discord 1", host_name="Ann")
    stretch = Stretch(NOW - 10, NOW + 20)
    night = replace(night, head=Head("asking", 0, 0, NOW + 20), open={0: stretch})
    ben = Entrant("discord", "2", "Ben", "track")
    night = replace(enter(replace(night, head=Head()), ben), head=night.head)
    night = give(night, Given("discord 2", "0", "C", NOW))
    return replace(night, head=replace(night.head, phase=phase))


def seen(night: Night) -> list[Reply]:
    board, tallies = Board("N", GARAGE, "m"), {"discord": Tally(1, 1)}
    return [show_board(night, tallies, board, NOW), show_panel(night, tallies, GARAGE, NOW)]


def everything(reply: Reply) -> str:
    return json.dumps(dataclasses.asdict(reply))


@pytest.mark.parametrize("phase", ["round", "asking", "paused"])
def test_whatever_is_right_the_same_is_seen(phase: str) -> None:
    boards = [seen(at(choice("Daytona", right), phase)) for right in "ABCD"]

    assert all(each == boards[0] for each in boards)
    told = show_board(at(choice("Daytona", "B"), "revealed"), {}, Board("N", GARAGE, "m"), NOW)
    assert "mile" in everything(told)


@pytest.mark.parametrize("question", [typed("Daytona"), CLOSEST, FIVE, CLUES])
@pytest.mark.parametrize("phase", ["asking", "paused"])
def test_nothing_of_an_answer_in_words_is_told(question: Question, phase: str) -> None:
    for reply in seen(at(question, phase)):
        for answer in (question.answer, *question.accepted, question.told or "412"):
            assert answer not in everything(reply)


def test_a_locked_board_tells_what_was_asked_and_not_what_is_right() -> None:
    boards = [seen(at(choice("Daytona", right), "locked"))[0] for right in "ABCD"]

    assert all(each == boards[0] for each in boards)
    assert not labels(boards[0])


def test_clues_come_one_after_another_as_the_time_goes_by() -> None:
    night = at(CLUES, "asking")
    board = Board("N", GARAGE, "m")
    counted = [
        everything(show_board(night, {}, board, NOW - 10 + after)).count("Clue")
        for after in (0, 11, 29)
    ]

    assert counted == [1, 2, 3]


def test_nobody_has_points_before_the_reveal() -> None:
    assert [each.points for each in standings(at(choice("Daytona", "C"), "locked"))] == [0]
