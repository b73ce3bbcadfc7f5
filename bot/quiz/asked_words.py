"""A question as it is asked: its words, its choices and clues, and how it is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.quiz.keys import button
from bot.quiz.question import LETTERS
from bot.quiz.wording import counted
from bot.reply import Block, Button, Fields, Text

if TYPE_CHECKING:
    from bot.quiz.keys import Verb
    from bot.quiz.night import Night
    from bot.quiz.question import Question


def asked_blocks(
    night: Night, number: int, now: float, *, choices: bool = True
) -> tuple[Block, ...]:
    question = night.questions[number]
    return (
        *_among(night),
        Text(question.prompt),
        *(_choices(question) if choices else ()),
        *(Text(f"Clue: {clue}") for clue in clues_given(night, number, now)),
        *_how(question),
    )


def asked_buttons(
    night: Night, number: int, verb: Verb = "quiz", prefix: str = ""
) -> tuple[Button, ...]:
    """The words of a choice stand on its button too, as far as the platform has room for them."""
    question = night.questions[number]
    if question.kind != "choice":
        return (button("Type your answer", f"{prefix}type {number}", night.id, verb),)
    return tuple(
        button(f"{letter} · {choice}", f"{prefix}give {number} {letter}", night.id, verb)
        for letter, choice in lettered(question)
    )


def lettered(question: Question) -> tuple[tuple[str, str], ...]:
    return tuple(zip(LETTERS, question.choices, strict=False))


def clues_given(night: Night, number: int, now: float) -> tuple[str, ...]:
    """One at once, the others as the time goes by; all of them where no clock hurries."""
    clues, stretch = night.questions[number].clues, night.open[number]
    if not clues or stretch.until is None or night.rules.own_time:
        return clues
    part = (now - stretch.began) / max(stretch.until - stretch.began, 1.0)
    return clues[: 1 + int(min(max(part, 0.0), 1.0) * len(clues))]


def _among(night: Night) -> tuple[Block, ...]:
    if not night.head.among:
        return ()
    level = counted(len(night.head.among), "side")
    return (Text(f"A tie-break between the {level} in first place: the nearest wins.", "caution"),)


def _choices(question: Question) -> tuple[Block, ...]:
    return (Fields(lettered(question)),) if question.choices else ()


def _how(question: Question) -> tuple[Block, ...]:
    match question.kind:
        case "closest" if question.source:  # those of the record book say so themselves
            return (Text("The closest number counts.", "quiet"),)
        case "several":
            told = f"Name {question.wanted}, with commas between; each counts."
            return (Text(told, "quiet"),)
        case _:
            return ()
