"""What each player took from a night that is over, and the table of a season of nights."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from bot.quiz.board import board

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
    unplaced = [
        SeasonLine(
            0,
            False,
            player,
            nights[-1].name,
            sum(each.points for each in nights),
            sum(each.won for each in nights),
            len(nights),
        )
        for player, nights in by_player.items()
    ]
    return _placed(unplaced)


def _placed(lines: list[SeasonLine]) -> tuple[SeasonLine, ...]:
    placed: list[SeasonLine] = []
    for _, level in groupby(sorted(lines, key=lambda each: (*_rank(each), each.name)), key=_rank):
        together, place = list(level), len(placed) + 1
        placed += [
            SeasonLine(
                place,
                len(together) > 1,
                each.player,
                each.name,
                each.points,
                each.wins,
                each.nights,
            )
            for each in together
        ]
    return tuple(placed)


def _rank(line: SeasonLine) -> tuple[int, int]:
    return -line.points, -line.wins
