"""How many races somebody won: in a season, at a track, in all; how many championships."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from knowledge.answer import Table
from knowledge.highlights.saying import many
from knowledge.measures import MEASURES
from knowledge.proof import races_behind
from knowledge.scope import Named, Scope
from knowledge.trivia.saying import times
from knowledge.trivia.trivia import Trivia

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.trivia.again import Again
    from knowledge.trivia.deck import Deck

KIND = "how many"
_FEWEST = 3
_WINS = next(measure for measure in MEASURES if measure.key == "wins")


class _Ask(NamedTuple):
    what: str  # part of the key
    driver: str
    number: int
    asks: str  # the question without its end: "races did {} win in 1998"
    told: str
    last: int  # season
    extra: float
    scope: Scope | None = None
    track: str = ""

    def key(self, deck: Deck) -> str:
        return f"{KIND}|{deck.series}|{self.driver}|{self.what}"


def asked(deck: Deck) -> Iterator[Trivia]:
    asks = [*_in_all(deck), *_of_seasons(deck), *_at_tracks(deck), *_titles(deck)]
    asks = [ask for ask in asks if deck.may_count(ask.driver)]
    for ask, hard in deck.drawn(
        asks,
        lambda ask: deck.level(ask.driver, ask.last, ask.extra),
        lambda ask: ask.key(deck),
    ):
        yield _question(ask, hard, deck)


def right(again: Again) -> tuple[str, ...]:
    driver, what, *where = again.words
    if what == "titles":
        return (str(len(again.deck().titles.get(driver, ()))),)
    deck = again.deck(*where)
    return (str(sum(won.driver == driver for won in deck.wins)),)


def _in_all(deck: Deck) -> Iterator[_Ask]:
    first, last = deck.spread
    if first == last:
        return
    there = f" at {deck.track}" if deck.track else ""
    where = f"in the {deck.name}{there} {deck.period}"
    what = f"wins|{deck.counted}|{deck.limits.venue}"
    for driver, tally in deck.tallies.items():
        if tally.wins >= _FEWEST:
            asks = f"How many races did {{}} win {where}?"
            told = f"won {many(tally.wins, 'race')} {where}"
            season = min(last, deck.spans[driver].last)
            yield _Ask(what, driver, tally.wins, asks, told, season, 1.0, deck.scope, deck.track)


def _of_seasons(deck: Deck) -> Iterator[_Ask]:
    if deck.limits.venue:
        return
    won = Counter((won.driver, won.season) for won in deck.wins)
    for (driver, season), wins in won.items():
        if wins >= _FEWEST:
            asks = f"How many {deck.then(season)} races did {{}} win {deck.during(season)}?"
            told = f"won {many(wins, 'race')} {deck.during(season)}"
            scope = Scope(series=(deck.series,), seasons=((season, season),))
            what = f"wins|{season}-{season}|"
            yield _Ask(what, driver, wins, asks, told, season, 1.3, scope)


def _at_tracks(deck: Deck) -> Iterator[_Ask]:
    if deck.limits.venue:
        return
    counted = Counter((won.driver, won.venue) for won in deck.wins)
    for (driver, venue), wins in counted.items():
        if wins >= _FEWEST:
            track = deck.records.venue_name(venue)
            where = f"at {track} in the {deck.name} {deck.period}"
            scope = deck.scope.but(venues=(Named((venue,), track),))
            yield _Ask(
                f"wins|{deck.counted}|{venue}",
                driver,
                wins,
                f"How many times did {{}} win {where}?",
                f"won {times(wins)} {where}",
                min(deck.spread[1], deck.spans[driver].last),
                1.3,
                scope,
                track,
            )


def _titles(deck: Deck) -> Iterator[_Ask]:
    if deck.limits.venue or deck.wish.seasons:
        return
    for driver, seasons in deck.titles.items():
        if len(seasons) > 1:
            told = f"was champion {times(len(seasons))}: {', '.join(map(str, seasons))}"
            asks = f"How many times was {{}} champion of the {deck.name} {deck.through}?"
            yield _Ask("titles", driver, len(seasons), asks, told, seasons[-1], 0.0)


def _question(ask: _Ask, hard: int, deck: Deck) -> Trivia:
    name, figure = deck.person(ask.driver), str(ask.number)
    return Trivia(
        key=ask.key(deck),
        kind=KIND,
        prompt=ask.asks.format(name),
        answer=figure,
        accepted=(figure,),
        choices=(figure, *_figures(ask)),
        told=f"{name} {ask.told}.",
        proof=_proof(ask, deck),
        as_of=deck.as_of,
        difficulty=hard,
        series=deck.series,
        subjects=(name, *((ask.track,) if ask.track else ())),
    )


def _figures(ask: _Ask) -> list[str]:
    """Other figures about as large; the larger, the further apart."""
    step = 1 + ask.number // 30
    near = range(max(1, ask.number - 4 * step), ask.number + 4 * step + 1)
    return [str(each) for each in near if each != ask.number and each % step == ask.number % step]


def _proof(ask: _Ask, deck: Deck) -> Table:
    if ask.scope is None:
        rows = tuple((str(season), deck.person(ask.driver)) for season in deck.titles[ask.driver])
        return Table(("Season", "Champion"), rows)
    return races_behind(_WINS, deck.of_driver(ask.driver, ask.scope), deck.records, ask.number)
