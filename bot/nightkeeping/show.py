"""How nights are drawn and judged, the same in every channel: by the record book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.nightkeeping.keeper import Show
from bot.quiz.marker import mark
from bot.quiz.showing import show_board

if TYPE_CHECKING:
    from bot.book import Book


def show_of(book: Book) -> Show:
    return Show(show_board, lambda question, text: mark(question, text, book))
