"""How much of an answer a message shows: its first rows, or one page of its table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.keys import Step
from bot.preferences import PRIVATE, PUBLIC
from bot.request import ALL_ROWS

if TYPE_CHECKING:
    from bot.request import Place
    from knowledge.answer import Answer

SUPPORT = 6
"""Rows that back a sentence; whoever asked for a list gets a page of it."""


@dataclass(frozen=True, slots=True)
class View:
    """Rows from first to last (exclusive) of a table with so many in all."""

    first: int
    last: int
    rows: int
    page: int = 0  # 0 is the card itself, which shows the beginning
    page_length: int = 12
    private: bool = False

    @property
    def is_whole(self) -> bool:
        return self.last - self.first == self.rows

    @property
    def words(self) -> str:
        """Which rows these are, where they are not all."""
        if self.is_whole:
            return ""
        return f"Rows {self.first + 1} to {self.last} of {self.rows:,}."

    def steps(self) -> tuple[Step, ...]:
        """Turn to the pages before and after."""
        if not self.page or self.is_whole:
            return ()
        back = (Step("Back", "turn", self._turned(self.page - 1)),) if self.page > 1 else ()
        on = (Step("Next", "turn", self._turned(self.page + 1)),) if self.last < self.rows else ()
        return back + on

    def _turned(self, page: int) -> str:
        return f"{page}{'' if self.private else ' open'}"


def first_view(answer: Answer, place: Place, answers: str = "") -> View:
    """The card, or the first page where the table is long: for the asker alone unless all shall."""
    rows = len(answer.table.rows)
    if place.rows == ALL_ROWS:
        return View(0, rows, rows)
    whispered = place.whispers and not place.direct
    if rows > place.rows and (place.whispers or place.direct):
        view = page_view(answer, 1, place)
        return replace(view, private=whispered and answers != PUBLIC)
    shown = place.rows if isinstance(answer.value, tuple) else SUPPORT
    view = View(0, min(shown, rows), rows, page_length=place.rows)
    return replace(view, private=whispered and answers == PRIVATE)


def page_view(answer: Answer, page: int, place: Place) -> View:
    """One page of the table, the nearest there is."""
    rows, length = len(answer.table.rows), place.rows or len(answer.table.rows)
    last_page = max(1, -(-rows // max(1, length)))
    page = min(max(page, 1), last_page)
    return View((page - 1) * length, min(page * length, rows), rows, page, length)


def show_step(answer: Answer, view: View) -> tuple[Step, ...]:
    """Show what a card leaves out, in its place where that is no more than a page."""
    if view.page or view.is_whole:
        return ()
    columns = set(answer.table.columns)
    thing = "races" if "Race" in columns else "seasons" if "Season" in columns else "rows"
    return (Step(f"Show the {thing}", "turn" if view.rows <= view.page_length else "show", "1"),)
