"""The questions of a night out of a pack, alone or among those made from the records."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from random import Random
from typing import TYPE_CHECKING

from bot.quiz.choosing import TooFew, as_question, choose, spare, wish_of
from bot.quiz.packs.asking import questions_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.book import Book
    from bot.quiz.packs.pack import Pack
    from bot.quiz.programme import Programme
    from bot.quiz.question import Question


def mix(
    programme: Programme, pack: Pack, book: Book, seed: str, without: frozenset[str]
) -> tuple[Question, ...] | TooFew:
    """As many as the night needs, in the pack's order, and a few for tie-breaks at the end.

    What waits for a decision, or was asked here lately, is left out.
    """
    all_, style = programme.rules.all, programme.rules.style
    ready = replace(pack, questions=tuple(each for each in pack.questions if not each.waits))
    fresh = [each for each in questions_of(ready, style, seed) if each.key not in without]
    if programme.mix == "only":
        if len(fresh) < all_:
            return TooFew(len(fresh), all_)
        return (*fresh[:all_], *_spare(programme, book, seed, without))
    share = -(-all_ // 2) if programme.mix == "half" else all_
    ours = fresh[:share]
    made = _made(programme, all_ - len(ours), book, seed, without)
    if isinstance(made, TooFew):
        return TooFew(made.found + len(ours), all_)
    if programme.mix == "first":
        return (*ours, *made)
    rest = made[all_ - len(ours) :]
    return (*_in_turn(ours, made[: all_ - len(ours)]), *rest)


def _made(
    programme: Programme, many: int, book: Book, seed: str, without: frozenset[str]
) -> tuple[Question, ...] | TooFew:
    """So many, easier ones first, and those for tie-breaks."""
    if not many:
        return _spare(programme, book, seed, without)
    return choose(programme.under(rounds=1, questions=many, wager=False), book, seed, without)


def _spare(
    programme: Programme, book: Book, seed: str, without: frozenset[str]
) -> tuple[Question, ...]:
    lots = Random(seed)  # noqa: S311 - the same seed asks the same
    found = spare(wish_of(programme, book, without), (), book, lots)
    return tuple(as_question(each, programme.rules.style) for each in found)


def _in_turn(ours: Sequence[Question], made: Sequence[Question]) -> list[Question]:
    pairs = zip_longest(ours, made)
    return [each for pair in pairs for each in pair if each is not None]
