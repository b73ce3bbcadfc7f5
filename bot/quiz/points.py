"""The points as a table: the first places with their ties, and what each got last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.quiz.board import board, place_words
from bot.quiz.sides import side_name
from bot.reply import Block, Column, Table, Text

if TYPE_CHECKING:
    from bot.channel import Destination
    from bot.quiz.board import Standing
    from bot.quiz.night import Night

ON_BOARD = 8
"""Places that a board shows; so many who are level with the last of them are shown too."""

_LEVEL = 4


def draw_points(
    night: Night, to: Destination, most: int = ON_BOARD, *, change: bool = False
) -> tuple[Block, ...]:
    """Nothing where nobody plays."""
    standings = board(night)
    shown = [each for each in standings if each.place <= most][: most + _LEVEL]
    if not shown:
        return ()
    rest = more_words(standings, len(shown))
    others = (Text(f"{rest}; Scores shows all.", "quiet"),) if rest else ()
    return (points_table(shown, night, to, change=change), *others)


def points_table(
    shown: list[Standing], night: Night, to: Destination, *, change: bool = False
) -> Table:
    who = "Team" if night.rules.team_size else "Player"
    columns: tuple[Column, ...] = (Column("Place"), Column(who), Column("Points", True))
    rows = tuple(_row(each, night, to) for each in shown)
    if change:
        columns = (*columns, Column("Last", True))
        rows = tuple((*row, _signed(each)) for row, each in zip(rows, shown, strict=True))
    return Table(columns, rows)


def more_words(standings: tuple[Standing, ...], shown: int) -> str:
    """Who is not among the first so many: those who are level with the last shown, told apart."""
    rest = standings[shown:]
    level = sum(each.place == standings[shown - 1].place for each in rest)
    behind = len(rest) - level
    if level:
        return f"And {level:,} more level" + (f", {behind:,} behind them" if behind else "")
    return f"And {behind:,} more" if behind else ""


def _row(each: Standing, night: Night, to: Destination) -> tuple[str, ...]:
    return place_words(each), side_name(night, each.side, to), f"{each.points:,}"


def _signed(each: Standing) -> str:
    return f"{each.change:+,}" if each.change else "-"
