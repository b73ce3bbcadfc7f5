"""Statements that are to be called true or false, by the check of claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.answer import Table
from knowledge.trivia_doctor.diagnosis import Diagnosis, Mend
from knowledge.trivia_doctor.likeness import yes_or_no

if TYPE_CHECKING:
    from knowledge.claims.claim import Verdict
    from knowledge.trivia_doctor.diagnosis import Asked, Practice

_SEVERAL_PARTS = "The statement has several parts; I check one at a time."
_NEARLY = "That is so nearly what the rows say that I would rather not call it: {}"


def judged_statement(asked: Asked, statement: str, practice: Practice) -> Diagnosis:
    """Whether the rows call a statement what the pack calls it."""
    verdicts = practice.settle(statement)
    if len(verdicts) != 1:
        return Diagnosis("unchecked", _SEVERAL_PARTS)
    (verdict,) = verdicts
    proof = verdict.answer.table if verdict.answer else Table()
    if verdict.judgement == "can't tell":
        return Diagnosis("unchecked", f"The rows cannot tell: {verdict.words}")
    if verdict.judgement == "almost" and not _is_exact(verdict):
        return Diagnosis("unchecked", _NEARLY.format(verdict.words), None, proof)
    holds = verdict.judgement == "true"
    if all(yes_or_no(each) is holds for each in asked.accepted):
        return Diagnosis("sound", verdict.words, None, proof)
    mend = Mend(accepted=("True" if holds else "False",))
    return Diagnosis("contradicted", verdict.words, mend, proof)


def _is_exact(verdict: Verdict) -> bool:
    """Whether one off is wrong: every source has the same number of wins and titles."""
    reading = verdict.answer.reading if verdict.answer else ""
    return isinstance(verdict.value, int) and reading.startswith(("wins", "championships"))
