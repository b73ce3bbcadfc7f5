"""Every kind of quiz question, and sets of them that a wish asks for."""

from __future__ import annotations

from dataclasses import replace
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
from knowledge.trivia.variety import gives_away, varied
from knowledge.trivia.wishing import limits_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from knowledge.reading.reader import Reader
    from knowledge.records import Records
    from knowledge.trivia.again import Again
    from knowledge.trivia.trivia import Style, Trivia, Wish


class Kind(NamedTuple):
    """A kind of question, how it is drawn and answered, and what is right when it is asked again.

    Nothing is right any more where the rows deny what it took for granted.
    """

    name: str
    asked: Callable[[Deck], Iterator[Trivia]]
    by: Style  # any: both by choice and typed
    right: Callable[[Again], tuple[str, ...]]


KINDS = (
    Kind(who_won.KIND, who_won.asked, "any", who_won.right),
    Kind(which_year.KIND, which_year.asked, "any", which_year.right),
    Kind(how_many.KIND, how_many.asked, "any", how_many.right),
    Kind(most_laps_led.KIND, most_laps_led.asked, "any", most_laps_led.right),
    Kind(never_won.KIND, never_won.asked, "choice", never_won.right),
    Kind(order_these.KIND, order_these.asked, "choice", order_these.right),
    Kind(odd_one_out.KIND, odd_one_out.asked, "choice", odd_one_out.right),
    Kind(career_line.KIND, career_line.asked, "any", career_line.right),
    Kind(closest_number.KIND, closest_number.asked, "typed", closest_number.right),
    Kind(name_five.KIND, name_five.asked, "typed", name_five.right),
    Kind(who_am_i.KIND, who_am_i.asked, "any", who_am_i.right),
)

_WEIGHTS = {"cup": 6, "xfinity": 2, "truck": 2}
"""How often each series has its turn where none is wished."""


def trivia_for(
    wish: Wish, many: int, seed: int, reader: Reader, records: Records
) -> tuple[Trivia, ...]:
    """Draw a set by lot; the same wish, number and seed give the same set."""
    limits = limits_of(wish, reader, records)
    if limits is None or many < 1:
        return ()
    random = Random(seed)  # noqa: S311 - a set is drawn to be the same again
    decks = [Deck(series, records, wish, limits, random) for series in limits.series]
    kinds = [kind for kind in KINDS if _fits(kind, wish)]
    turns = _in_turn([_of_kind(kind, decks, random) for kind in kinds], random)
    table = Table(random)
    return tuple(_laid(each, wish, table) for each in varied(turns, many, random))


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
        elif not gives_away(drawn):
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
