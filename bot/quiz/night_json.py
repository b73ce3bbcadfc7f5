"""A night's set-up and its steps as JSON and back; what is as usual is left out."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from typing import Any, cast, get_args

from bot.quiz.given import Head
from bot.quiz.marking import Marking
from bot.quiz.night import Night
from bot.quiz.question import Question
from bot.quiz.rules import Rules
from bot.quiz.steps import Marked, Settled, Step
from knowledge.answer import Table

_SET_UP = (
    "id",
    "title",
    "rules",
    "questions",
    "host",
    "host_name",
    "host_community",
    "zone",
    "head",
)
"""What there is to a night before its first step."""

_MARKING = (Marked.__name__, Settled.__name__)

_STEPS: dict[str, type[Any]] = {each.__name__: each for each in get_args(Step)}


def write_set_up(night: Night) -> dict[str, Any]:
    return {name: value for name, value in _written(night).items() if name in _SET_UP}


def read_set_up(told: dict[str, Any]) -> Night:
    """The night as it was before its first step."""
    rules, head = Rules(**_frozen(told["rules"])), Head(**_frozen(told.get("head", {})))
    questions = tuple(map(_question, told["questions"]))
    return Night(**(told | {"rules": rules, "head": head, "questions": questions}))


def kind_of(step: Step) -> str:
    return type(step).__name__


def write_step(step: Step) -> dict[str, Any]:
    return cast("dict[str, Any]", _written(step))


def read_step(kind: str, told: dict[str, Any]) -> Step:
    if kind in _MARKING and "markings" in told:
        markings = tuple((text, Marking(**marking)) for text, marking in told["markings"])
        told = told | {"markings": markings}
    return cast("Step", _STEPS[kind](**_frozen(told)))


def _question(told: dict[str, Any]) -> Question:
    proof = told.get("proof")
    kept = {name: _frozen(value) for name, value in told.items() if name != "proof"}
    return Question(**kept, proof=None if proof is None else Table(**_frozen(proof)))


def _written(value: Any) -> Any:  # noqa: ANN401 - JSON
    if is_dataclass(value):
        told = {each.name: getattr(value, each.name) for each in fields(value)}
        usual = {each.name: _usual(each) for each in fields(value)}
        return {name: _written(told[name]) for name in told if told[name] != usual[name]}
    if isinstance(value, (tuple, list)):
        return [_written(each) for each in value]
    return value


def _usual(field: Any) -> Any:  # noqa: ANN401 - whatever the field holds
    return field.default if field.default_factory is MISSING else field.default_factory()


def _frozen(value: Any) -> Any:  # noqa: ANN401 - JSON
    """Nothing in a night is a list."""
    if isinstance(value, list):
        return tuple(map(_frozen, value))
    if isinstance(value, dict):
        return {name: _frozen(each) for name, each in value.items()}
    return value
