"""An exact figure to be guessed: whoever comes closest has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from knowledge.measures import MEASURES
from knowledge.proof import by_season
from knowledge.scope import Scope
from knowledge.trivia.rows import is_clouded
from knowledge.trivia.trivia import Trivia

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.answer import Table
    from knowledge.trivia.again import Again
    from knowledge.trivia.deck import Deck
    from knowledge.trivia.rows import Won

KIND = "closest number"
_LAPS_ENOUGH = 100
_LAPS_OF_A_SEASON = 300
_STARTS_ENOUGH = 150
_MEASURES = {measure.key: measure for measure in MEASURES}


class _Ask(NamedTuple):
    what: str  # part of the key
    driver: str
    figure: int
    asks: str
    told: str
    unit: str
    last: int  # season
    measure: str = ""
    scope: Scope | None = None
    won: Won | None = None

    def key(self, deck: Deck) -> str:
        return f"{KIND}|{deck.series}|{self.driver}|{self.what}"


def asked(deck: Deck) -> Iterator[Trivia]:
    asks = [*_laps_of_races(deck), *_laps_of_seasons(deck), *_in_all(deck)]
    asks = [ask for ask in asks if deck.may_ask(ask.driver)]
    for ask, hard in deck.drawn(
        asks, lambda ask: deck.level(ask.driver, ask.last, 1.3), lambda ask: ask.key(deck)
    ):
        if not (ask.won and is_clouded(ask.won.race, deck.records)):
            yield _question(ask, hard, deck)


def right(again: Again) -> tuple[str, ...]:
    driver, what, when, *where = again.words
    if where and "-" not in when:
        won = again.deck().run_as(int(when), int(where[0]))
        return tuple(str(each.led) for each in won if each.driver == driver)
    deck = again.deck(when if where else f"{when}-{when}", *where)
    tally = deck.tallies.get(driver)
    figure = 0 if tally is None else tally.starts if what == "starts" else tally.laps_led
    return (str(figure),)


def _laps_of_races(deck: Deck) -> Iterator[_Ask]:
    """Races that fans know, or the one wished, won by who did not lead them throughout."""
    for won in deck.races:
        known = won.race in deck.jewels or deck.wish.race
        if known and won.led and won.laps and won.led < won.laps:
            race = deck.race(won)
            asks = f"In the {deck.then(won.season)}, how many of the {won.laps} laps"
            asks += f" did {{}} lead in winning {race}?"
            told = f"led {won.led:,} of {won.laps:,} laps in winning {race}"
            what = f"laps led|{won.season}|{won.round}"
            yield _Ask(what, won.driver, won.led, asks, told, "laps led", won.season, won=won)


def _laps_of_seasons(deck: Deck) -> Iterator[_Ask]:
    if deck.limits.venue or deck.wish.race:
        return
    rows = deck.records.connection.execute(
        """
        select driver, season, laps_led from season_total
        where series = :series and season between :first and :last
            and laps_led >= :enough and led_known = starts and wins > 0
        order by driver, season
        """,
        {
            "series": deck.series,
            "first": deck.spread[0],
            "last": deck.spread[1],
            "enough": _LAPS_OF_A_SEASON,
        },
    )
    for driver, season, laps in rows:
        asks = f"How many laps did {{}} lead in the {deck.then(season)} {deck.during(season)}?"
        told = f"led {laps:,} laps {deck.during(season)}"
        scope = Scope(series=(deck.series,), seasons=((season, season),))
        yield _Ask(
            f"laps led|{season}", driver, laps, asks, told, "laps led", season, "laps_led", scope
        )


def _in_all(deck: Deck) -> Iterator[_Ask]:
    first, last = deck.spread
    if first == last:
        return
    there = f" at {deck.track}" if deck.track else ""
    where = f"in the {deck.name}{there} {deck.period}"
    for driver, tally in deck.tallies.items():
        season = min(last, deck.spans[driver].last)
        what = f"{deck.counted}|{deck.limits.venue}"
        if tally.starts >= (20 if deck.track else _STARTS_ENOUGH) and tally.wins:
            asks = f"How many races did {{}} start {where}?"
            told = f"started {tally.starts:,} races {where}"
            yield _Ask(
                f"starts|{what}", driver, tally.starts, asks, told, "starts", season, "starts",
                deck.scope,
            )  # fmt: skip
        if tally.laps_led >= _LAPS_ENOUGH and deck.track:
            asks = f"How many laps did {{}} lead {where}?"
            told = f"led {tally.laps_led:,} laps {where}"
            yield _Ask(
                f"laps led|{what}", driver, tally.laps_led, asks, told, "laps led", season,
                "laps_led", deck.scope,
            )  # fmt: skip


def _question(ask: _Ask, hard: int, deck: Deck) -> Trivia:
    name, figure = deck.person(ask.driver), str(ask.figure)
    venue = ask.won.venue if ask.won else deck.limits.venue
    track = (deck.records.venue_name(venue),) if venue else ()
    race = (deck.race(ask.won).removeprefix("the "),) if ask.won else ()
    return Trivia(
        key=ask.key(deck),
        kind=KIND,
        prompt=f"{ask.asks.format(name)} The closest number counts.",
        answer=figure,
        accepted=(figure,),
        choices=(),
        told=f"{name} {ask.told}.",
        proof=_proof(ask, deck),
        as_of=deck.as_of,
        difficulty=hard,
        series=deck.series,
        subjects=(name, *track, *race),
        unit=ask.unit,
    )


def _proof(ask: _Ask, deck: Deck) -> Table:
    if ask.won:
        return deck.rows(deck.of_races([ask.won]), "led > 0")
    measure, scope = _MEASURES[ask.measure], deck.of_driver(ask.driver, ask.scope)
    if scope.one_season:
        return deck.rows(scope, measure.rows)
    return by_season(measure, scope, deck.records)
