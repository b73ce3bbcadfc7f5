"""What a typed answer is worth: the record book says it, or the accepted texts of a pack."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from rapidfuzz.fuzz import ratio

from bot.quiz.marking import Marking, same
from bot.quiz.steps import Marked
from knowledge.answer import AsOf, Table
from knowledge.trivia.trivia import Trivia

if TYPE_CHECKING:
    from bot.book import Book
    from bot.quiz.night import Night
    from bot.quiz.question import Question

Markings: TypeAlias = "tuple[tuple[str, Marking], ...]"

_ALIKE = 80.0
"""Percent of letters from which the host shall decide."""

_BREAKS = re.compile(r"[,;/\n]|\band\b|&", re.IGNORECASE)
_SMALL = re.compile(r"^(?:the|a|an)\s+|[^\w\s]", re.IGNORECASE)


def marked(night: Night, number: int, book: Book, at: float) -> Marked:
    """A step that marks every answer in words to a question that is closed."""
    markings = _all(night, number, night.questions[number], book)
    return Marked(at=at, number=number, markings=markings)


def marked_anew(night: Night, number: int, question: Question, book: Book) -> Markings:
    """What was typed to it, by another key than it was asked with; nothing is marked before it."""
    if number not in night.marked:
        return ()
    return _all(night, number, question, book)


def mark(question: Question, text: str, book: Book) -> Marking:
    if question.source and question.kind != "closest":
        return _by_texts(question, text)
    told = book.mark(_as_trivia(question), text)
    return Marking(told.judgement, told.right, told.number)


def _all(night: Night, number: int, question: Question, book: Book) -> Markings:
    given = night.given.get(str(number), {}).values()
    texts = {same(each.text): each.text for each in given}
    return tuple((key, mark(question, text, book)) for key, text in texts.items())


def _by_texts(question: Question, text: str) -> Marking:
    """As its writer accepts them; what is nearly one of them is for the host."""
    if question.kind == "several":
        return _several(question, text)
    said, accepted = _bare(text), {_bare(each) for each in question.accepted}
    if said in accepted:
        return Marking("right", 1)
    is_near = any(ratio(said, each) >= _ALIKE for each in accepted)
    return Marking("near" if is_near else "wrong")


def _several(question: Question, text: str) -> Marking:
    accepted = {_bare(each) for each in question.accepted}
    named = {_bare(part) for part in _BREAKS.split(text)}
    count = min(len(named & accepted), question.wanted)
    if count == question.wanted:
        return Marking("right", count)
    others = [part for part in named - accepted if part]
    is_near = any(ratio(part, each) >= _ALIKE for part in others for each in accepted)
    return Marking("near" if is_near else "wrong", count)


def _bare(text: str) -> str:
    return same(_SMALL.sub("", text.strip()))


def _as_trivia(question: Question) -> Trivia:
    """The question as the record book knows it; only what it is marked by matters."""
    is_figure = question.kind == "closest"
    return Trivia(
        key=question.key,
        kind="",
        prompt=question.prompt,
        answer=question.accepted[0] if is_figure else question.answer,
        accepted=question.accepted,
        choices=(),
        told="",
        proof=Table(),
        as_of=AsOf("", 0, ""),
        difficulty=question.difficulty,
        series="",
        subjects=(),
        wanted=question.wanted,
        unit=(question.unit or "figure") if is_figure else "",
    )
