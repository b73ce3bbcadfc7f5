"""The fact lock in words: what agrees with the rows, what is the moderator's own, what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.recap.fact_lock import check_recap
from bot.reply import Text
from knowledge.highlights.saying import many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.book import Book
    from bot.recap.fact_lock import Checked
    from bot.recap.recap import Recap

_SHOWN = 8
"""Amber words; whoever has more of them knows it."""


def figures(recap: Recap, book: Book) -> tuple[Checked, ...]:
    return check_recap(book, recap)


def phrase_figures(checked: tuple[Checked, ...]) -> Iterator[Text]:
    """How many are green, which words are amber, and of each red one why."""
    marks = [mark for each in checked for mark in each.marks]
    green = sum(mark.colour == "green" for mark in marks)
    agree = "agrees" if green == 1 else "agree"
    yield Text(
        f"Green: {many(green, 'number or name', 'numbers and names')} {agree} with the rows."
    )
    amber = list(dict.fromkeys(mark.text for mark in marks if mark.colour == "amber"))
    if amber:
        shown = ", ".join(f"“{each}”" for each in amber[:_SHOWN])
        more = f" and {len(amber) - _SHOWN} more" if len(amber) > _SHOWN else ""
        yield Text(f"Amber, your own words, of which the rows say nothing: {shown}{more}.")
    for mark in marks:
        if mark.colour == "red":
            yield Text(f"Red: {mark.reason}", "caution")
