"""Who won a race; where a driver is wished, one in which he came second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.sentences import a
from knowledge.trivia.rows import finishers_of, is_clouded
from knowledge.trivia.trivia import Trivia

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.trivia.again import Again
    from knowledge.trivia.deck import Deck
    from knowledge.trivia.rows import Won

KIND = "who won"
_IN_SIGHT = 12
"""Places behind the winner among which the wrong answers are sought."""

_BEST_KNOWN = 6


def asked(deck: Deck) -> Iterator[Trivia]:
    second = deck.limits.driver
    behind = _races_as_second(second, deck) if second else frozenset()
    races = [won for won in deck.races if not second or won.race in behind]
    for won, hard in deck.drawn(races, lambda won: _level(won, deck), lambda won: _key(won, deck)):
        if not deck.may_name(won.driver) or is_clouded(won.race, deck.records):
            continue
        wrong = _beaten(won, deck)
        if len(wrong) == 3:
            yield _question(won, wrong, hard, deck)


def right(again: Again) -> tuple[str, ...]:
    season, number = map(int, again.words)
    deck = again.deck()
    return tuple(deck.person(won.driver) for won in deck.run_as(season, number))


def _key(won: Won, deck: Deck) -> str:
    return f"{KIND}|{deck.series}|{won.season}|{won.round}"


def _level(won: Won, deck: Deck) -> int:
    return deck.level(won.driver, won.season, 0.0 if won.race in deck.jewels else 1.0)


def _beaten(won: Won, deck: Deck) -> list[str]:
    """Well known drivers who finished behind the winner."""
    finishers = finishers_of(won.race, deck.records, _IN_SIGHT)
    besides = {won.driver, deck.limits.driver}
    seen = [each for each in finishers if each not in besides and deck.may_name(each)]
    seen = sorted(dict.fromkeys(seen), key=lambda each: (-deck.fame(each), each))
    return deck.few(seen[:_BEST_KNOWN], 3)


def _races_as_second(driver: str, deck: Deck) -> frozenset[int]:
    rows = deck.records.connection.execute(
        "select race from result where driver = :driver and series = :series and finish = 2",
        {"driver": driver, "series": deck.series},
    )
    return frozenset(race for (race,) in rows)


def _question(won: Won, wrong: list[str], hard: int, deck: Deck) -> Trivia:
    winner, race = deck.person(won.driver), deck.race(won)
    second = deck.person(deck.limits.driver) if deck.limits.driver else ""
    beside = f", ahead of {second} in second place" if second else ""
    told = (second,) if second else ()
    return Trivia(
        key=_key(won, deck),
        kind=KIND,
        prompt=f"In the {deck.then(won.season)}, who won {race}{beside}?",
        answer=winner,
        accepted=(winner,),
        choices=(winner, *map(deck.person, wrong)),
        told=_told(won, winner, race),
        proof=deck.rows(deck.of_races([won]), "finish <= 10"),
        as_of=deck.as_of,
        difficulty=hard,
        series=deck.series,
        subjects=(*told, deck.records.venue_name(won.venue), race.removeprefix("the ")),
    )


def _told(won: Won, winner: str, race: str) -> str:
    comma = "," if race.endswith(str(won.season)) else ""
    car = f"{comma} in {a(won.make)}" if won.make else ""
    if not won.led or not won.laps:
        return f"{winner} won {race}{car}."
    led = f"all {won.laps}" if won.led == won.laps else f"{won.led} of the {won.laps}"
    return f"{winner} won {race}{car}, leading {led} laps."
