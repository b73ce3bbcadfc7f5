"""Whether the parts of an answer say the same: sentence, value and rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.answer import Answer, Cell

_EACH_ROW_IS_ONE = re.compile(
    "wins|starts|top .+|poles|DNFs|crashes|races led|.*-place finishes|.+ to .+ finishes"
    "|lead-lap finishes"
)
_DATE, _SEASON, _NAME = 0, 1, 1
_MORE_ARE_LEVEL = "more are level with the last one shown"
_MOST_AFTER_ANOTHER = re.compile(r" the (second|third|\d+(st|nd|rd|th)) (most|fewest|best|worst)")


def faults(answer: Answer) -> list[str]:
    """What is wrong with an answer, in words; nothing, if all is well."""
    return [*_missing(answer), *_headline(answer), *_rows(answer)]


def _missing(answer: Answer) -> Iterator[str]:
    columns = len(answer.table.columns)
    if not answer.sources:
        yield "no source is named"
    if not answer.reading.strip():
        yield "it does not say how the question was read"
    if not answer.headline.endswith("."):
        yield "the headline does not end in a full stop"
    if any(len(row) != columns for row in answer.table.rows):
        yield "a row has not as many cells as there are columns"


def _headline(answer: Answer) -> Iterator[str]:
    """The first thing in the value stands in the sentence; a card has no bare value."""
    first = answer.value[0] if isinstance(answer.value, tuple) else answer.value
    if first is None or isinstance(first, bool):
        return
    if isinstance(first, int) and first < 0 and "lost" in answer.headline:
        first = -first  # of places gained, those below zero are lost
    written = {str(first)}
    if isinstance(first, int | float):
        written |= {f"{first:,}"} | ({"once", "won the"} if first == 1 else set())
    if isinstance(first, float):
        written |= {f"{first + rounding:,.1f}" for rounding in (-0.001, 0, 0.001)}
    if not any(form in answer.headline for form in written):
        yield f"the headline does not say {first!r}"


def _rows(answer: Answer) -> Iterator[str]:
    """The rules of the kind of table that the answer has."""
    value, columns, rows = answer.value, answer.table.columns, answer.table.rows
    if columns[:1] == ("Rank",):
        yield from _ranking(answer)
    elif isinstance(value, bool):
        return
    elif isinstance(value, str | tuple) and rows:
        cells = {str(cell) for row in rows for cell in row}
        named = value if isinstance(value, tuple) else (value,)
        if missing := [each for each in named if str(each) not in cells]:
            yield f"no row holds {missing}"
    elif isinstance(value, int | float) and columns[:2] == ("Season", "Starts"):
        yield from _by_season(answer, value)
    elif isinstance(value, int | float) and columns[:1] == ("Date",):
        yield from _races(answer, value)


def _ranking(answer: Answer) -> Iterator[str]:
    """Who is named heads the ranking, whose table may end inside a long tie and then says so."""
    named = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    names = [row[_NAME] for row in answer.table.rows]
    if _MOST_AFTER_ANOTHER.search(answer.headline):
        if not set(named) <= set(names):
            yield f"{named} do not stand in the ranking {names}"
    elif any(_MORE_ARE_LEVEL in caveat for caveat in answer.caveats):
        if tuple(names) != named[: len(names)]:
            yield f"the ranking {names} does not begin as {named}"
    elif tuple(names[: len(named)]) != named:
        yield f"{named} do not head the ranking {names}"


def _by_season(answer: Answer, value: float) -> Iterator[str]:
    """The seasons add up; an average is theirs, weighed by starts."""
    what, rows = answer.table.columns[2], answer.table.rows
    known = [(int(str(row[1])), float(str(row[2]))) for row in rows if row[2] is not None]
    numbers = [number for _, number in known]
    if what.startswith(("Average", "Win percentage")):
        starts = sum(each for each, _ in known)
        found = sum(each * number for each, number in known) / starts
        right = found == pytest.approx(value, abs=0.02 if what == "Average finish" else 0.5)
    elif what.startswith("Driver rating"):
        right = min(numbers) - 0.01 <= value <= max(numbers) + 0.01
    elif what.startswith("Best"):
        right, found = min(numbers) == value, min(numbers)
    elif what.startswith("Worst"):
        right, found = max(numbers) == value, max(numbers)
    else:
        right, found = sum(numbers) == pytest.approx(value), sum(numbers)
    if not right:
        yield f"by season it is {found if numbers else None}, not {value}"


def _races(answer: Answer, value: float) -> Iterator[str]:
    """There are as many races as the number says, or their column makes it up."""
    what, rows = answer.reading.split(" · ")[0], answer.table.rows
    if len(rows) == 1 and rows[0][_SEASON] == value:  # the season of the one race was asked for
        return
    column = dict(zip(answer.table.columns, zip(*rows, strict=True), strict=True) if rows else ())
    if _EACH_ROW_IS_ONE.fullmatch(what):
        found: float = len(rows)
    elif what == "laps led":
        found = sum(_numbers(column.get("Laps led", ())))
    elif what in ("finish", "start"):
        found = column[what.capitalize()][0]
    elif what in ("average finish", "average start"):
        places = _numbers(column[what.removeprefix("average ").capitalize()])
        found = sum(places) / len(places)
    elif what in ("best finish", "best start"):
        found = min(_numbers(column[what.removeprefix("best ").capitalize()]))
    elif what == "worst finish":
        found = max(_numbers(column["Finish"]))
    elif what == "stage wins":
        found = min(max(value, len(rows)), 3 * len(rows))
    else:
        return
    if found != pytest.approx(value, abs=1e-3):
        yield f"the rows make {found}, not {value}"


def _numbers(cells: tuple[Cell, ...]) -> list[int]:
    return [cell for cell in cells if isinstance(cell, int)]
