"""The questions of a night out of a pack."""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from bot.quiz.packs.checking import FIGURE
from bot.quiz.question import LETTERS, Question

if TYPE_CHECKING:
    from bot.quiz.packs.pack import Pack, Written
    from bot.quiz.rules import Style

_OF_THE_CHOICES = re.compile(
    r"\b(?:of|among) (?:these|the (?:following|choices)|the (?:two|three|four)\b)"
    r"|\bwhich one\b|\btrue or false\b",
    re.IGNORECASE,
)
"""What is asked so cannot be answered without seeing the choices."""

_OURS = "This is the host's answer; the records say otherwise."

_LAST = re.compile(r"(?:all|none|both|neither) of (?:the above|these|them)\b", re.IGNORECASE)
"""A choice that speaks of the others stands below them."""


def questions_of(pack: Pack, style: Style, seed: str) -> tuple[Question, ...]:
    """Every question in the pack's order; the choices of one lie as the seed has it."""
    return tuple(_asked(each, pack.title, style, seed) for each in pack.questions)


def _asked(written: Written, title: str, style: Style, seed: str) -> Question:
    question = Question(
        key=_digest("pack", written.question, *written.answers)[:20],
        kind=written.kind,
        prompt=written.question,
        answer=_shown(written),
        accepted=written.answers,
        told=_told(written),
        difficulty=written.difficulty,
        wanted=written.wanted,
        source=title,
        through=f"{written.as_of} season" if written.as_of else "",
        until=str(written.as_of or ""),
        sound=written.found == "sound",
    )
    if written.kind == "closest":
        return _of_a_figure(question, written)
    if written.kind != "choice":
        return question
    right = {each.casefold() for each in written.answers}
    if len(written.choices) < 2 or not right & {each.casefold() for each in written.choices}:
        return replace(question, kind="typed")
    if style == "typed" and not _OF_THE_CHOICES.search(written.question):
        return replace(question, kind="typed")
    return _with_choices(question, written, seed)


def _told(written: Written) -> str:
    """Where the records say otherwise, everybody learns whose answer it is."""
    return f"{written.told} {_OURS}".strip() if written.decided == "ours" else written.told


def _with_choices(question: Question, written: Written, seed: str) -> Question:
    def place(choice: str) -> tuple[bool, str]:
        return bool(_LAST.match(choice)), _digest(seed, question.key, choice)

    choices = tuple(sorted(written.choices, key=place))
    right = {answer.casefold() for answer in written.answers}
    letters = tuple(
        letter
        for letter, choice in zip(LETTERS, choices, strict=False)
        if choice.casefold() in right
    )
    shown = [choices[LETTERS.index(letter)] for letter in letters]
    return replace(question, choices=choices, accepted=letters, answer=" or ".join(shown))


def _of_a_figure(question: Question, written: Written) -> Question:
    figure = FIGURE.fullmatch(written.answers[0])
    if figure is None:
        raise ValueError(written)  # no such pack is ever read
    number = figure["number"].replace(",", "")
    return replace(question, accepted=(number,), unit=figure["unit"] or "")


def _shown(written: Written) -> str:
    if written.kind != "several":
        return written.answers[0]
    *others, last = written.answers
    return f"{', '.join(others)} and {last}"


def _digest(*words: str) -> str:
    return sha256("\0".join(words).encode()).hexdigest()
