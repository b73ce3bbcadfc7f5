"""Every kind of quiz question, and sets of them that a wish asks for."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import chain
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from knowledge.trivia import (
    career_line,
    closest_number,
    how_many,
    most_laps_led,
    name_five,
    never_won,
    odd_one_out,
    order_these,
    which_year,
    who_am_i,
    who_won,
)
from knowledge.trivia.deck import Deck
from knowledge.trivia.laying_out import Table
from knowledge.trivia.wishing import limits_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from knowledge.reading.reader import Reader
    from knowledge.records import Records
    from knowledge.trivia.trivia import Style, Trivia, Wish


class Kind(NamedTuple):
    """A kind of question, how it is drawn, and how it can be answered."""

    name: str
    asked: Callable[[Deck], Iterator[Trivia]]
    by: Style  # any: both by choice and typed


KINDS = (
    Kind(who_won.KIND, who_won.asked, "any"),
    Kind(which_year.KIND, which_year.asked, "any"),
    Kind(how_many.KIND, how_many.asked, "any"),
    Kind(most_laps_led.KIND, most_laps_led.asked, "any"),
    Kind(never_won.KIND, never_won.asked, "choice"),
    Kind(order_these.KIND, order_these.asked, "choice"),
    Kind(odd_one_out.KIND, odd_one_out.asked, "choice"),
    Kind(career_line.KIND, career_line.asked, "any"),
    Kind(closest_number.KIND, closest_number.asked, "typed"),
    Kind(name_five.KIND, name_five.asked, "typed"),
    Kind(who_am_i.KIND, who_am_i.asked, "any"),
)

_WEIGHTS = {"cup": 6, "xfinity": 2, "truck": 2}
"""How often each series has its turn where none is wished."""

_TRIES = 12
"""Questions looked at for each one wanted, before a set is left shorter."""

_OFTEN = 2
"""How often a set may name one driver or track before others go first."""


def trivia_for(
    wish: Wish, many: int, seed: int, reader: Reader, records: Records
) -> tuple[Trivia, ...]:
    """Draw a set by lot; the same wish, number and seed give the same set."""
    limits = limits_of(wish, reader, records)
    if limits is None or many < 1:
        return ()
    random = Random(seed)  # noqa: S311 - a set is drawn to be the same again
    decks = [Deck(series, wish, limits, records, random) for series in limits.series]
    kinds = [kind for kind in KINDS if _fits(kind, wish)]
    turns = _in_turn([_of_kind(kind, decks, random) for kind in kinds], random)
    table = Table(random)
    return tuple(_laid(each, wish, table) for each in _varied(turns, many, random))


def _fits(kind: Kind, wish: Wish) -> bool:
    wished = not wish.kinds or kind.name in wish.kinds
    return wished and (wish.style == "any" or kind.by in ("any", wish.style))


def _laid(drawn: Trivia, wish: Wish, table: Table) -> Trivia:
    if wish.style == "typed" or not drawn.choices:
        return replace(drawn, choices=())
    return table.lay(drawn)


def _of_kind(kind: Kind, decks: list[Deck], random: Random) -> Iterator[Trivia]:
    """Questions of a kind, each of a series by lot, until no series has another."""
    drawing = {deck.series: kind.asked(deck) for deck in decks}
    while drawing:
        left = list(drawing)
        (series,) = random.choices(left, [_WEIGHTS[each] for each in left])
        drawn = next(drawing[series], None)
        if drawn is None:
            del drawing[series]
        elif not _gives_away(drawn):
            yield drawn


def _in_turn(kinds: list[Iterator[Trivia]], random: Random) -> Iterator[Trivia]:
    """One question of each kind, then another of each, in an order by lot."""
    while kinds:
        random.shuffle(kinds)
        for kind in tuple(kinds):
            drawn = next(kind, None)
            if drawn is None:
                kinds.remove(kind)
            else:
                yield drawn


def _varied(turns: Iterator[Trivia], many: int, random: Random) -> list[Trivia]:
    """So many of different subjects; those that repeat one come in where others lack."""
    named: Counter[str] = Counter()
    chosen: list[Trivia] = []
    put_by: list[Trivia] = []
    keys: set[str] = set()
    for drawn, _ in zip(turns, range(_TRIES * many + 100), strict=False):
        if drawn.key in keys:
            continue
        keys.add(drawn.key)
        about = _about(drawn)
        if any(named[each] >= limit for each, limit in about.items()):
            put_by.append(drawn)
            continue
        chosen.append(drawn)
        named.update(about.keys())
        if len(chosen) == many:
            break
    found = [*chosen, *put_by[: many - len(chosen)]]
    random.shuffle(found)
    return found


def _about(drawn: Trivia) -> dict[str, int]:
    """What a question is about, with how often a set may be about it."""
    names = chain(drawn.subjects, () if drawn.answer.isdigit() else (drawn.answer,))
    about = dict.fromkeys(names, _OFTEN)
    if not drawn.answer.isdigit():
        about[drawn.answer] = 1  # one answer is not right twice
    return about


def _gives_away(drawn: Trivia) -> bool:
    """Whether the answer, or its surname, stands in the prompt or in a clue."""
    if drawn.kind == order_these.KIND:  # whose prompt names all four
        return False
    words = " ".join((drawn.prompt, *drawn.clues))
    said = drawn.answer if drawn.answer.isdigit() else _surname(drawn.answer)
    return re.search(rf"\b{re.escape(said)}\b", words) is not None


def _surname(name: str) -> str:
    bare = name.removesuffix(" Jr.").removesuffix(" Sr.")
    return bare.rsplit(" ", 1)[-1]
