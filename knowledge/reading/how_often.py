"""A number before what is counted says how often: "drivers with 50 Cup wins" is no season."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.reading.meanings import Cue, Limits, MeasureNamed, People, Series
from knowledge.reading.slots import slot_values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.reading.mentions import Mentions, Span

_EVERYBODY = frozenset({Cue.WHICH_DRIVER, Cue.WHICH_MAKE, Cue.WHICH_TEAM, Cue.WHO})
_EXTREME = frozenset({Cue.BEST, Cue.LEAST, Cue.MOST, Cue.RECORD, Cue.WORST, Cue.STREAK})
_OWNING = frozenset("has have had hav got win won with took scored".split())
"""Words after which a number is how often: "Hamlin has 60 wins" is no season."""

_NAMED_WHOLE = 10
"""From this many on, "50 wins" means 50 or more; "with 3 wins" means three."""


def with_limits(mentions: Mentions) -> Mentions:
    """Read the number as a limit, where all who have so many are asked for."""
    asks_for_all = bool(mentions.cues & _EVERYBODY) and not mentions.cues & _EXTREME
    if Limits in mentions.kinds or not (asks_for_all or People in mentions.kinds):
        return mentions
    for at, span in enumerate(mentions.spans):
        stated = at > 0 and mentions.spans[at - 1].text in _OWNING
        wanted = stated if People in mentions.kinds else asks_for_all
        number = _number(span) if wanted else None
        if number and _is_counted(mentions.spans[at + 1 :]):
            exact = number < _NAMED_WHOLE or People in mentions.kinds
            limits = Limits(number, number if exact else None)
            before, after = mentions.spans[:at], mentions.spans[at + 1 :]
            return mentions.with_spans((*before, span._replace(rivals=(limits,)), *after))
    return mentions


def _number(span: Span) -> int | None:
    if span.end - span.start != 1:
        return None
    return next((int(value) for slot, value in slot_values(span.text) if slot == "n"), None)


def _is_counted(following: Sequence[Span]) -> bool:
    """Whether a noun of something counted comes next, perhaps after its series."""
    noun = next((s for s in following if not isinstance(s.meaning, Series)), None)
    if noun is None or not isinstance(noun.meaning, MeasureNamed):
        return False
    is_noun = not noun.meaning.verb or noun.text == "win"
    return is_noun and noun.meaning.key != "starts"
