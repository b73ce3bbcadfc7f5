"""A number that was stated: asked of the rows, and compared."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from knowledge.answer import Answer, Outcome, Unknown, WhichOne
from knowledge.claims.claim import Claim, Desk, Verdict

if TYPE_CHECKING:
    from knowledge.claims.numbers import Stated
    from knowledge.claims.statement import Statement

_WAYS_TO_ASK = ("how many", "", "how many times")
_OTHER_SCOPES = ("combined in all three series", "in cup", "in xfinity", "in trucks")
_NEAR = 0.05
_ROUGH = ("laps", "points", "average", "percent")
"""Large or averaged numbers, of which nobody remembers the last digit."""

Numbered: TypeAlias = tuple[Answer, float]


def check_number(statement: Statement, desk: Desk) -> Verdict | None:
    """The verdict on the one number stated; None where there is none, or more."""
    if len(statement.numbers) != 1:
        return None
    (stated,) = statement.numbers
    claim = Claim(statement.text, stated.number)
    outcome = _asked(statement, stated, desk)
    found = numbered(outcome)
    if isinstance(outcome, WhichOne):
        return _undecided(claim, outcome, statement, stated, desk)
    if found is None:
        return untold(claim, outcome)
    verdict = _compared(claim, stated, *found)
    if statement.denies:
        return _denied(verdict, stated)
    return _in_other_series(verdict, statement, stated, desk)


def numbered(outcome: Outcome) -> Numbered | None:
    if not isinstance(outcome, Answer) or isinstance(outcome.value, bool):
        return None
    return (outcome, outcome.value) if isinstance(outcome.value, int | float) else None


def untold(claim: Claim, outcome: Outcome) -> Verdict:
    """Why the rows cannot tell: not read, not held, or a name that several share."""
    if isinstance(outcome, WhichOne):
        words = f"{outcome.name} could be {', or '.join(outcome.choices)}."
        return Verdict(claim, "can't tell", words, choices=outcome.choices)
    if isinstance(outcome, Unknown):
        words = f"{outcome.why} {outcome.nearest}".strip()
        return Verdict(claim, "can't tell", words)
    words = "that is not something the rows give as one number or name."
    return Verdict(claim, "can't tell", words, outcome.value, outcome)


def _undecided(
    claim: Claim, choice: WhichOne, statement: Statement, stated: Stated, desk: Desk
) -> Verdict:
    """Nobody can tell whose number is meant; each one's own may settle it for the reader."""
    first, last = statement.subject[0], statement.subject[-1]
    told = []
    for name in choice.choices:
        named = statement.replaced(first.start, last.end, name)
        found = numbered(desk.ask(named.replace(statement.words[stated.start], "how many")))
        told.append(f"{name} ({found[1]:,})" if found else name)
    words = f"{choice.name} could be {', or '.join(told)}."
    return Verdict(claim, "can't tell", words, choices=choice.choices)


def _asked(statement: Statement, stated: Stated, desk: Desk) -> Outcome:
    """The first way of asking that gets a number; else what the plainest way came back as."""
    outcomes = []
    for way in _WAYS_TO_ASK:
        outcome = desk.ask(statement.replaced(stated.start, stated.end, way))
        if numbered(outcome):
            return outcome
        outcomes.append(outcome)
    return next((each for each in outcomes if isinstance(each, WhichOne)), outcomes[0])


def _compared(claim: Claim, stated: Stated, answer: Answer, value: float) -> Verdict:
    if stated.is_met(value):
        return Verdict(claim, "true", answer.headline, value, answer)
    words = f"the rows say {_written(value, stated)}, not {stated.shown}."
    near = _is_near(value, stated, answer)
    return Verdict(claim, "almost" if near else "false", words, value, answer)


def _is_near(value: float, stated: Stated, answer: Answer) -> bool:
    """One more or less; the last digits of what nobody counts by hand. None is never one."""
    if not value or not stated.number:
        return False
    rough = isinstance(value, float) or answer.reading.startswith(_ROUGH)
    return abs(value - stated.number) <= (_NEAR * value if rough else 1)


def _written(value: float, stated: Stated) -> str:
    decimals = max(stated.decimals, 0 if float(value).is_integer() else 1)
    return f"{value:,.{decimals}f}"


def _denied(verdict: Verdict, stated: Stated) -> Verdict:
    if verdict.judgement == "true":
        words = f"the rows do say {stated.shown}."
        return replace(verdict, judgement="false", words=words)
    headline = verdict.answer.headline if verdict.answer else verdict.words
    return replace(verdict, judgement="true", words=headline)


def _in_other_series(verdict: Verdict, statement: Statement, stated: Stated, desk: Desk) -> Verdict:
    """Almost: the number is right, but for a series that was not named."""
    if verdict.judgement == "true" or statement.names_series or stated.bound:
        return verdict
    for scope in _OTHER_SCOPES:
        question = f"{statement.replaced(stated.start, stated.end, 'how many')} {scope}"
        found = numbered(desk.ask(question))
        if found and stated.is_met(found[1]):
            other = f"{stated.shown} is right for {found[0].reading}"
            words = f"{verdict.words.removesuffix('.')}; {other}."
            return replace(verdict, judgement="almost", words=words)
    return verdict
