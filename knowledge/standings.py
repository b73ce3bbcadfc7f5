"""Which ranks of a table of standings a question asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.reading.meanings import Cue

if TYPE_CHECKING:
    from knowledge.reading.parts import Parts

NO_LIMIT = 999


def ranks_asked(parts: Parts) -> tuple[int, int] | None:
    """First and last rank asked for; None where no standings are meant."""
    titles = parts.measure is not None and parts.measure.key == "titles"
    if Cue.STANDINGS not in parts.cues:  # "second in the 2010 championship"
        place = parts.place if titles and parts.scope.one_season else None
        return None if place == (1, 1) else place
    if parts.measure and not titles and parts.measure.key not in ("wins", "points", "laps_led"):
        return None
    if parts.place or parts.top:
        return parts.place or (1, parts.top or 1)
    if parts.ordinal:
        return parts.ordinal, parts.ordinal
    leads = parts.measure is not None or parts.cues & {Cue.MOST, Cue.LED, Cue.WINNER}
    return (1, 1) if leads and not parts.drivers else (1, NO_LIMIT)
