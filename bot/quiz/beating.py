"""A fair clock: seconds in which nothing of Spotter ran are nobody's, and are given back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.quiz.given import Head
    from bot.quiz.night import Night
    from bot.quiz.steps import Step

LONGEST_BEAT = 5.0
"""Seconds between two signs that somebody runs the clock; where there are more, nobody did."""


def lost(head: Head, beat: float, now: float) -> float:
    """Seconds since the clock was run last that are to be given back.

    A start that was missed is made up for at once, so nothing is given back before it.
    """
    stands = head.until is None or head.phase in ("gathering", "over")
    return 0.0 if stands or now - beat <= LONGEST_BEAT else now - beat


def with_time_back(head: Head, beat: float, now: float) -> Head:
    """As it will be when somebody gives it back; until then players answer by this one."""
    back = lost(head, beat, now)
    return replace(head, until=head.until + back) if back and head.until is not None else head


def beat_after(step: Step, before: Night, after: Night, beat: float) -> float:
    """Whoever sets a deadline is there: nobody has lost any of it yet."""
    return beat if after.head.until == before.head.until else step.at
