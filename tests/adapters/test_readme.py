"""The README: its session is a real one, and it leaves out no command."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.commands import COMMANDS
from knowledge.answer import Answer
from knowledge.record_book import RecordBook

if TYPE_CHECKING:
    from bot.command import Option
    from tests.adapters.conftest import Spotter

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
(SESSION,) = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
TURNS = [turn.split("\n", 1) for turn in SESSION.split("$ spotter ")[1:]]


@pytest.mark.parametrize(("typed", "shown"), TURNS, ids=[typed for typed, _ in TURNS])
def test_the_session_shows_what_the_program_says(typed: str, shown: str, spotter: Spotter) -> None:
    said = spotter(*shlex.split(typed)).stdout.decode().splitlines()

    told = [line for line in shown.splitlines() if line not in {"", "..."}]
    assert [line for line in told if line not in said] == []
    assert told[0] == said[0]


def test_every_question_it_gives_as_an_example_is_answered(book_home: Path) -> None:
    examples = README.partition("## What can be asked")[2].partition("##")[0]
    book = RecordBook.open(book_home)

    asked = {question: book.ask(question) for question in re.findall('"([^"]+)"', examples)}

    assert asked
    assert [question for question in asked if not isinstance(asked[question], Answer)] == []


def test_every_command_is_listed_with_its_summary() -> None:
    listed = [line for line in README.splitlines() if line.startswith("| `/")]

    assert listed == [
        f"| `{' '.join([f'/{c.name}', *map(_written, c.options)])}` | {c.summary} |"
        for c in COMMANDS
    ]


def _written(option: Option) -> str:
    return option.name.upper() if option.required else f"[{option.name.upper()}]"
