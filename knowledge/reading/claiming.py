"""Whether a text states something instead of asking: "Hamlin has 60 wins, right?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.reading.meanings import Cue, Limits, Make, Number, People, Teams
from knowledge.reading.slots import slot_values

if TYPE_CHECKING:
    from knowledge.reading.mentions import Mentions

_ASKING = frozenset(
    {
        Cue.DIFFERENCE,
        Cue.HOW_LONG,
        Cue.HOW_MANY,
        Cue.HOW_OLD,
        Cue.LIST,
        Cue.STATS,
        Cue.WHEN,
        Cue.WHERE,
        Cue.WHICH,
        Cue.WHICH_DRIVER,
        Cue.WHICH_RACE,
        Cue.WHICH_SEASON,
        Cue.WHICH_SERIES,
        Cue.WHICH_TRACK,
        Cue.WHO,
        Cue.WHY,
    }
)
"""Cues of a question that wants more than yes or no."""


_EXTREME = frozenset({Cue.BEST, Cue.LEAST, Cue.MOST, Cue.RECORD, Cue.WORST})


def is_claim(mentions: Mentions) -> bool:
    """Whether somebody is said to have done so much, or never to have done it."""
    if mentions.cues & _EXTREME and Cue.YES_NO not in mentions.cues:
        return False
    about = mentions.kinds & {Make, People, Teams}
    numbers = mentions.kinds & {Limits, Number} or mentions.left_over
    states = numbers or mentions.cues & {Cue.NEVER, Cue.YES_NO}
    return bool(about and states) and not mentions.cues & _ASKING and _only_numbers(mentions)


def _only_numbers(mentions: Mentions) -> bool:
    """Whether what nothing explains is a number, as in "won nine in 2024"."""
    return all(any(slot == "n" for slot, _ in slot_values(w.text)) for w in mentions.left_over)
