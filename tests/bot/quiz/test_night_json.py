"""A night's set-up and every kind of step come back from JSON as they were."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import get_args

import pytest

from bot.quiz.given import Head
from bot.quiz.marking import Marking
from bot.quiz.night import Night
from bot.quiz.night_json import kind_of, read_set_up, read_step, write_set_up, write_step
from bot.quiz.question import Question
from bot.quiz.rules import Rules
from bot.quiz.steps import Marked, Settled, Step
from knowledge.answer import Table

FIVE = Question(
    "k", "several", "Name five.", "Heim, …", ("heim", "riggs"), told="…", wanted=5, clues=("a", "b")
)
HEAT = Question("h", "choice", "Who?", "Ty", ("A",), ("Ty", "Jo"), proof=Table(("a",), ((1.5,),)))
NIGHT = Night(
    *("n1", "Truck night", Rules(joker=True, seconds=20), (FIVE, HEAT), "slack U1", "Ann"),
    head=Head(until=99.5),
)
MARKED = Marked(
    at=4.0, number=2, markings=(("heim", Marking("right", 1)), ("riggs", Marking("near")))
)
VALUES = {"at": 7.25, "who": "discord 1", "until": 9.0, "among": ("discord 1", "team Pit Crew")}
VALUES |= dict.fromkeys(("round", "number", "protest"), 3) | dict.fromkeys(
    ("right", "upheld"), True
)
VALUES |= {"void": True, "seconds": 12.5, "to": "slack U2", "name": "Bob", "text": "Heim"}
VALUES |= {
    "words": "He was second",
    "community": "T1",
    "platform": "slack",
    "why": "gone",
    "markings": (),
    "stands": False,
    "how": "void",
}


def through_json(told: dict[str, object]) -> dict[str, object]:
    return dict(json.loads(json.dumps(told)))


def test_a_set_up_comes_back_whole_and_leaves_out_what_is_usual() -> None:
    told = through_json(write_set_up(NIGHT))

    assert read_set_up(told) == NIGHT
    assert told["rules"] == {"joker": True, "seconds": 20}
    assert "proof" not in told["questions"][0]  # type: ignore[index]


@pytest.mark.parametrize("kind", get_args(Step), ids=lambda kind: kind.__name__)
def test_every_kind_of_step_comes_back(kind: type[Step]) -> None:
    step = kind(**{each.name: VALUES[each.name] for each in fields(kind)})

    assert read_step(kind_of(step), through_json(write_step(step))) == step


def test_markings_come_back() -> None:
    settled = Settled(at=4.0, number=2, how="count", markings=MARKED.markings)
    for step in (MARKED, settled):
        assert read_step(kind_of(step), through_json(write_step(step))) == step
