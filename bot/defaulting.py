"""A question that names no series, read in the series that is preferred where it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.conversations import Said
from knowledge.answer import Answer

if TYPE_CHECKING:
    from datetime import date

    from bot.book import Book
    from bot.preferences import Preferences
    from knowledge.answer import Outcome

ALL_SERIES = "all three series"
SERIES = {
    "Cup": ("cup",),
    "Xfinity": ("xfinity",),
    "Truck": ("truck",),
    ALL_SERIES: ("cup", "xfinity", "truck"),
}
"""What can be preferred, and the series that an answer is then about."""

_WORDS = {
    "person": "is your default",
    "channel": "is this channel's default",
    "community": "is the default here",
}


def by_default(said: Said, preferences: Preferences, book: Book, today: date) -> tuple[Said, str]:
    """What is said in the preferred series, and words that say so; else what was said before.

    The answer tells whether a series was named: with another one added it is about both.
    """
    wanted, plain = preferences.series, said.outcome
    if wanted not in SERIES or not isinstance(plain, Answer) or len(plain.series) != 1:
        return said, ""
    told = f"{wanted} {_WORDS[preferences.chosen_by['series']]}"
    if plain.series == SERIES[wanted]:
        other = "Truck" if wanted == "Cup" else "Cup"
        named_none = _is_about(_in_series(said, other, book, today).outcome, other)
        return said, told if named_none else ""
    given = _in_series(said, wanted, book, today)
    if _is_about(given.outcome, wanted) and _tells(given.outcome):
        return given, told
    return said, ""


def _in_series(said: Said, series: str, book: Book, today: date) -> Said:
    """The same with the series named, so that a button can ask it again as it was read."""
    named = series if series == ALL_SERIES else f"the {series} Series"
    turns = (f"{said.turns[0].rstrip(' ?.!')} in {named}", *said.turns[1:])
    outcome = book.ask(turns[0], today=today)
    for turn in turns[1:]:
        outcome = book.ask(turn, after=outcome, today=today)
    return Said(turns, outcome)


def _is_about(outcome: Outcome, series: str) -> bool:
    return isinstance(outcome, Answer) and outcome.series == SERIES[series]


def _tells(outcome: Outcome) -> bool:
    """Whether there is something to tell: a default never turns an answer into nothing."""
    return isinstance(outcome, Answer) and outcome.value not in (0, False, ())
