"""The questions of dev.jsonl, asked as fans write them: how many are right, and none wrong."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from knowledge.record_book import RecordBook
from tests.questions.scoring import GRAVITY, Verdict, judge

if TYPE_CHECKING:
    from knowledge.answer import Outcome

QUESTIONS = Path(__file__).parent / "dev.jsonl"

COVERED = frozenset(
    (
        *("season", "filtered", "career", "race", "when", "leader"),
        *("slang", "ambiguous", "unanswerable", "table"),
    )
)
"""The categories whose question shapes there are."""

ENOUGH = 0.85

KNOWN_WRONG: frozenset[str] = frozenset()
"""Ids of questions answered wrongly for now: each is a debt, with its reason beside it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with its follow-ups, and how the worst of its turns was judged."""

    item: dict[str, Any]
    outcomes: list[Outcome]
    verdict: Verdict

    def __str__(self) -> str:
        last = self.outcomes[-1]
        return f"{self.verdict}: {self.item['turns']} wants {self.item['expect']}, got {last}"


@pytest.fixture(scope="module")
def asked(book_home: Path) -> list[Asked]:
    book = RecordBook.open(book_home)
    items = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    return [_ask(book, item) for item in items]


def _ask(book: RecordBook, item: dict[str, Any]) -> Asked:
    outcomes: list[Outcome] = []
    for turn in item["turns"]:
        outcomes.append(book.ask(turn, after=outcomes[-1] if outcomes else None))
    verdicts = (judge(e, o) for e, o in zip(item["expect"], outcomes, strict=True))
    return Asked(item, outcomes, max(verdicts, key=GRAVITY.index))


def test_no_question_gets_a_wrong_answer_whatever_its_category(asked: list[Asked]) -> None:
    wrong = [one for one in asked if one.verdict in {"wrong", "overreach"}]

    unknown_debts = [str(one) for one in wrong if one.item["id"] not in KNOWN_WRONG]
    assert not unknown_debts, "\n".join(unknown_debts)


def test_debts_that_are_paid_are_struck_off(asked: list[Asked]) -> None:
    wrong = {one.item["id"] for one in asked if one.verdict in {"wrong", "overreach"}}

    assert wrong >= KNOWN_WRONG


def test_enough_of_the_questions_of_covered_kinds_are_answered_right(asked: list[Asked]) -> None:
    covered = [one for one in asked if one.item["category"] in COVERED]
    failed = [one for one in covered if one.verdict != "right"]

    by_category = Counter(one.item["category"] for one in failed)
    assert len(failed) <= (1 - ENOUGH) * len(covered), "\n".join(
        [f"{len(failed)} of {len(covered)} are not right: {dict(by_category)}", *map(str, failed)]
    )
