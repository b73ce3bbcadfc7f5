"""Keys that the rows contradict since a question was made: noted, and settled by the host."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.quiz.marking import same
from bot.quiz.night import Doubt
from bot.quiz.question import LETTERS
from bot.quiz.refused import Refused
from bot.quiz.scoring import scored

if TYPE_CHECKING:
    from bot.quiz.night import Night
    from bot.quiz.question import Question
    from bot.quiz.steps import Doubted, Settled

CORRECTED = "the rows were corrected"
"""Why points change, as the log says it."""

_OVER = Refused("That night is over; its points stay as they are.")
NOTHING_TO_COUNT = Refused("The rows have no answer that could be given there.")
_SETTLED = Refused("That is settled already.")


def doubt(step: Doubted, night: Night) -> Night | Refused:
    """Of a night that is over too: its host is told all the same."""
    doubts = {number: each for number, each in night.doubts.items() if number != step.number}
    if step.stands:
        doubts[step.number] = Doubt(step.right, step.why)
    return replace(night, doubts=doubts)


def settle(step: Settled, night: Night) -> Night | Refused:
    number, found = step.number, night.doubts.get(step.number)
    if night.head.phase == "over":
        return _OVER
    if found is None or found.settled:
        return _SETTLED
    if step.how == "count" and not may_count(night, number):
        return NOTHING_TO_COUNT
    after = replace(night, doubts={**night.doubts, number: replace(found, settled=True)})
    if step.how == "void":
        after = replace(after, void=night.void | {number})
    elif step.how == "count":
        after = _counting(step, after)
    return scored(night, after, (number,), CORRECTED, step.at)


def corrected(night: Night, number: int) -> Question:
    """The question with what the rows say now; what was right before stays so once it was open."""
    question, right = night.questions[number], night.doubts[number].right
    if question.kind == "choice":
        right = letters_of(question, right)
    elif question.kind == "closest":
        return replace(question, answer=right[0], accepted=right[:1], told=_told(right))
    was_open = number in night.open
    accepted = tuple(dict.fromkeys((*question.accepted, *right))) if was_open else right
    told = _told(night.doubts[number].right)
    if question.kind == "typed":
        return replace(question, answer=" or ".join(accepted), accepted=accepted, told=told)
    return replace(question, accepted=accepted, told=told)


def letters_of(question: Question, right: tuple[str, ...]) -> tuple[str, ...]:
    both = zip(LETTERS, question.choices, strict=False)
    return tuple(letter for letter, words in both if words in right)


def may_count(night: Night, number: int) -> bool:
    """Whether the rows have an answer that could be given there."""
    question, right = night.questions[number], night.doubts[number].right
    return bool(letters_of(question, right) if question.kind == "choice" else right)


def _counting(step: Settled, night: Night) -> Night:
    number = step.number
    questions = list(night.questions)
    questions[number] = corrected(night, number)
    after = replace(night, questions=tuple(questions))
    if number not in night.marked:
        return after
    marked = {same(text): marking for text, marking in step.markings}
    right = {text for text, marking in marked.items() if marking.verdict == "right"}
    ruled = {text: was for text, was in night.ruled.get(number, {}).items() if text not in right}
    return replace(
        after,
        marked={**night.marked, number: {**night.marked[number], **marked}},
        ruled={**night.ruled, number: ruled},
    )


def _told(right: tuple[str, ...]) -> str:
    return f"By the rows as they were corrected since: {', '.join(right)}."
