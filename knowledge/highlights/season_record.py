"""The most wins in one season of the series: one away, reached, broken, made still more."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from knowledge.highlights.highlight import NAME, SEASON, Fact, Highlight
from knowledge.highlights.saying import many
from knowledge.sentences import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.highlights.race_day import RaceDay

_YOUNG, _FEW = 3, 4
"""Seasons and wins before which nothing is a record."""

_NAMED = 3


def found(day: RaceDay) -> Iterator[Highlight]:
    seasons = Counter((each.driver, each.season) for each in day.past)
    mine = seasons.pop((day.winner.driver, day.race.season))
    best = max(seasons.values(), default=0)
    if best < _FEW or day.race.season - day.past[0].season < _YOUNG or mine < best - 1:
        return
    holders = [key for key, number in seasons.items() if number == best]
    told = [f"{day.name(who)} in {season}" for who, season in holders[:_NAMED]]
    held = listed([*told, "others"] if len(holders) > _NAMED else told)
    words, weight = _told(day, mine, best, held)
    facts = [Fact("wins", mine, day.winner.name, f"of the {day.race.season} season")]
    for who, season in holders[:_NAMED]:
        facts += [Fact(NAME, day.name(who)), Fact(SEASON, season, day.name(who), "of the most")]
        facts.append(Fact("wins", best, day.name(who), f"in {season}"))
    yield Highlight(
        f"{words}.",
        "record",
        weight,
        day.winner.name,
        tuple(facts),
        f"more {day.series} wins in a season than anyone before" if mine > best else "",
        day.rows([each.race for each in day.wins if each.season == day.race.season]),
    )


def _told(day: RaceDay, mine: int, best: int, held: str) -> tuple[str, int]:
    name = day.winner.name
    if mine < best:
        words = f"One more would equal the most wins in one {day.series} season, {best} by {held}"
        return words, 60
    if mine == best:
        won = many(mine, "win")
        return f"{name}'s {won} equal the most in one {day.series} season, by {held}", 93
    words = (
        f"{name}'s {mine} wins are the most in one {day.series} season, ahead of {best} by {held}"
    )
    return words, 97 if mine == best + 1 else 80
