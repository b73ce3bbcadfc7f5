"""A driver's wins season by season, with one season blank."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from knowledge.answer import Table
from knowledge.highlights.saying import many
from knowledge.trivia.trivia import Trivia

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.trivia.again import Again
    from knowledge.trivia.deck import Deck

KIND = "finish the career line"
_SEASONS = 5
_WINS_ENOUGH = 5
_FULL_SEASON = 8
"""Starts; a season of fewer is a guest's."""


class _Season(NamedTuple):
    season: int
    starts: int
    wins: int


def asked(deck: Deck) -> Iterator[Trivia]:
    if deck.limits.venue:
        return
    known = [
        driver
        for driver, tally in deck.tallies.items()
        if tally.wins >= _WINS_ENOUGH and deck.may_count(driver)
    ]
    for driver, hard in deck.drawn(known, lambda each: _level(each, deck), lambda _: ""):
        lines = list(_lines(driver, deck))
        deck.random.shuffle(lines)
        fresh = (each for each in lines if _key(driver, each[1], deck) not in deck.wish.without)
        if drawn := next(fresh, None):  # a second line of his could show what the first asks
            yield _question(driver, *drawn, hard, deck)


def right(again: Again) -> tuple[str, ...]:
    driver, season = again.words
    wins = again.deck().all_wins
    return (str(sum((won.driver, won.season) == (driver, int(season)) for won in wins)),)


def _level(driver: str, deck: Deck) -> int:
    return deck.level(driver, min(deck.spread[1], deck.spans[driver].last), 1.0)


def _key(driver: str, blank: _Season, deck: Deck) -> str:
    return f"{KIND}|{deck.series}|{driver}|{blank.season}"


def _lines(driver: str, deck: Deck) -> Iterator[tuple[list[_Season], _Season]]:
    """Unbroken seasons around one with wins, whose number stands nowhere else in the line."""
    rows = deck.records.connection.execute(
        """
        select season, starts, wins from season_total
        where driver = :driver and series = :series and season between :first and :last
            and season <> :running
        order by season
        """,
        {
            "driver": driver,
            "series": deck.series,
            "first": deck.spread[0],
            "last": deck.spread[1],
            "running": deck.running_season,
        },
    )
    seasons = [_Season(*row) for row in rows if row[1] >= _FULL_SEASON]
    for start in range(len(seasons) - _SEASONS + 1):
        line = seasons[start : start + _SEASONS]
        blank = line[deck.random.randrange(1, _SEASONS - 1)]
        unbroken = line[-1].season - line[0].season == _SEASONS - 1
        shown = {each.wins for each in line if each is not blank}
        if unbroken and blank.wins and blank.wins not in shown and len(shown) > 1:
            yield line, blank


def _question(driver: str, line: list[_Season], blank: _Season, hard: int, deck: Deck) -> Trivia:
    name, figure = deck.person(driver), str(blank.wins)
    shown = ", ".join(f"{each.season}: {'?' if each is blank else each.wins}" for each in line)
    near = [each for each in range(max(0, blank.wins - 4), blank.wins + 5) if each != blank.wins]
    return Trivia(
        key=_key(driver, blank, deck),
        kind=KIND,
        prompt=f"{name}'s wins in the {deck.name}, season by season: {shown}."
        f" How many were there in {blank.season}?",
        answer=figure,
        accepted=(figure,),
        choices=(figure, *map(str, near)),
        told=f"{name} won {many(blank.wins, 'race')} in {blank.season},"
        f" in {many(blank.starts, 'start')}.",
        proof=Table(("Season", "Starts", "Wins"), tuple(map(tuple, line))),
        as_of=deck.as_of,
        difficulty=hard,
        series=deck.series,
        subjects=(name,),
    )
