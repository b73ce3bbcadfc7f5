"""A draft drawn up: its recap from the rows, and the race in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.recap.writing import write_recap

if TYPE_CHECKING:
    from bot.book import Book
    from bot.recap.draft import Draft
    from bot.recap.recap import Recap
    from knowledge.races import Race


def recap_of(draft: Draft, book: Book) -> Recap:
    """What the rows give for it today, under the draft's edits."""
    (race,) = book.races(draft.race)
    favourites = _ids(draft.favourites, race, book)
    return write_recap(book, race, favourites).edited(draft.edits)


def race_words(draft: Draft, book: Book) -> str:
    """The race in a few words; as the draft names it where the records have it no more."""
    race = next(iter(book.races(draft.race)), None)
    return f"{race.season} {race.name}" if race else draft.race


def _ids(names: tuple[str, ...], race: Race, book: Book) -> tuple[str, ...]:
    """The drivers of those names who were in the race, by their ids."""
    if not names:
        return ()
    day = book.race_day(race)
    ids = {day.name(driver): driver for driver in day.by_driver}
    return tuple(ids[name] for name in names if name in ids)
