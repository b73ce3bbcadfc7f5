"""Which of four never won at a track; the three others did, in his time."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from knowledge.highlights.saying import many
from knowledge.sentences import listed
from knowledge.trivia.trivia import Trivia

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.trivia.again import Again
    from knowledge.trivia.deck import Deck
    from knowledge.trivia.rows import Won

KIND = "never won at"
_STARTS_ENOUGH = 10
_NEAREST = 7


class _Loser(NamedTuple):
    driver: str
    venue: str
    starts: int

    def key(self, deck: Deck) -> str:
        return f"{KIND}|{deck.series}|{self.venue}|{self.driver}"


def asked(deck: Deck) -> Iterator[Trivia]:
    winners: dict[str, list[Won]] = defaultdict(list)
    for won in deck.wins:
        winners[won.venue].append(won)
    losers = [each for each in _losers(deck) if each.venue in winners and _fits(each, deck)]
    for loser, hard in deck.drawn(
        losers, lambda each: _level(each, deck), lambda each: each.key(deck)
    ):
        if three := _three(loser, winners[loser.venue], deck):
            yield _question(loser, three, hard, deck)


def right(again: Again) -> tuple[str, ...]:
    venue, _ = again.words
    deck = again.deck()
    winners = {deck.person(won.driver) for won in deck.all_wins if won.venue == venue}
    return tuple(each for each in again.asked.choices if each not in winners)


def _losers(deck: Deck) -> list[_Loser]:
    """Who won elsewhere, and started often at a track without ever winning there."""
    rows = deck.records.connection.execute(
        """
        select there.driver, there.venue, sum(there.starts)
        from venue_total as there join career_total as career
            on career.driver = there.driver and career.series = there.series
        where there.series = :series and career.wins >= 3
        group by there.driver, there.venue
        having sum(there.wins) = 0 and sum(there.starts) >= :enough
        order by there.driver, there.venue
        """,
        {"series": deck.series, "enough": _STARTS_ENOUGH},
    )
    return list(map(_Loser._make, rows))


def _fits(loser: _Loser, deck: Deck) -> bool:
    """Whether he is wished, or may stand beside whoever is; and raced in the seasons wished."""
    span, (first, last) = deck.spans[loser.driver], deck.spread
    in_time = min(span.last, last) - max(span.first, first) >= 2
    asked_for = deck.limits.driver or deck.may_ask(loser.driver)
    return in_time and deck.may_name(loser.driver) and bool(asked_for)


def _level(loser: _Loser, deck: Deck) -> int:
    season = min(deck.spans[loser.driver].last, deck.spread[1])
    return deck.level(loser.driver, season, 1.0)


def _three(loser: _Loser, wins: list[Won], deck: Deck) -> list[str]:
    """Three who won there while he raced; whoever is wished among them."""
    span, wished = deck.spans[loser.driver], deck.limits.driver
    won = dict.fromkeys(
        each.driver for each in wins if span.first - 1 <= each.season <= span.last + 1
    )
    near = deck.peers(loser.driver, won, len(won))
    if not wished or wished == loser.driver:
        three = deck.few(near[:_NEAREST], 3)
    elif wished in near:
        others = [each for each in near if each != wished]
        three = [wished, *deck.few(others[:_NEAREST], 2)]
    else:
        return []
    return three if len(three) == 3 else []


def _question(loser: _Loser, three: list[str], hard: int, deck: Deck) -> Trivia:
    track, name = deck.records.venue_name(loser.venue), deck.person(loser.driver)
    others = [deck.person(each) for each in three]
    there = [won for won in deck.wins if won.venue == loser.venue and won.driver in three]
    return Trivia(
        key=loser.key(deck),
        kind=KIND,
        prompt=f"Which of these drivers did not win a {deck.name} race at {track} {deck.period}?"
        if deck.series != "xfinity"
        else f"Which of these drivers did not win an {deck.name} race at {track} {deck.period}?",
        answer=name,
        accepted=(name,),
        choices=(name, *others),
        told=f"{name} never won there in {many(loser.starts, 'start')};"
        f" {listed(sorted(others))} did.",
        proof=deck.rows(deck.of_races(there), "finish = 1"),
        as_of=deck.as_of,
        difficulty=hard,
        series=deck.series,
        subjects=(track, name, *others),
    )
