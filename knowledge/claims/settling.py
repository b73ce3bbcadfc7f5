"""Settles a statement part by part."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.claims.claim import Claim, Desk, Verdict
from knowledge.claims.counted import check_number
from knowledge.claims.named import check_deed, check_leader, check_more
from knowledge.claims.occasion import check_occasion
from knowledge.claims.splitting import parts_of, readings_of
from knowledge.reading.meanings import NotHeld
from knowledge.reading.words import LONGEST_QUESTION

if TYPE_CHECKING:
    from knowledge.claims.statement import Statement

_CHECKS = (check_occasion, check_number, check_more, check_leader, check_deed)
_NOTHING_TO_CHECK = "I found no number, winner or record in that to check."

_NOT_A_STATEMENT = f"a statement has words, and at most {LONGEST_QUESTION} characters."


def settle(text: str, desk: Desk) -> tuple[Verdict, ...]:
    """A verdict on each part of a statement, in the order they were made."""
    if not text.strip() or len(text) > LONGEST_QUESTION:
        return (Verdict(Claim(text[:LONGEST_QUESTION]), "can't tell", _NOT_A_STATEMENT),)
    verdicts = []
    before: Statement | None = None
    for part in parts_of(text, desk):
        readings = readings_of(part, before, desk)
        verdicts.append(_likeliest([_settled(each, part, desk) for each in readings]))
        if before is None or readings[0].subject:
            before = readings[0]
    return tuple(verdicts)


def _likeliest(verdicts: list[Verdict]) -> Verdict:
    """The reading in which it is true, else the first that can be told."""
    for wanted in (("true",), ("almost", "false")):
        for verdict in verdicts:
            if verdict.judgement in wanted:
                return verdict
    return verdicts[0]


def _settled(statement: Statement, part: str, desk: Desk) -> Verdict:
    claim = Claim(part.strip())
    topics = statement.mentions.of(NotHeld)
    if topics:
        return Verdict(claim, "can't tell", f"the rows do not hold {topics[0].topic}.")
    for check in _CHECKS:
        verdict = check(statement, desk)
        if verdict is not None:
            return _of_part(verdict, part)
    return Verdict(claim, "can't tell", _NOTHING_TO_CHECK)


def _of_part(verdict: Verdict, part: str) -> Verdict:
    """The verdict on the words as they were said, without what they inherited."""
    return replace(verdict, claim=Claim(part.strip(), verdict.claim.stated))
