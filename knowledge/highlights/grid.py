"""Where the winner started: on the pole, or further back than any winner there before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.highlights.highlight import Fact, Highlight
from knowledge.highlights.saying import nth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.highlights.race_day import RaceDay

_FAR_BACK, _ENOUGH = 15, 10


def found(day: RaceDay) -> Iterator[Highlight]:
    place, name = day.winner.start, day.winner.name
    if not place:
        return
    if place == 1:
        yield Highlight(
            f"{name} won from the pole.",
            "grid",
            36,
            name,
            (Fact("poles", 1, name, "in this race"),),
            proof=day.rows_of([day.winner]),
        )
    elif place >= _FAR_BACK:
        yield _from_far_back(day, place)


def _from_far_back(day: RaceDay, place: int) -> Highlight:
    known = [each.start for each in day.here[:-1] if each.start]
    furthest = len(known) >= _ENOUGH and place > max(known)
    rare = f", further back than any {day.series} winner there before" if furthest else ""
    return Highlight(
        f"{day.winner.name} won from {nth(place)} at the start{rare}.",
        "grid",
        84 if furthest else min(70, 30 + place),
        day.winner.name,
        (),
        proof=day.rows([each.race for each in day.here]) if furthest else day.rows_of([day.winner]),
    )
