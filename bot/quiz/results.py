"""What each player took from a night that is over, and the table of a season of nights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.quiz.board import board, in_places

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.quiz.night import Night


@dataclass(frozen=True, slots=True)
class Result:
    """One player's share of one night; in a team each has what the team has."""

    player: str  # id
    platform: str
    community: str
    name: str
    points: int
    won: bool  # a first place, also one that is shared
    began: float  # seconds since 1970


@dataclass(frozen=True, slots=True)
class SeasonLine:
    """A player's season; who is level in points and first places shares a place."""

    place: int
    tied: bool
    player: str
    name: str
    points: int
    wins: int
    nights: int


def results_of(night: Night) -> tuple[Result, ...]:
    """Nothing where it is not over, or ended before anything was answered."""
    if night.head.phase != "over" or not night.revealed:
        return ()
    began = min(stretch.began for stretch in night.open.values())
    standings = {each.side: each for each in board(night)}
    return tuple(
        Result(
            each.id,
            each.platform,
            each.community,
            each.name,
            standings[each.side].points,
            standings[each.side].place == 1 and standings[each.side].points > 0,
            began,
        )
        for each in night.entrants.values()
    )


def season_table(results: Iterable[Result]) -> tuple[SeasonLine, ...]:
    """By points, then by first places; of a name that changed the latest is told."""
    by_player: dict[str, list[Result]] = {}
    for result in sorted(results, key=lambda each: each.began):
        by_player.setdefault(result.player, []).append(result)
    in_order = sorted(by_player.values(), key=lambda nights: (*_rank(nights), nights[-1].name))
    return tuple(_line(*placed) for placed in in_places(in_order, _rank))


def _line(place: int, tied: bool, nights: list[Result]) -> SeasonLine:
    less_points, less_wins = _rank(nights)
    last = nights[-1]
    return SeasonLine(place, tied, last.player, last.name, -less_points, -less_wins, len(nights))


def _rank(nights: list[Result]) -> tuple[int, int]:
    return -sum(each.points for each in nights), -sum(each.won for each in nights)
