"""Quiz questions of every kind, drawn by lot and answered again from the plain tables."""

from __future__ import annotations

import os
import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from knowledge.trivia.asking import KINDS
from knowledge.trivia.trivia import Wish
from tests.knowledge.trivia.plain_races import SERIES, PlainBook
from tests.knowledge.trivia.recount import Recount

if TYPE_CHECKING:
    from knowledge.trivia.trivia import Trivia
    from tests.knowledge.conftest import Fan

QUESTIONS = int(os.environ.get("SPOTTER_TRIVIA", "60"))
A_SET = 30


@pytest.fixture(scope="module")
def tables() -> PlainBook:
    return PlainBook()


def drawn(fan: Fan, kind: str) -> list[Trivia]:
    """Sets of one kind, none of whose questions was asked in a set before."""
    found: list[Trivia] = []
    keys: frozenset[str] = frozenset()
    for seed in range(-(-QUESTIONS // A_SET)):
        wish = Wish(kinds=(kind,), without=keys)
        found += fan.book.trivia(wish, min(A_SET, QUESTIONS - len(found)), seed)
        keys = frozenset(each.key for each in found)
    assert len(keys) == len(found) > min(QUESTIONS // 3, 250)
    return found


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_every_question_has_the_answers_that_the_tables_give(
    kind: str, fan: Fan, tables: PlainBook
) -> None:
    questions = drawn(fan, kind)
    for each in questions:
        assert Recount(each, tables).answers() == set(each.accepted), each
        reads_well(each)
    if questions[0].choices:
        letters = Counter(each.choices.index(each.answer) for each in questions)
        assert min(letters[place] for place in range(4)) >= len(questions) // 8, letters


def reads_well(each: Trivia) -> None:
    """What holds for every question, whatever its kind."""
    assert len(set(each.accepted)) == len(each.accepted) >= each.wanted
    assert each.wanted > 1 or each.answer in each.accepted
    assert not each.choices or len(set(each.choices)) == 4
    assert sum(choice in each.accepted for choice in each.choices) == bool(each.choices)
    assert each.prompt[-1] in "?."
    assert "  " not in each.prompt
    assert SERIES[each.series].removesuffix(" Series") in each.prompt
    assert not re.search(r"\b(1 (races|wins|starts|times|laps)|a [AEIOX]\w)", each.prompt)
    assert not re.search(r"\b1 (races|wins|starts|times|laps)\b", each.told), each.told
    assert each.proof.rows
    assert all(len(row) == len(each.proof.columns) for row in each.proof.rows)
    assert 1 <= each.difficulty <= 5
