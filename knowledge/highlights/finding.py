"""Every kind of highlight, and the highlights of a race by their weight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.highlights import (
    at_track,
    climbing,
    finish,
    firsts,
    flow,
    garage,
    grid,
    leading,
    records,
    season_record,
    stages,
    starting,
    streaks,
    winning,
)

if TYPE_CHECKING:
    from knowledge.highlights.highlight import Highlight
    from knowledge.highlights.race_day import RaceDay

_KINDS = (
    winning,
    at_track,
    records,
    season_record,
    streaks,
    grid,
    leading,
    climbing,
    firsts,
    garage,
    flow,
    finish,
    stages,
    starting,
)


def highlights_of(day: RaceDay) -> tuple[Highlight, ...]:
    """What was remarkable, the weightiest first; equal weights keep the order of the kinds."""
    found = [highlight for kind in _KINDS for highlight in kind.found(day)]
    return tuple(sorted(found, key=lambda each: -each.weight))
