"""A number that was stated: asked of the rows, and compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.answer import Answer, Outcome, WhichOne
from knowledge.claims.claim import Claim, Desk, Verdict
from knowledge.claims.comparing import compared, numbered, untold
from knowledge.claims.elsewhere import elsewhere
from knowledge.reading.meanings import Cue, MeasureNamed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.claims.numbers import Stated
    from knowledge.claims.statement import Statement

_WAYS_TO_ASK = ("how many", "", "how many times")
_OF_HIS_RACES = frozenset("percent won win wins of his her their all the races starts".split())


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
    return elsewhere(verdict, statement, stated, desk)


def _is_of_others(outcome: Outcome, statement: Statement) -> bool:
    """How many different ones there were is not what somebody is said to have."""
    different = isinstance(outcome, Answer) and outcome.reading.startswith("different")
    return different and bool(statement.subject) and "different" not in statement.words


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
