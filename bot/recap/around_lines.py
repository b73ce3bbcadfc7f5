"""What stands around the race: streaks, records, firsts, the title, the race after it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bot.phrasing import phrase_date
from bot.recap.line import Line
from knowledge.highlights.saying import many, nth
from knowledge.sentences import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.recap.recap import Key
    from knowledge.highlights.highlight import Highlight, Kind
    from knowledge.highlights.race_day import RaceDay
    from knowledge.highlights.rows import Start

_TOLD_AS: dict[Kind, Key] = {
    "streak": "streaks",
    "record": "records",
    "first": "notes",
    "team": "notes",
    "start": "notes",
}
_FURTHEST_BACK = 84
"""The weight of a start further back than any winner's there; a lesser one is told already."""

_MOST = 2
"""Of one block; more of a kind says less."""

_PODIUM, _TOP = 3, 10


def around_lines(day: RaceDay, highlights: Sequence[Highlight]) -> Iterator[Line]:
    told: Counter[Key] = Counter()
    for highlight in highlights:
        key = _TOLD_AS.get(highlight.kind)
        if highlight.kind == "grid" and highlight.weight >= _FURTHEST_BACK:
            key = "notes"
        if key and told[key] < _MOST:
            told[key] += 1
            yield Line(key, highlight.statement, highlight.weight)
    yield from _fillers(day)
    yield from _title(day)
    yield from _next(day)


def _fillers(day: RaceDay) -> Iterator[Line]:
    """What is true of every race, for one of which little else is known."""
    first = next((start for start in day.result if start.start == 1), None)
    if first and first is not day.winner:
        yield Line("notes", f"{first.name} started first and finished {nth(first.finish)}.", 19)
    for weight, start in zip((16, 12, 10, 6), day.result, strict=False):
        yield Line("notes", _career(day, start), weight)
    makes = Counter(start.make for start in day.result[:_TOP] if start.make)
    if len(makes) > 1 and not any(make.endswith("s") for make in makes):
        cars = [many(number, make) for make, number in makes.most_common()]
        yield Line("notes", f"In the top ten were {listed(cars)}.", 14)
    words = f"It was race {day.race.round} of the {day.race.season} {day.series} season."
    yield Line("notes", words, 9)


def _career(day: RaceDay, start: Start) -> str:
    career = day.careers[start.driver]
    done = [
        many(line.count("1"), noun)
        for noun, line in (("win", career.wins), ("top ten", career.top_tens))
        if "1" in line
    ]
    return f"{start.name} has {listed(done)} in {many(career.starts, f'{day.series} start')}."


def _title(day: RaceDay) -> Iterator[Line]:
    if not day.standings:
        return
    (_, champion, points), *behind = day.standings[:_PODIUM]
    scored = f" with {points:,g} points" if points else ""
    ahead = f", ahead of {listed([day.name(who) for _, who, _ in behind])}" if behind else ""
    of = f"{day.race.season} {day.series}"
    yield Line("title", f"{day.name(champion)} is the {of} champion{scored}{ahead}.")


def _next(day: RaceDay) -> Iterator[Line]:
    following = day.next_race
    if following:
        there = "" if following.venue in following.name else f" at {following.venue}"
        date = phrase_date(following.date)
        yield Line("next", f"Next is the {following.name}{there} on {date}.")
