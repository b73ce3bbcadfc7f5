"""One question before the doctor, and what his mend makes of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.quiz.packs.pack import LONGEST, MOST_ACCEPTED
from bot.quiz.question import LETTERS
from knowledge.trivia_doctor.diagnosis import Asked, Diagnosis

if TYPE_CHECKING:
    from bot.book import Book
    from bot.quiz.packs.pack import Written
    from knowledge.trivia_doctor.diagnosis import Mend

_SEVERAL = Diagnosis("unchecked", "Where several are to be named, the records are not asked.")


def diagnosed(question: Written, book: Book) -> Diagnosis:
    if question.kind == "several":
        return _SEVERAL
    asked = Asked(question.question, question.answers, question.choices, question.as_of)
    return book.diagnose(asked)


def mended(question: Written, mend: Mend) -> Written | None:
    """The question as the mend has it; none where that would not fit into a pack."""
    prompt, answers = mend.prompt or question.question, mend.accepted or question.answers
    if len(prompt) > LONGEST["question"] or len(answers) > MOST_ACCEPTED:
        return None
    longest = LONGEST["choices" if question.choices else "answer"]
    if any(len(each) > longest for each in answers):
        return None
    after = replace(question, question=prompt, answers=answers, found=None, decided="")
    if answers != question.answers:  # a sentence that tells the old answer would tell it wrong
        after = replace(after, told="", choices=_choices(question, answers))
    return after if after.choices or after.kind != "choice" else replace(after, kind="typed")


def _choices(question: Written, answers: tuple[str, ...]) -> tuple[str, ...]:
    """Where what is right stands in none of them, it takes the place of what was thought to be."""
    right = {each.casefold() for each in answers}
    wrong = [each for each in question.choices if each.casefold() not in right]
    if not question.choices or not wrong:
        return ()
    if len(wrong) < len(question.choices):
        return question.choices
    before = {each.casefold() for each in question.answers}
    kept = [each for each in wrong if each.casefold() not in before]
    return (answers[0], *(kept or wrong))[: len(LETTERS)]
