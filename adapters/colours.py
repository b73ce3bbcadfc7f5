"""The colour of each series, told apart by colour-blind eyes too, and never the only sign of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SERIES = {"cup": 0xF2B632, "xfinity": 0x56B4E9, "truck": 0xE8705A}
NEUTRAL = 0x9AA7B8
"""Several series, or none."""


def series_colour(series: Sequence[str]) -> int:
    """The one series' colour, as red, green and blue in one number."""
    return SERIES.get(series[0], NEUTRAL) if len(series) == 1 else NEUTRAL
