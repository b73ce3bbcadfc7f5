"""Everything that could fall in a race to come, the weightiest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.record_watch import at_track, milestones, runs

if TYPE_CHECKING:
    from knowledge.highlights.highlight import Highlight
    from knowledge.record_watch.race_to_come import RaceToCome

_KINDS = (milestones, at_track, runs)


def watched(race: RaceToCome) -> tuple[Highlight, ...]:
    """Of equal weight the names go by the alphabet, so that it is the same each time."""
    found = [highlight for kind in _KINDS for highlight in kind.found(race)]
    return tuple(sorted(found, key=lambda each: (-each.weight, each.subject, each.statement)))
