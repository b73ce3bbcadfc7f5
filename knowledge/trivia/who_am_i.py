"""A driver told by clues from hard to easy; all of them together fit nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from knowledge.highlights.saying import many
from knowledge.sentences import listed
from knowledge.trivia.careers import Careers
from knowledge.trivia.saying import jewel_words, times
from knowledge.trivia.trivia import Trivia

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.trivia.again import Again
    from knowledge.trivia.deck import Deck

KIND = "who am I"
_WINS_ENOUGH = 2
_STARTS_ENOUGH = 40
_NEAREST = 8
_JEWELS = ("Daytona 500", "Southern 500", "Coca-Cola 600", "Brickyard 400")
_FEW = 2
_OF_STARTS = " starts."
_ROUND = 50


class _Clue(NamedTuple):
    words: str
    fits: frozenset[str]  # every driver of the series of whom it is true


def asked(deck: Deck) -> Iterator[Trivia]:
    if deck.limits.venue:
        return
    careers = Careers(deck)
    drivers = [driver for driver in careers.starts if _is_known(driver, careers, deck)]
    for driver, hard in deck.drawn(
        drivers, lambda each: _level(each, deck), lambda each: _key(each, deck)
    ):
        clues = list(_clues(driver, careers, deck))
        wrong = deck.few(deck.peers(driver, careers.won, _NEAREST), 3)
        if frozenset.intersection(*(clue.fits for clue in clues)) == {driver} and len(wrong) == 3:
            yield _question(driver, clues, wrong, hard, deck)


def right(again: Again) -> tuple[str, ...]:
    """Whoever the clues fit; how often he starts goes on after the question was asked."""
    (driver,) = again.words
    deck = again.deck()
    careers = Careers(deck)
    if driver not in careers.facts or not careers.won[driver]:
        return ()
    clues = list(_clues(driver, careers, deck))
    told = {clue.words for clue in clues}
    kept = all(each in told for each in again.asked.clues if not each.endswith(_OF_STARTS))
    fits = frozenset.intersection(*(clue.fits for clue in clues))
    return (deck.person(driver),) if kept and fits == {driver} else ()


def _is_known(driver: str, careers: Careers, deck: Deck) -> bool:
    span = deck.spans[driver]
    return (
        deck.may_count(driver)
        and len(careers.won[driver]) >= _WINS_ENOUGH
        and careers.starts[driver] >= _STARTS_ENOUGH
        and deck.in_spread(span.first)
        and deck.in_spread(span.last)
    )


def _level(driver: str, deck: Deck) -> int:
    return deck.level(driver, deck.spans[driver].last, 0.5)


def _key(driver: str, deck: Deck) -> str:
    return f"{KIND}|{deck.series}|{driver}"


def _clues(driver: str, careers: Careers, deck: Deck) -> Iterator[_Clue]:
    """From hard to easy; where he drove and what he won tell more than how often he started."""
    facts, titles = careers.facts[driver], deck.titles.get(driver, ())

    def clue(name: str, words: str) -> _Clue:
        return _Clue(words, careers.sharing(name, driver))

    yield _starts(driver, careers)
    if not titles:
        yield clue("titles", "I was never champion.")
    yield _seasons(driver, careers, deck)
    first = careers.won[driver][0]
    track = deck.records.venue_name(first.venue)
    yield clue("first win", f"My first win came in {first.season}, at {track}.")
    yield clue("wins", f"I won {many(len(careers.won[driver]), 'race')} in all.")
    if "track" in facts and facts["track"][1] != 1:
        venue, number = facts["track"]
        track = deck.records.venue_name(str(venue))
        yield clue("track", f"I won {_times(number)} at {track}, more than anywhere else.")
    for jewel in [each for each in _JEWELS if each in facts][:_FEW]:
        number = facts[jewel][0]
        yield clue(jewel, f"I won the {jewel_words(jewel)} {_times(number)}.")
    if "car" in facts:
        yield clue("car", f"I won most often in the number {facts['car'][0]}.")
    if titles:
        yield clue("titles", f"I was champion in {listed([str(season) for season in titles])}.")


def _times(number: object) -> str:
    return times(int(str(number)))


def _seasons(driver: str, careers: Careers, deck: Deck) -> _Clue:
    span = deck.spans[driver]
    if span.last >= deck.last_season:
        return _Clue(f"My first start came in {span.first}.", careers.sharing("debut", driver))
    words = f"My first start came in {span.first}, my last in {span.last}."
    return _Clue(words, careers.sharing("span", driver))


def _starts(driver: str, careers: Careers) -> _Clue:
    enough = (careers.starts[driver] - 1) // _ROUND * _ROUND
    if not enough:
        few = frozenset(each for each, starts in careers.starts.items() if starts <= _ROUND)
        return _Clue(f"I made no more than {_ROUND} starts.", few)
    more = frozenset(each for each, starts in careers.starts.items() if starts > enough)
    return _Clue(f"I made more than {enough} starts.", more)


def _question(driver: str, clues: list[_Clue], wrong: list[str], hard: int, deck: Deck) -> Trivia:
    his_wins = [won for won in deck.all_wins if won.driver == driver]
    name, words = deck.person(driver), tuple(clue.words for clue in clues)
    return Trivia(
        key=_key(driver, deck),
        kind=KIND,
        prompt=f"Who am I? No other driver's {deck.name} career, {deck.through}, fits these clues.",
        answer=name,
        accepted=(name,),
        choices=(name, *map(deck.person, wrong)),
        told=f"It is {name}, who won {many(len(his_wins), 'race')} in the {deck.name}.",
        proof=deck.rows(deck.of_driver(driver, deck.scope_of_series), "finish = 1"),
        as_of=deck.as_of,
        difficulty=hard,
        series=deck.series,
        subjects=(name,),
        clues=words,
    )
