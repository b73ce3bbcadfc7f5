"""The questions of a night as a pack that can be asked again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.quiz.packs.pack import LONGEST, MOST_ACCEPTED, Pack, Written

if TYPE_CHECKING:
    from bot.quiz.night import Night
    from bot.quiz.question import Question


def pack_of(night: Night) -> Pack:
    """Those that were asked; a tie-break that was not needed stays unknown."""
    asked = (night.questions[number] for number in sorted(night.open))
    return Pack(_cut(night.title, "title"), tuple(written_of(each) for each in asked))


def written_of(question: Question) -> Written:
    """Clues go before the question, as many as there is room for."""
    kind = "choices" if question.kind == "choice" else "answer"
    return Written(
        question=_with_clues(question),
        answers=tuple(_cut(each, kind) for each in _answers(question)[:MOST_ACCEPTED]),
        choices=tuple(_cut(each, "choices") for each in question.choices),
        kind=question.kind,
        difficulty=question.difficulty,
        told=_cut(question.told, "told"),
        wanted=question.wanted,
    )


def _answers(question: Question) -> tuple[str, ...]:
    if question.kind == "choice":
        return tuple(each for each in question.choices if _is_right(question, each))
    if question.kind == "closest":
        return (f"{question.accepted[0]} {question.unit}".strip(),)
    return question.accepted


def _is_right(question: Question, choice: str) -> bool:
    return question.letter_of(choice) in question.accepted


def _with_clues(question: Question) -> str:
    told = [question.prompt]
    for clue in question.clues:
        if len(" ".join((*told, clue))) <= LONGEST["question"]:
            told.insert(-1, clue)
    return _cut(" ".join(told), "question")


def _cut(text: str, what: str) -> str:
    longest = LONGEST[what]
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
