"""Five of those who did something: won a race, a title, at a track, in a car number."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from knowledge.answer import Table
from knowledge.sentences import a, listed
from knowledge.trivia.rows import finishers_of, is_clouded
from knowledge.trivia.saying import jewel_words
from knowledge.trivia.trivia import Trivia

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.trivia.again import Again
    from knowledge.trivia.deck import Deck

KIND = "name five"
_WANTED = 5
_ENOUGH = 8
"""Right answers; of fewer nobody knows five."""

_MANY_WINS = (10, 20, 50)


class _Set(NamedTuple):
    key: str
    did: str  # "won the Daytona 500"
    number: dict[str, int]  # who did it, and how often
    noun: str = "Wins"
    venue: str = ""
    race: str = ""

    @property
    def of_one_season(self) -> bool:
        return self.key.startswith(("season ", "top ten "))


def asked(deck: Deck) -> Iterator[Trivia]:
    if deck.limits.driver:
        return
    sets = [each for each in _sets(deck) if len(each.number) >= _ENOUGH]
    for each, hard in deck.drawn(
        sets, lambda each: _level(each, deck), lambda each: _key(each, deck)
    ):
        yield _question(each, hard, deck)


def right(again: Again) -> tuple[str, ...]:
    what, *counted = again.words
    deck = again.deck(*counted)
    if what.startswith("top ten "):
        season, number = map(int, what.split()[2:])
        races = deck.run_as(season, number)
        named = [each for won in races for each in finishers_of(won.race, deck.records, 10)]
    else:
        named = [each for one in _sets(deck) if one.key == what for each in one.number]
    return tuple(map(deck.person, named))


def _sets(deck: Deck) -> Iterator[_Set]:
    if deck.wish.race:
        yield from _top_ten(deck)
        return
    yield from _at_tracks(deck)
    if not deck.limits.venue:
        yield from _winners(deck)
        yield from _seasons(deck)
        yield from _champions(deck)


def _key(each: _Set, deck: Deck) -> str:
    counted = "" if each.of_one_season else f"|{deck.counted}"
    return f"{KIND}|{deck.series}|{each.key}{counted}"


def _level(each: _Set, deck: Deck) -> int:
    """As hard as the fifth best known of them."""
    known = sorted(each.number, key=lambda driver: -deck.fame(driver))
    fifth = known[_WANTED - 1]
    extra = 1.0 if len(known) < 2 * _ENOUGH else 0.0
    return deck.level(fifth, min(deck.spread[1], deck.spans[fifth].last), extra)


def _top_ten(deck: Deck) -> Iterator[_Set]:
    for won in deck.races:
        if not is_clouded(won.race, deck.records):
            finishers = finishers_of(won.race, deck.records, 10)
            places = {driver: place for place, driver in enumerate(finishers, start=1)}
            race = deck.race(won)
            did = f"finished in the top ten of {race} in the {deck.then(won.season)}"
            key = f"top ten {won.season} {won.round}"
            yield _Set(key, did, places, "Finish", won.venue, race.removeprefix("the "))


def _at_tracks(deck: Deck) -> Iterator[_Set]:
    tracks: dict[str, Counter[str]] = defaultdict(Counter)
    jewels: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for won in deck.wins:
        tracks[won.venue][won.driver] += 1
        if won.race in deck.jewels:
            jewels[deck.jewels[won.race], won.venue][won.driver] += 1
    for venue, wins in tracks.items():
        did = f"won {_one(deck)} race at {deck.records.venue_name(venue)} {deck.period}"
        yield _Set(f"track {venue}", did, wins, venue=venue)
    for (jewel, venue), wins in jewels.items():
        did = f"won the {jewel_words(jewel)} in the {deck.name} {deck.period}"
        yield _Set(jewel, did, wins, venue=venue)


def _winners(deck: Deck) -> Iterator[_Set]:
    """By make, by car number, and by how often they won."""
    makes: dict[str, Counter[str]] = defaultdict(Counter)
    cars: dict[str, Counter[str]] = defaultdict(Counter)
    won_in_all = Counter(won.driver for won in deck.wins)
    for won in deck.wins:
        makes[won.make or ""][won.driver] += 1
        cars[won.car or ""][won.driver] += 1
    for make, wins in makes.items():
        if make:
            yield _Set(f"make {make}", f"won {_one(deck)} race in {a(make)} {deck.period}", wins)
    for car, wins in cars.items():
        if car:
            did = f"won {_one(deck)} race in the number {car} {deck.period}"
            yield _Set(f"car {car}", did, wins)
    for least in _MANY_WINS:
        many = {driver: number for driver, number in won_in_all.items() if number >= least}
        yield _Set(f"{least} wins", f"won at least {least} {deck.name} races {deck.period}", many)


def _seasons(deck: Deck) -> Iterator[_Set]:
    seasons: dict[int, Counter[str]] = defaultdict(Counter)
    for won in deck.wins:
        seasons[won.season][won.driver] += 1
    for season, wins in seasons.items():
        did = f"won {_a(deck.then(season))} race {deck.during(season)}"
        yield _Set(f"season {season}", did, wins)


def _champions(deck: Deck) -> Iterator[_Set]:
    titles = {
        driver: number
        for driver, seasons in deck.titles.items()
        if (number := sum(map(deck.in_spread, seasons)))
    }
    did = f"won the championship of the {deck.name} {deck.period}"
    yield _Set("champions", did, titles, "Championships")


def _one(deck: Deck) -> str:
    return _a(deck.name)


def _a(series: str) -> str:
    return f"{'an' if series[0] in 'XO' else 'a'} {series}"


def _question(each: _Set, hard: int, deck: Deck) -> Trivia:
    known = sorted(each.number, key=lambda driver: (-deck.fame(driver), driver))
    names = [deck.person(driver) for driver in known]
    rows = sorted(zip(names, map(each.number.__getitem__, known), strict=True))
    rows.sort(key=lambda row: row[1] if each.noun == "Finish" else -row[1])
    track = (deck.records.venue_name(each.venue),) if each.venue else ()
    return Trivia(
        key=_key(each, deck),
        kind=KIND,
        prompt=f"Name five drivers who {each.did}.",
        answer=listed(names[:_WANTED]),
        accepted=tuple(names),
        choices=(),
        told=f"{len(names)} drivers {each.did}, among them {listed(names[:_WANTED])}.",
        proof=Table(("Driver", each.noun), tuple(rows)),
        as_of=deck.as_of,
        difficulty=hard,
        series=deck.series,
        subjects=(*track, *((each.race,) if each.race else ())),
        wanted=_WANTED,
    )
