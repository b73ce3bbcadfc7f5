"""What the win means at this track, and in a race that fans know by one name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.highlights.highlight import NAME, Fact, Highlight
from knowledge.highlights.saying import a, nth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.highlights.race_day import RaceDay
    from knowledge.highlights.rows import Past

_KNOWS_HOW_TO_WIN = 5
"""Wins from which one at a new track is news."""


def found(day: RaceDay) -> Iterator[Highlight]:
    here = [each for each in day.wins if each.venue == day.past[-1].venue]
    if day.family:
        wins = [each for each in day.wins if each.race in day.family.races]
        starts = sum(race in day.family.races for race, _ in day.starts_of_winner)
        yield _won_there(day, wins, starts, f"in the {day.family.name}", 12)
    starts = sum(venue == day.past[-1].venue for _, venue in day.starts_of_winner)
    if len(day.here) > 1:
        yield _won_there(day, here, starts, f"at {day.race.venue}", 0)
        yield from _again(day)


def _won_there(day: RaceDay, wins: list[Past], starts: int, there: str, extra: int) -> Highlight:
    name, is_first = day.winner.name, len(wins) == 1
    where = "in that race" if there.startswith("in ") else "there"
    of_starts = f", in the {nth(starts)} start {where}" if is_first else ""
    weight = 50 + min(starts, 20) if is_first else min(75, 40 + 5 * len(wins))
    if is_first and len(day.wins) < _KNOWS_HOW_TO_WIN:
        weight = 25
    return Highlight(
        f"It was {name}'s {nth(len(wins))} win {there}{of_starts}.",
        "track",
        weight + extra,
        name,
        (
            Fact("wins", len(wins), name, there),
            Fact("starts", starts, name, there),
            Fact(NAME, day.family.name if day.family else day.race.venue),
        ),
        f"{a(len(wins))} win {there}",
        day.rows([each.race for each in wins], day.winner.driver),
    )


def _again(day: RaceDay) -> Iterator[Highlight]:
    """The one before there had the same winner."""
    before = day.here[-2]
    if before.driver == day.winner.driver:
        name = day.winner.name
        yield Highlight(
            f"{name} also won the one before there, the {day.called(before)}.",
            "track",
            55,
            name,
            day.named(before),
            proof=day.rows([before.race, day.race.id], day.winner.driver),
        )
