"""Clocks that stand still: a day is the same in every zone from New York to Berlin."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

_EVERYWHERE = time(15, tzinfo=UTC)


def on(day: date) -> Callable[[], float]:
    """Seconds since 1970, in the afternoon of that day."""
    return datetime.combine(day, _EVERYWHERE).timestamp
