"""A self-correction: in "Larson, no wait, Bell" only Bell was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.reading.meanings import Cue

if TYPE_CHECKING:
    from knowledge.reading.mentions import Mentions


def corrected(mentions: Mentions) -> Mentions:
    """Drop what stands before a correction where the same kind of thing stands after it."""
    if Cue.CORRECTION not in mentions.cues:
        return mentions
    at = next(i for i, s in enumerate(mentions.spans) if s.meaning is Cue.CORRECTION)
    after = mentions.spans[at + 1 :]
    said_again = {type(span.meaning) for span in after if not isinstance(span.meaning, Cue)}
    before = tuple(s for s in mentions.spans[:at] if type(s.meaning) not in said_again)
    return mentions.with_spans(before + after)
