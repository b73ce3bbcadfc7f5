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
"""Places that a board shows; those who are level with the last of them are shown too."""

_MOST = 40
"""Rows; more no message shows well."""


def draw_points(
    night: Night, to: Destination, most: int = ON_BOARD, *, change: bool = False
) -> tuple[Block, ...]:
    """Nothing where nobody plays."""
    standings = board(night)
    shown = [each for each in standings if each.place <= most][: max(2 * most, _MOST)]
    if not shown:
        return ()
    who = "Team" if night.rules.team_size else "Player"
    columns: tuple[Column, ...] = (Column("Place"), Column(who), Column("Points", True))
    rows = tuple(_row(each, night, to) for each in shown)
    if change:
        columns = (*columns, Column("Last", True))
        rows = tuple((*row, _signed(each)) for row, each in zip(rows, shown, strict=True))
    more = len(standings) - len(shown)
    others = (Text(f"And {more} more; Scores shows all.", "quiet"),) if more else ()
    return (Table(columns, rows), *others)


def _row(each: Standing, night: Night, to: Destination) -> tuple[str, ...]:
    return place_words(each), side_name(night, each.side, to), f"{each.points:,}"


def _signed(each: Standing) -> str:
    return f"{each.change:+,}" if each.change else "-"
