"""Long tables of a night, a page at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from bot.quizmaster.player import Player
    from bot.reply import Button

_T = TypeVar("_T")

ROWS = 25
"""On a page; a phone shows that many well."""


def page_of(rows: tuple[_T, ...], words: str) -> tuple[tuple[_T, ...], int, int]:
    """The rows of a page, its number, and that of the last; the first where no number is told."""
    last = max(1, -(-len(rows) // ROWS))
    page = min(max(int(words) if words.isdecimal() else 1, 1), last)
    return rows[(page - 1) * ROWS : page * ROWS], page, last


def turns(player: Player, step: str, page: int, last: int) -> tuple[Button, ...]:
    back = (player.button("Back", f"{step} {page - 1}"),) if page > 1 else ()
    on = (player.button("Next", f"{step} {page + 1}"),) if page < last else ()
    return back + on
