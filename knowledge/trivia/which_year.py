"""In which season it was: a first win, the only win somewhere, a championship."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from knowledge.scope import Scope
from knowledge.trivia.saying import jewel_words
from knowledge.trivia.trivia import Trivia

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.answer import Table
    from knowledge.trivia.again import Again
    from knowledge.trivia.deck import Deck
    from knowledge.trivia.rows import Won

KIND = "which year"
_WINS_ENOUGH = 5
"""Wins from which the only one at a track is worth asking for."""

_RACES_ENOUGH = 10
"""Races at a track from which fans remember it."""

_FURTHEST = 8
"""Seasons that a wrong answer is away at most."""


class _Ask(NamedTuple):
    what: str  # part of the key
    driver: str
    season: int
    did: str  # "Who" did what: "win the Daytona 500 for the only time"
    told: str
    extra: float
    won: Won | None = None

    def key(self, deck: Deck) -> str:
        return f"{KIND}|{deck.series}|{self.driver}|{self.what}"


def asked(deck: Deck) -> Iterator[Trivia]:
    asks = [*_only_wins(deck), *_first_wins(deck), *_titles(deck)]
    asks = [ask for ask in asks if deck.in_spread(ask.season) and deck.may_ask(ask.driver)]
    for ask, hard in deck.drawn(
        asks,
        lambda ask: deck.level(ask.driver, ask.season, ask.extra),
        lambda ask: ask.key(deck),
    ):
        if len(years := _years(ask, deck)) >= 3:
            yield _question(ask, years, hard, deck)


def right(again: Again) -> tuple[str, ...]:
    driver, what = again.words
    deck = again.deck()
    won = [each for each in deck.all_wins if each.driver == driver]
    if what == "title":
        return tuple(map(str, deck.titles.get(driver, ())[:1]))
    if what == "first win":
        return tuple(str(each.season) for each in won[:1])
    there = [each for each in won if what in (each.venue, f"the {deck.jewels.get(each.race)}")]
    return (str(there[0].season),) if len(there) == 1 else ()


def _only_wins(deck: Deck) -> Iterator[_Ask]:
    """Where somebody won exactly once: a crown jewel, or a track."""
    by_place: dict[tuple[str, str], list[Won]] = defaultdict(list)
    wins = Counter(won.driver for won in deck.all_wins)
    raced = Counter(won.venue for won in deck.all_wins)
    for won in deck.all_wins:
        by_place[won.driver, won.venue].append(won)
        if won.race in deck.jewels:
            by_place[won.driver, f"the {deck.jewels[won.race]}"].append(won)
    for (driver, place), won_there in by_place.items():
        won = won_there[0]
        if (
            len(won_there) > 1
            or won.is_qualifier
            or (deck.limits.venue and won.venue != deck.limits.venue)
        ):
            continue
        if place != won.venue:
            jewel = f"the {jewel_words(deck.jewels[won.race])}"
            did = f"win {jewel} in the {deck.name}, for the only time"
            yield _Ask(place, driver, won.season, did, f"won {jewel}", 0.5, won)
        elif won.race in deck.jewels:
            continue
        elif wins[driver] >= _WINS_ENOUGH and raced[place] >= _RACES_ENOUGH:
            track = deck.records.venue_name(won.venue)
            did = f"win at {track} in the {deck.name}, for the only time"
            yield _Ask(place, driver, won.season, did, f"won {deck.race(won)}", 1.5, won)


def _first_wins(deck: Deck) -> Iterator[_Ask]:
    firsts: dict[str, Won] = {}
    for won in deck.all_wins:
        firsts.setdefault(won.driver, won)
    if deck.limits.venue:
        return
    for driver, won in firsts.items():
        if won.is_qualifier:
            continue
        did = f"win a race in the {deck.name} for the first time"
        yield _Ask("first win", driver, won.season, did, f"won {deck.race(won)}", 1.0, won)


def _titles(deck: Deck) -> Iterator[_Ask]:
    if deck.limits.venue:
        return
    for driver, seasons in deck.titles.items():
        once = "" if len(seasons) == 1 else " for the first time"
        did = f"become champion of the {deck.name}{once}"
        told = f"became champion of the {deck.then(seasons[0])}{once}"
        yield _Ask("title", driver, seasons[0], did, told, 0.5)


def _years(ask: _Ask, deck: Deck) -> list[str]:
    """Other seasons in which the driver raced, the nearest; else those about them."""
    span = deck.spans[ask.driver]
    near = range(ask.season - _FURTHEST, ask.season + _FURTHEST + 1)
    raced = [year for year in near if span.first <= year <= span.last and year != ask.season]
    return [str(year) for year in raced if deck.in_spread(year)]


def _question(ask: _Ask, years: list[str], hard: int, deck: Deck) -> Trivia:
    name, season = deck.person(ask.driver), str(ask.season)
    so_far = f" ({deck.through})" if "only" in ask.did else ""
    track = (deck.records.venue_name(ask.won.venue),) if ask.won else ()
    told = f"{name} {ask.told}" + ("." if str(ask.season) in ask.told else f" in {season}.")
    return Trivia(
        key=ask.key(deck),
        kind=KIND,
        prompt=f"In which season did {name} {ask.did}{so_far}?",
        answer=season,
        accepted=(season,),
        choices=(season, *years),
        told=told,
        proof=_proof(ask, deck),
        as_of=deck.as_of,
        difficulty=hard,
        series=deck.series,
        subjects=(name, *track),
    )


def _proof(ask: _Ask, deck: Deck) -> Table:
    if ask.won:
        return deck.rows(deck.of_races([ask.won]), "finish = 1")
    season = Scope(series=(deck.series,), seasons=((ask.season, ask.season),))
    return deck.rows(deck.of_driver(ask.driver, season))
