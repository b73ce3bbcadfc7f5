"""Who led the most laps of a race; where a driver is wished, one that he won."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.trivia.rows import finishers_of, is_clouded, led_in
from knowledge.trivia.trivia import Trivia

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.trivia.again import Again
    from knowledge.trivia.deck import Deck
    from knowledge.trivia.rows import Won

KIND = "most laps led"
_CLEAR = 5
"""Laps by which the sources do not differ."""

_IN_SIGHT = 10
_BEST_KNOWN = 6


def asked(deck: Deck) -> Iterator[Trivia]:
    winner = deck.limits.driver
    races = [won for won in deck.races if not winner or won.driver == winner]
    for won, hard in deck.drawn(races, lambda won: _level(won, deck), lambda won: _key(won, deck)):
        led = led_in(won.race, deck.records)
        if not _is_clear(won, led) or is_clouded(won.race, deck.records):
            continue
        best = led[0][0]
        wrong = _others(won, led, deck)
        if deck.may_name(best) and best != winner and len(wrong) == 3:
            yield _question(won, led, wrong, hard, deck)


def right(again: Again) -> tuple[str, ...]:
    season, number = map(int, again.words)
    deck = again.deck()
    led = [each for won in deck.run_as(season, number) for each in led_in(won.race, deck.records)]
    most = max((laps for _, laps in led), default=0)
    return tuple(deck.person(driver) for driver, laps in led if laps == most)


def _key(won: Won, deck: Deck) -> str:
    return f"{KIND}|{deck.series}|{won.season}|{won.round}"


def _level(won: Won, deck: Deck) -> int:
    return deck.level(won.driver, won.season, 0.8 if won.race in deck.jewels else 1.5)


def _is_clear(won: Won, led: list[tuple[str, int]]) -> bool:
    """Whether the laps led add up to the race, and one driver led clearly more than any other."""
    if len(led) < 2 or not won.laps:
        return False
    missing = abs(won.laps - sum(laps for _, laps in led))
    return missing < _CLEAR and led[0][1] >= led[1][1] + _CLEAR


def _others(won: Won, led: list[tuple[str, int]], deck: Deck) -> list[str]:
    """The winner where he led less, and others well known who led it or finished well."""
    best = led[0][0]
    among = [driver for driver, _ in led] + finishers_of(won.race, deck.records, _IN_SIGHT)
    seen = [each for each in dict.fromkeys(among) if each != best and deck.may_name(each)]
    seen.sort(key=lambda each: (each != won.driver, -deck.fame(each), each))
    if deck.limits.driver:  # who is named as the winner is no answer
        return deck.few([each for each in seen if each != won.driver][:_BEST_KNOWN], 3)
    if won.driver == best:
        return deck.few(seen[:_BEST_KNOWN], 3)
    return [*seen[:1], *deck.few(seen[1:_BEST_KNOWN], 2)]


def _question(
    won: Won, led: list[tuple[str, int]], wrong: list[str], hard: int, deck: Deck
) -> Trivia:
    (driver, laps), race = led[0], deck.race(won)
    best, winner = deck.person(driver), deck.person(won.driver)
    named, track = bool(deck.limits.driver), deck.records.venue_name(won.venue)
    series = f"In the {deck.then(won.season)},"
    asks = f"{series} {winner} won {race}, but who led the most laps?"
    return Trivia(
        key=_key(won, deck),
        kind=KIND,
        prompt=asks if named else f"{series} who led the most laps of {race}?",
        answer=best,
        accepted=(best,),
        choices=(best, *map(deck.person, wrong)),
        told=f"{best} led {laps} of the {won.laps} laps of {race}"
        + (" and won." if driver == won.driver else f"; {winner} won."),
        proof=deck.rows(deck.of_races([won]), "led > 0"),
        as_of=deck.as_of,
        difficulty=hard,
        series=deck.series,
        subjects=(*((winner,) if named else ()), track, race.removeprefix("the ")),
    )
