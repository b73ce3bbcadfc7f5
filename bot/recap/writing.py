"""Writes the recap of a race from its rows alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.recap.around_lines import around_lines
from bot.recap.line import chosen
from bot.recap.race_lines import race_lines
from bot.recap.recap import KEYS, Recap, RecapBlock
from bot.recap.result_lines import result_lines
from bot.recap.winner_lines import winner_lines
from knowledge.charts import moves, short_track
from knowledge.highlights.saying import surnames

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.book import Book
    from bot.recap.line import Line
    from bot.recap.recap import Key
    from knowledge.answer import Chart
    from knowledge.highlights.race_day import RaceDay
    from knowledge.races import Race

_DRAWN = 10
_TWO_STOPS = re.compile(r"\.\.(?=\s|$)")


def write_recap(book: Book, race: Race, favourites: Sequence[str] = ()) -> Recap:
    """Tell a race in blocks; favourites are drivers by their ids."""
    day, highlights = book.race_day(race), book.highlights(race)
    lines = chosen(
        [
            *winner_lines(day, highlights),
            *result_lines(day, highlights, favourites),
            *race_lines(day, highlights),
            *around_lines(day, highlights),
        ]
    )
    return Recap(race, tuple(_blocks(day, lines)), f"{short_track(race.venue)} is final")


def _blocks(day: RaceDay, lines: Sequence[Line]) -> Iterator[RecapBlock]:
    short = _short_names(day)
    for key in KEYS:
        if key == "chart":
            if chart := _chart(day):
                yield RecapBlock(key, "", chart)
        elif words := _words(key, lines, short):
            yield RecapBlock(key, words)


def _words(key: Key, lines: Sequence[Line], short: dict[str, str]) -> str:
    told = " ".join(line.words for line in lines if line.key == key)
    first, _, rest = told.partition("It was ")
    told = f"{first}It was {rest.replace(' It was ', ' It was also ')}" if rest else told
    told = _TWO_STOPS.sub(".", told)  # after a Jr.
    for name, surname in short.items():
        first, _, rest = told.partition(name)
        if rest:
            again = re.compile(rf"{re.escape(name)}(?! [A-Z&])")  # no part of a team's name
            told = f"{first}{name}{again.sub(surname, rest)}"
    return told


def _short_names(day: RaceDay) -> dict[str, str]:
    """The surnames that only one driver of the race has, and that are no name of a car."""
    makes = {start.make for start in day.result}
    names = [start.name for start in day.result]
    bearing = [word for name in names for word in (*surnames(name), *name.split())]
    return {
        name: surnames(name)[0]
        for name in names
        if _is_his_alone(name, bearing) and surnames(name)[0] not in makes
    }


def _is_his_alone(name: str, bearing: Sequence[str]) -> bool:
    called = surnames(name)
    alone = all(bearing.count(each) <= [*called, *name.split()].count(each) for each in called)
    return bool(called) and alone and bool(re.fullmatch(r"[A-Z][\w'-]{2,}( Jr\.)?", called[0]))


def _chart(day: RaceDay) -> Chart | None:
    rows = [(start.name, start.start, start.finish) for start in day.result[:_DRAWN]]
    return moves(rows, f"Start against finish, {day.race.title}")
