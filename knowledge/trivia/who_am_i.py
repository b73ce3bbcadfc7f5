"""A driver told by clues from hard to easy; all of them together fit nobody else."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from knowledge.highlights.saying import many
from knowledge.sentences import listed
from knowledge.trivia.saying import jewel_words, times
from knowledge.trivia.trivia import Trivia

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.trivia.deck import Deck
    from knowledge.trivia.rows import Won

KIND = "who am I"
_WINS_ENOUGH = 2
_STARTS_ENOUGH = 40
_NEAREST = 8
_ROUND = 50


class _Clue(NamedTuple):
    words: str
    fits: frozenset[str]  # every driver of the series of whom it is true


Fact: TypeAlias = tuple[object, ...]


class _Careers:
    """What the clues are made of, of every winner of the series, and who shares each fact.

    How often he won is a clue of each: no driver without a win fits them all.
    """

    def __init__(self, deck: Deck) -> None:
        self.won: dict[str, list[Won]] = defaultdict(list)
        for won in deck.all_wins:
            self.won[won.driver].append(won)
        self.starts = _starts_of(deck)
        self.facts: dict[str, dict[str, Fact]] = {}
        self._sharing: dict[tuple[str, Fact], set[str]] = defaultdict(set)
        for driver in self.starts:
            facts = dict(_facts(driver, self.won[driver], deck))
            self.facts[driver] = facts
            for name, fact in facts.items():
                self._sharing[name, fact].add(driver)

    def sharing(self, name: str, driver: str) -> frozenset[str]:
        """Every driver of whom the same is true."""
        return frozenset(self._sharing[name, self.facts[driver][name]])


def _starts_of(deck: Deck) -> dict[str, int]:
    rows = deck.records.connection.execute(
        "select driver, starts from career_total where series = :series and wins > 0"
        " order by driver",
        {"series": deck.series},
    )
    return dict(rows.fetchall())


def _facts(driver: str, won: list[Won], deck: Deck) -> Iterator[tuple[str, Fact]]:
    span = deck.spans[driver]
    yield "debut", (span.first,)
    yield "span", (span.first, span.last)
    yield "titles", deck.titles.get(driver, ())
    yield "wins", (len(won),)
    yield "first win", (won[0].season, won[0].venue)
    if track := _most([each.venue for each in won]):
        yield "track", track
    if car := _most([each.car for each in won if each.car]):
        yield "car", car[:1]
    jewels = Counter(deck.jewels[each.race] for each in won if each.race in deck.jewels)
    for jewel, number in jewels.items():
        yield jewel, (number,)


def _most(each_win: list[str]) -> tuple[str, int] | None:
    """What stands most often among the wins, and how often; None where two do."""
    counted = Counter(each_win).most_common(2)
    if not counted or (len(counted) > 1 and counted[0][1] == counted[1][1]):
        return None
    return counted[0]


def asked(deck: Deck) -> Iterator[Trivia]:
    if deck.limits.venue:
        return
    careers = _Careers(deck)
    drivers = [driver for driver in careers.starts if _is_known(driver, careers, deck)]
    for driver, hard in deck.drawn(
        drivers, lambda each: _level(each, deck), lambda each: _key(each, deck)
    ):
        clues = list(_clues(driver, careers, deck))
        wrong = deck.few(deck.peers(driver, careers.won, _NEAREST), 3)
        if frozenset.intersection(*(clue.fits for clue in clues)) == {driver} and len(wrong) == 3:
            yield _question(driver, clues, wrong, hard, deck)


def _is_known(driver: str, careers: _Careers, deck: Deck) -> bool:
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


def _clues(driver: str, careers: _Careers, deck: Deck) -> Iterator[_Clue]:
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
    for jewel in sorted(facts.keys() & set(deck.jewels.values())):
        number = facts[jewel][0]
        yield clue(jewel, f"I won the {jewel_words(jewel)} {_times(number)}.")
    if "car" in facts:
        yield clue("car", f"I won most often in the number {facts['car'][0]}.")
    if titles:
        yield clue("titles", f"I was champion in {listed([str(season) for season in titles])}.")


def _times(number: object) -> str:
    return times(int(str(number)))


def _seasons(driver: str, careers: _Careers, deck: Deck) -> _Clue:
    span = deck.spans[driver]
    if span.last >= deck.last_season:
        return _Clue(f"My first start came in {span.first}.", careers.sharing("debut", driver))
    words = f"My first start came in {span.first}, my last in {span.last}."
    return _Clue(words, careers.sharing("span", driver))


def _starts(driver: str, careers: _Careers) -> _Clue:
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
