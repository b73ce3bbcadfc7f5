"""The headline, and what is told of the winner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.phrasing import phrase_date
from bot.recap.line import MUST, Line
from knowledge.highlights.saying import nth, owner

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.highlights.highlight import Highlight
    from knowledge.highlights.race_day import RaceDay
    from knowledge.highlights.rows import Start

_OF_THE_WIN = ("win", "track")

_NUMBER = 86
"""The weight of the number of a win, which fans look for first."""


def winner_lines(day: RaceDay, highlights: Sequence[Highlight]) -> Iterator[Line]:
    yield Line("headline", _headline(day, highlights))
    yield Line("winner", _opening(day))
    yield from _meaning(highlights)


def _meaning(highlights: Sequence[Highlight]) -> Iterator[Line]:
    """What the win means: the weightiest, its number, and one thing about the track."""
    told_of_track = False
    meant = [each for each in highlights if each.kind in _OF_THE_WIN]
    for place, highlight in enumerate(meant):
        counts = any(fact.noun == "wins" for fact in highlight.facts)
        if highlight.kind == "track" and counts:
            if told_of_track:
                continue
            told_of_track = True
        weight = max(_NUMBER, highlight.weight) if counts else highlight.weight
        yield Line("winner", highlight.statement, weight if place else MUST)


def _headline(day: RaceDay, highlights: Sequence[Highlight]) -> str:
    brief = next((each.brief for each in highlights if each.brief), "")
    meaning = f": {brief}" if brief else ""
    return f"{day.winner.name} wins the {day.title}{meaning}"


def _opening(day: RaceDay) -> str:
    start = day.winner
    place = f" from {nth(start.start)} at the start" if start.start and start.start > 1 else ""
    grid = " from the pole" if start.start == 1 else place
    date = phrase_date(day.race.date)
    return (
        f"{start.name} won at {day.race.venue} on {date}{grid}{_in_what(start).removesuffix('.')}."
    )


def _in_what(start: Start) -> str:
    """The car as far as it is known: ", in the number 3 Chevrolet of Richard Childress Racing"."""
    number = f"number {start.car}" if start.car else ""
    car = " ".join(filter(None, (number, start.make)))
    entered = owner(start.team or "")
    team = f" of {entered}" if entered and entered != start.name else ""
    if not car:
        return f", for {entered}" if team else ""
    return f", in the {car}{team}"
