"""Three who did something by the rows, and one of their time who never did."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from knowledge.answer import Table
from knowledge.sentences import a, listed
from knowledge.trivia.saying import jewel_words
from knowledge.trivia.trivia import Trivia

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.trivia.again import Again
    from knowledge.trivia.deck import Deck
    from knowledge.trivia.rows import Won

KIND = "odd one out"
_NEAREST = 8
_WINS_ENOUGH = 3
_A_BIG_SEASON = 5
_KINDS = {"road": "on a road course", "superspeedway": "at Daytona or Talladega"}
_FEWEST = 6
"""Drivers who share a trait; fewer are one story, not a trait."""


class _Trait(NamedTuple):
    key: str
    did: str  # "won the Daytona 500"
    seasons: dict[str, set[int]]  # who did it, and when
    venue: str = ""


class _Odd(NamedTuple):
    driver: str
    trait: _Trait


def asked(deck: Deck) -> Iterator[Trivia]:
    known = [each for each, tally in deck.tallies.items() if _is_known(each, tally.wins, deck)]
    odd = [
        _Odd(driver, trait)
        for trait in _traits(deck)
        if len(trait.seasons) >= _FEWEST and deck.limits.venue in ("", trait.venue)
        for driver in known
        if driver not in trait.seasons
    ]
    for each, hard in deck.drawn(odd, lambda each: _level(each, deck), lambda _: ""):
        three = _three(each, deck)
        if three and (key := _key(each, three, deck)) not in deck.wish.without:
            yield _question(key, each, three, hard, deck)


def right(again: Again) -> tuple[str, ...]:
    key, counted, drivers = again.words
    deck = again.deck(counted)
    did = {each for trait in _traits(deck) if trait.key == key for each in trait.seasons}
    return tuple(deck.person(each) for each in drivers.split("+") if each not in did)


def _is_known(driver: str, wins: int, deck: Deck) -> bool:
    if wins < (1 if deck.limits.venue else _WINS_ENOUGH):
        return False
    return deck.may_name(driver) if deck.limits.driver else deck.may_ask(driver)


def _level(odd: _Odd, deck: Deck) -> int:
    return deck.level(odd.driver, min(deck.spread[1], deck.spans[odd.driver].last), 0.8)


def _key(odd: _Odd, three: list[str], deck: Deck) -> str:
    drivers = "+".join(sorted([odd.driver, *three]))
    return f"{KIND}|{deck.series}|{odd.trait.key}|{deck.counted}|{drivers}"


def _three(odd: _Odd, deck: Deck) -> list[str]:
    """Three who did it while the odd one raced; whoever is wished among them."""
    wished, span = deck.limits.driver, deck.spans[odd.driver]
    raced = set(range(span.first, span.last + 1))
    meanwhile = [each for each, seasons in odd.trait.seasons.items() if seasons & raced]
    near = deck.peers(odd.driver, meanwhile, len(meanwhile))
    if not wished or wished == odd.driver:
        three = deck.few(near[:_NEAREST], 3)
    elif wished in near:
        three = [wished, *deck.few([each for each in near if each != wished][:_NEAREST], 2)]
    else:
        return []
    return three if len(three) == 3 else []


def _traits(deck: Deck) -> list[_Trait]:
    traits: dict[str, _Trait] = {}
    for key, did, won in _done(deck):
        venue = won.venue if won.race in deck.jewels and key == deck.jewels[won.race] else ""
        trait = traits.setdefault(key, _Trait(key, did, defaultdict(set), venue))
        trait.seasons[won.driver].add(won.season)
    return [*traits.values(), _big_seasons(deck), _champions(deck)]


def _done(deck: Deck) -> Iterator[tuple[str, str, Won]]:
    """Every trait that a win gives whoever won: of a crown jewel, in a make, on a kind of track."""
    a_race = f"won {_one(deck)} race"
    for won in deck.wins:
        if jewel := deck.jewels.get(won.race):
            yield jewel, f"won the {jewel_words(jewel)} in the {deck.name}", won
        if won.make:
            yield won.make, f"{a_race} in {a(won.make)}", won
        if words := _KINDS.get(won.kind):
            yield won.kind, f"{a_race} {words}", won


def _big_seasons(deck: Deck) -> _Trait:
    big: dict[str, set[int]] = defaultdict(set)
    for (driver, season), wins in Counter((won.driver, won.season) for won in deck.wins).items():
        if wins >= _A_BIG_SEASON:
            big[driver].add(season)
    did = f"won at least {_A_BIG_SEASON} {deck.name} races in one season"
    return _Trait("big season", did, big)


def _champions(deck: Deck) -> _Trait:
    titles = {
        driver: won
        for driver, seasons in deck.titles.items()
        if (won := set(filter(deck.in_spread, seasons)))
    }
    return _Trait("champion", f"became champion of the {deck.name}", titles)


def _one(deck: Deck) -> str:
    return f"{'an' if deck.series == 'xfinity' else 'a'} {deck.name}"


def _years(seasons: set[int]) -> str:
    return ", ".join(map(str, sorted(seasons)))


def _question(key: str, odd: _Odd, three: list[str], hard: int, deck: Deck) -> Trivia:
    name, others = deck.person(odd.driver), [deck.person(each) for each in three]
    did = odd.trait.did
    track = (deck.records.venue_name(odd.trait.venue),) if odd.trait.venue else ()
    rows = [(deck.person(each), _years(odd.trait.seasons[each])) for each in three]
    return Trivia(
        key=key,
        kind=KIND,
        prompt=f"Three of these drivers {did} {deck.period}. Who did not?",
        answer=name,
        accepted=(name,),
        choices=(name, *others),
        told=f"{listed(sorted(others))} {did}; {name} did not.",
        proof=Table(("Driver", "Seasons"), (*rows, (name, "never"))),
        as_of=deck.as_of,
        difficulty=hard,
        series=deck.series,
        subjects=(name, *others, *track),
    )
