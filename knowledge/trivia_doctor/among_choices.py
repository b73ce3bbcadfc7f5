"""Which of the choices are right, where a prompt asks for one "of these"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.answer import Table
from knowledge.trivia_doctor.diagnosis import Diagnosis, Mend

if TYPE_CHECKING:
    from knowledge.claims.claim import Verdict
    from knowledge.trivia_doctor.diagnosis import Asked, Practice

_OF_THESE = re.compile(
    r"^\W*(?:which|who|what)(?: one)? (?:of|among) (?:these|those|the following)"
    r"(?: (?:two|three|four))?(?: (?:\w+ )??(?:drivers?|teams?|racers?|champions?|men|legends?"
    r"|manufacturers?|makes?))?,? (?P<rest>.+?)\W*$",
    re.IGNORECASE,
)
_UNTOLD = "The rows do not tell for every choice whether it is right."
_NONE_RIGHT = "Taken by itself, none of the choices is what the rows give."


def predicate_of(prompt: str) -> str:
    """What is to be true of one of these; empty where the prompt asks otherwise."""
    found = _OF_THESE.match(prompt)
    return found["rest"] if found else ""


def judged_choices(asked: Asked, predicate: str, practice: Practice) -> Diagnosis:
    """Each choice said to be the one, and checked."""
    told = {choice: _verdict(f"{choice} {predicate}", practice) for choice in asked.choices}
    right = [choice for choice, verdict in told.items() if _is(verdict, "true")]
    wrong = [choice for choice, verdict in told.items() if _is(verdict, "false")]
    accepted = {each.casefold() for each in asked.accepted}
    others = [choice for choice in right if choice.casefold() not in accepted]
    proof = next((_proof(told[choice]) for choice in others or right), Table())
    if others and len(right) > len(others):
        why = f"{_listed(others)} would be right as well."
        return Diagnosis("ambiguous", why, Mend(accepted=tuple(right)), proof)
    if not told or len(right) + len(wrong) < len(told):
        return Diagnosis("unchecked", _UNTOLD)
    if not right:
        return Diagnosis("unchecked", _NONE_RIGHT)
    if others:
        return Diagnosis("contradicted", _said(told[others[0]]), Mend(accepted=tuple(right)), proof)
    return Diagnosis("sound", _said(told[right[0]]), None, proof)


def _verdict(statement: str, practice: Practice) -> Verdict | None:
    verdicts = practice.settle(statement)
    return verdicts[0] if len(verdicts) == 1 else None


def _is(verdict: Verdict | None, judgement: str) -> bool:
    return verdict is not None and verdict.judgement == judgement


def _proof(verdict: Verdict | None) -> Table:
    return verdict.answer.table if verdict and verdict.answer else Table()


def _said(verdict: Verdict | None) -> str:
    return verdict.words if verdict else ""


def _listed(names: list[str]) -> str:
    return " and ".join(names)
