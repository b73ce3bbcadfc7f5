"""The questions of a night, chosen from the record book: none twice, harder as a round goes on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING

from bot.phrasing import phrase_date
from bot.quiz.question import LETTERS, Question
from knowledge.trivia.trivia import Wish

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.book import Book
    from bot.quiz.programme import Programme
    from bot.quiz.rules import Rules, Style
    from knowledge.trivia.trivia import Trivia

TIE_BREAKS = 2
"""Spare questions, each of which the nearest number wins."""

CLOSEST = "closest number"
"""The kind of them."""


@dataclass(frozen=True, slots=True)
class TooFew:
    """There are not enough questions for what is wished."""

    found: int
    wanted: int


def choose(
    programme: Programme, book: Book, seed: str, without: frozenset[str] = frozenset()
) -> tuple[Question, ...] | TooFew:
    """Those of the rounds, that of the wager, and a few for tie-breaks at the end."""
    rules, lots = programme.rules, Random(seed)  # noqa: S311 - the same seed asks the same
    wish = wish_of(programme, book, without)
    found = book.trivia(wish, rules.all, lots.randrange(2**31))
    if len(found) < rules.all:
        return TooFew(len(found), rules.all)
    asked = _in_rounds(found, rules)
    return tuple(
        as_question(each, rules.style) for each in (*asked, *spare(wish, asked, book, lots))
    )


def fitting(rules: Rules, found: int) -> Rules:
    """As much of the night as so many questions are enough for."""
    rounds = found // rules.questions
    if rounds:
        return replace(rules, rounds=min(rounds, rules.rounds), wager=False)
    return replace(rules, rounds=1, questions=found, wager=False)


def wish_of(programme: Programme, book: Book, without: frozenset[str]) -> Wish:
    race = next(iter(book.races(programme.race)), None) if programme.race else None
    return Wish(
        series=(programme.series,) if programme.series else (),
        seasons=programme.seasons,
        track=programme.track,
        driver=programme.driver,
        race=race,
        difficulty=programme.levels,
        style=programme.rules.style,
        without=without,
    )


def as_question(trivia: Trivia, style: Style) -> Question:
    """The same question in a night; a choice is marked by its letter."""
    question = Question(
        key=trivia.key,
        kind="typed",
        prompt=trivia.prompt,
        answer=trivia.answer,
        accepted=trivia.accepted,
        told=trivia.told,
        proof=trivia.proof,
        difficulty=trivia.difficulty,
        clues=trivia.clues,
        wanted=trivia.wanted,
        unit=trivia.unit,
        through=f"{trivia.as_of.race}, {phrase_date(trivia.as_of.date)}",
        until=trivia.as_of.date,
    )
    if trivia.unit and (style == "typed" or not trivia.choices):
        return replace(question, kind="closest")
    if trivia.wanted > 1:
        return replace(question, kind="several")
    if style == "typed" or not trivia.choices:
        return question
    right = tuple(
        letter
        for letter, words in zip(LETTERS, trivia.choices, strict=False)
        if words in trivia.accepted or words == trivia.answer
    )
    return replace(question, kind="choice", choices=trivia.choices, accepted=right)


def _in_rounds(found: Sequence[Trivia], rules: Rules) -> tuple[Trivia, ...]:
    """Dealt in the order found; each round begins with its easiest, the hardest is wagered on."""
    left = list(found[: rules.all])
    wagered = [max(left, key=lambda each: each.difficulty)] if rules.wager else []
    for each in wagered:
        left.remove(each)
    rounds = (left[at : at + rules.questions] for at in range(0, rules.normal, rules.questions))
    rising = [each for some in rounds for each in sorted(some, key=lambda one: one.difficulty)]
    return (*rising, *wagered)


def spare(wish: Wish, asked: Sequence[Trivia], book: Book, lots: Random) -> tuple[Trivia, ...]:
    """About the same where there are some, else about anything."""
    used = wish.without | {each.key for each in asked}
    near = replace(wish, kinds=(CLOSEST,), style="typed", difficulty=(1, 5), without=used)
    for each in (near, Wish(kinds=(CLOSEST,), style="typed", without=used)):
        found = book.trivia(each, TIE_BREAKS, lots.randrange(2**31))
        if len(found) == TIE_BREAKS:
            return tuple(found)
    return ()
