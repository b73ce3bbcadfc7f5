"""What was stated set beside what the rows give, and the verdict said in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from knowledge.answer import Answer, Outcome, Unknown, WhichOne
from knowledge.claims.claim import Claim, Judgement, Verdict
from knowledge.measures import ordinal

if TYPE_CHECKING:
    from knowledge.claims.numbers import Stated

_NEAR = 0.05
_NOT_FAR = 0.1
_ROUGH = ("laps", "points", "average", "percent", "win percentage", "race points")
"""Large or averaged numbers, of which nobody remembers the last digit."""

Numbered: TypeAlias = tuple[Answer, float]


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


def compared(
    claim: Claim, stated: Stated, answer: Answer, value: float, *, denies: bool = False
) -> Verdict:
    """Whether the rows give the number; where it is near, by how much it is off."""
    met = stated.is_met(value)
    if denies:
        words = f"the rows do say {stated.shown}." if met else answer.headline
        return Verdict(claim, "false" if met else "true", words, value, answer)
    if met:
        return Verdict(claim, "true", answer.headline, value, answer)
    words = f"the rows say {_written(value, stated)}, not {stated.shown}"
    near = _nearness(value, stated, answer)
    told = f"{words}: {near}." if near else f"{words}."
    return Verdict(claim, "almost" if near else "false", told, value, answer)


def judged(claim: Claim, answer: Answer, holds: bool, *, denies: bool = False) -> Verdict:
    """The verdict on what holds or does not, by the answer that tells it."""
    judgement: Judgement = "true" if holds is not denies else "false"
    return Verdict(claim, judgement, answer.headline, answer.value, answer)


def _nearness(value: float, stated: Stated, answer: Answer) -> str:
    """One more or less; the last digits of what nobody counts by hand. None is never one."""
    if not value or not stated.number:
        return ""
    off = abs(value - stated.number)
    if isinstance(answer.value, float) or answer.reading.startswith(_ROUGH):
        return "within five percent" if off <= _NEAR * value else ""
    if stated.bound in ("about", "nearly"):
        return "within ten percent" if off <= _NOT_FAR * value else ""
    return "one off" if off <= 1 else ""


def _written(value: float, stated: Stated) -> str:
    if stated.words:
        return ordinal(int(value))
    decimals = max(stated.decimals, 0 if float(value).is_integer() else 1)
    return f"{value:,.{decimals}f}"
