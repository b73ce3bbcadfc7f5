"""Four drivers of one time to be put in order by a number of their careers."""

from __future__ import annotations

from itertools import pairwise, permutations
from typing import TYPE_CHECKING

from knowledge.answer import Table
from knowledge.sentences import listed
from knowledge.trivia.trivia import Trivia

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.trivia.again import Again
    from knowledge.trivia.deck import Deck
    from knowledge.trivia.rows import Tally

KIND = "order these"
_MEASURES = (("wins", "wins", 2), ("poles", "poles", 3), ("starts", "starts", 30))
"""A number, its noun, and the least that a driver in question has of it."""

_WINS_ENOUGH = 2
"""Of a driver whose poles or starts are worth comparing."""

_NEAREST = 14
_TRIES = 8


def asked(deck: Deck) -> Iterator[Trivia]:
    measures = _MEASURES[:1] if deck.limits.venue else _MEASURES
    items = [
        (driver, measure)
        for measure in measures
        for driver, tally in deck.tallies.items()
        if getattr(tally, measure[0]) >= measure[2]
        and tally.wins >= _WINS_ENOUGH
        and deck.may_count(driver)
    ]
    for (driver, measure), hard in deck.drawn(
        items,
        lambda item: deck.level(item[0], _last_season(item[0], deck), 1.2),
        lambda _: "",  # the key is known when the others are
    ):
        four = _four(driver, measure, deck)
        if four and (key := _key(four, measure[0], deck)) not in deck.wish.without:
            yield _question(key, four, measure, hard, deck)


def right(again: Again) -> tuple[str, ...]:
    column, counted, venue, drivers = again.words
    deck = again.deck(counted, venue)
    figures = {
        each: getattr(deck.tallies[each], column) if each in deck.tallies else 0
        for each in drivers.split("+")
    }
    four = sorted(figures, key=lambda each: -figures[each])
    is_clear = len(set(figures.values())) == len(four)
    return (", ".join(_said([deck.person(each) for each in four])),) if is_clear else ()


def _last_season(driver: str, deck: Deck) -> int:
    return min(deck.spread[1], deck.spans[driver].last)


def _key(four: Sequence[Tally], measure: str, deck: Deck) -> str:
    drivers = "+".join(sorted(each.driver for each in four))
    return f"{KIND}|{deck.series}|{measure}|{deck.counted}|{deck.limits.venue}|{drivers}"


def _four(driver: str, measure: tuple[str, str, int], deck: Deck) -> list[Tally]:
    """The driver with three others of his time, the most first; none where it is too close."""
    column, _, least = measure
    enough = [
        each
        for each, tally in deck.tallies.items()
        if getattr(tally, column) >= least and tally.wins >= _WINS_ENOUGH and deck.may_name(each)
    ]
    near = deck.peers(driver, enough, _NEAREST)
    if len(near) < 3:
        return []
    for _ in range(_TRIES):
        four = [deck.tallies[each] for each in (driver, *deck.few(near, 3))]
        four.sort(key=lambda tally: -getattr(tally, column))
        if _is_clear([getattr(each, column) for each in four]):
            return four
    return []


def _is_clear(numbers: Sequence[int]) -> bool:
    """Whether each is clearly less than the one before: no quarrel about a single win."""
    return all(more - less >= max(2, less // 8) for more, less in pairwise(numbers))


def _question(
    key: str, four: list[Tally], measure: tuple[str, str, int], hard: int, deck: Deck
) -> Trivia:
    column, noun, _ = measure
    names = [deck.person(each.driver) for each in four]
    figures = [getattr(each, column) for each in four]
    there = f" at {deck.track}" if deck.track else ""
    told = listed([f"{name} {figure:,}" for name, figure in zip(names, figures, strict=True)])
    right, *wrong = _orders(names, deck)
    return Trivia(
        key=key,
        kind=KIND,
        prompt=f"Put {listed(sorted(names))} in order, from most to fewest {noun}"
        f" in the {deck.name}{there} {deck.period}.",
        answer=right,
        accepted=(right,),
        choices=(right, *wrong),
        told=f"The {noun}: {told}.",
        proof=Table(("Driver", noun.capitalize()), tuple(zip(names, figures, strict=True))),
        as_of=deck.as_of,
        difficulty=hard,
        series=deck.series,
        subjects=(*((deck.track,) if deck.track else ()), *names),
    )


def _orders(names: list[str], deck: Deck) -> list[str]:
    """The right order and three wrong ones that share its first or its last name."""
    said = _said(names)
    near = [
        order
        for order in permutations(said)
        if order != tuple(said) and (order[0] == said[0] or order[-1] == said[-1])
    ]
    return [", ".join(order) for order in (said, *deck.few(near, 3))]


def _said(names: list[str]) -> list[str]:
    """By surname, where no two have the same."""
    short = [_surname(name) for name in names]
    return short if len(set(short)) == len(short) else names


def _surname(name: str) -> str:
    """The last of a name: "Montoya", "van Gisbergen", "Earnhardt Jr."."""
    words = name.split(" ")
    start = -2 if words[-1] in _SUFFIXES or words[-2][0].islower() else -1
    return " ".join(words[start:])


_SUFFIXES = ("Jr.", "Sr.", "II", "III", "IV")
