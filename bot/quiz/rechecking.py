"""What the record book says by now of a question that was asked, where that is another answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.quiz.night import Doubt
from bot.quiz.question import LETTERS
from knowledge.trivia.trivia import AskedBefore
from knowledge.trivia_doctor.diagnosis import Asked

if TYPE_CHECKING:
    from bot.book import Book
    from bot.quiz.question import Question


def rechecked(question: Question, book: Book) -> Doubt | None:
    """None where nothing contradicts it, or nobody can tell."""
    if question.source:
        return _of_a_pack(question, book) if question.sound else None
    if not question.until:  # it was asked before its day was kept
        return None
    asked = AskedBefore(
        question.key, _in_words(question), question.until, question.choices, question.clues
    )
    told = book.recount(asked)
    return Doubt(told.right, told.why) if told and told.differs(asked) else None


def _of_a_pack(question: Question, book: Book) -> Doubt | None:
    """Only where the records agreed with it before: else its writer knew better."""
    if question.kind in ("several", "closest"):  # its mend could not be marked
        return None
    season = int(question.until) if question.until else None
    asked = Asked(question.prompt, _in_words(question), question.choices, season)
    diagnosis = book.diagnose(asked)
    if diagnosis.state != "contradicted":
        return None
    return Doubt(diagnosis.mend.accepted if diagnosis.mend else (), (diagnosis.why,))


def _in_words(question: Question) -> tuple[str, ...]:
    if question.kind != "choice":
        return question.accepted
    return tuple(question.choices[LETTERS.index(letter)] for letter in question.accepted)
