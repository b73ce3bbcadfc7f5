"""A number that was stated: asked of the rows, and compared."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from knowledge.answer import Answer, Outcome, Unknown, WhichOne
from knowledge.claims.claim import Claim, Desk, Judgement, Verdict
from knowledge.measures import ordinal
from knowledge.reading.meanings import Cue, MeasureNamed, Seasons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.claims.numbers import Stated
    from knowledge.claims.statement import Statement

_WAYS_TO_ASK = ("how many", "", "how many times")
_ALL_SERIES = "combined in all three series"
_OTHER_SCOPES = ("in cup", "in xfinity", "in trucks")
_NEAR = 0.05
_NOT_FAR = 0.1
_ROUGH = ("laps", "points", "average", "percent", "win percentage", "race points")
"""Large or averaged numbers, of which nobody remembers the last digit."""
_TELLING = 3
"""A number below this is right for some other season by mere chance."""
_OF_HIS_RACES = frozenset("percent won win wins of his her their all the races starts".split())

Numbered: TypeAlias = tuple[Answer, float]


def check_number(statement: Statement, desk: Desk) -> Verdict | None:
    """The verdict on the one number stated; None where there is none, or more."""
    if len(statement.exact_numbers) != 1:
        return None
    (stated,) = statement.exact_numbers
    claim = Claim(statement.text, stated.number)
    outcome = _asked(statement, stated, desk)
    found = numbered(outcome)
    if found is None or _is_of_others(outcome, statement):
        return untold(claim, outcome)
    verdict = compared(claim, stated, *found, denies=statement.denies)
    if verdict.judgement == "true" or statement.denies or stated.bound:
        return verdict
    return _elsewhere(verdict, statement, stated, desk)


def numbered(outcome: Outcome) -> Numbered | None:
    if not isinstance(outcome, Answer) or isinstance(outcome.value, bool):
        return None
    return (outcome, outcome.value) if isinstance(outcome.value, int | float) else None


def _is_of_others(outcome: Outcome, statement: Statement) -> bool:
    """How many different ones there were is not what somebody is said to have."""
    different = isinstance(outcome, Answer) and outcome.reading.startswith("different")
    return different and bool(statement.subject) and "different" not in statement.words


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


def _asked(statement: Statement, stated: Stated, desk: Desk) -> Outcome:
    """The first way of asking that gets a number; else what the plainest way came back as."""
    outcomes = []
    for question in _questions(statement, stated):
        outcome = desk.ask(question)
        if numbered(outcome):
            return outcome
        outcomes.append(outcome)
    return next((each for each in outcomes if isinstance(each, WhichOne)), outcomes[0])


def _questions(statement: Statement, stated: Stated) -> Iterator[str]:
    words = statement.words
    if words[stated.end : stated.end + 1] == ["percent"]:
        kept = [*words[: stated.start], *words[stated.end :]]
        yield f"win percentage {' '.join(word for word in kept if word not in _OF_HIS_RACES)}"
    gone = {each.start for each in statement.numbers if each not in statement.exact_numbers}
    if statement.spans(MeasureNamed):  # he drove the 24 to so many wins
        drove = (span for span in statement.mentions.spans if span.meaning is Cue.DROVE)
        gone |= {at for span in drove for at in range(span.start, span.end)}
    for way in _WAYS_TO_ASK:
        before = [word for at, word in enumerate(words[: stated.start]) if at not in gone]
        after = [word for at, word in enumerate(words) if at >= stated.end and at not in gone]
        yield " ".join([*before, way, *after])


def _elsewhere(verdict: Verdict, statement: Statement, stated: Stated, desk: Desk) -> Verdict:
    """Where the number would be right: all series together, another one, the season beside."""
    if not statement.names_series:
        together = _right_in(_ALL_SERIES, statement, stated, desk)
        if together:
            return Verdict(verdict.claim, "true", together.headline, together.value, together)
        for scope in _OTHER_SCOPES:
            other = _right_in(scope, statement, stated, desk)
            if other:
                words = f"{_base(verdict)}; {stated.shown} is right for {other.reading}."
                return replace(verdict, judgement="almost", words=words)
    return _in_season_beside(verdict, statement, stated, desk)


def _right_in(scope: str, statement: Statement, stated: Stated, desk: Desk) -> Answer | None:
    question = f"{statement.replaced(stated.start, stated.end, 'how many')} {scope}"
    found = numbered(desk.ask(question))
    return found[0] if found and stated.is_met(found[1]) else None


def _in_season_beside(
    verdict: Verdict, statement: Statement, stated: Stated, desk: Desk
) -> Verdict:
    """No better than false, but worth a hint: the number of the season before or after."""
    season, spans = statement.one_season, statement.spans(Seasons)
    if season is None or len(spans) != 1 or stated.number < _TELLING:
        return verdict
    for other in (season - 1, season + 1):
        kept = statement.replaced(spans[0].start, spans[0].end, f"in {other}")
        found = numbered(desk.ask(kept.replace(_said(statement, stated), "how many", 1)))
        if found and stated.is_met(found[1]):
            words = f"{_base(verdict)}; {stated.shown} is right for {other}."
            return replace(verdict, words=words)
    return verdict


def _said(statement: Statement, stated: Stated) -> str:
    return " ".join(statement.words[stated.start : stated.end])


def _base(verdict: Verdict) -> str:
    return verdict.words.removesuffix(".")
