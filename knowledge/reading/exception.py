"""What does not count: in "wins except at Bristol" the track limits by not being there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.reading.meanings import (
    AtVenue,
    Car,
    Cue,
    Filler,
    Kind,
    Make,
    NamedRace,
    Part,
    People,
    Seasons,
    Series,
    Teams,
    Venues,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.reading.mentions import Mentions, Span

_CAN_BE_LEFT_OUT = (AtVenue, Car, Kind, Make, NamedRace, Part, Seasons, Series, Teams, Venues)
_LINKS = frozenset({Cue.COMPARE, Cue.IN_ONE, Cue.RACES})
"""Between two things left out: "besides Daytona or Talladega"."""


def split_exception(mentions: Mentions) -> tuple[Mentions, Mentions | None]:
    """The mentions that count, and those that an "except" takes away."""
    at = _place(Cue.EXCEPT, mentions)
    if at is None:
        return mentions, None
    end = _end(mentions.spans, at + 1)
    left_out = tuple(
        span for span in mentions.spans[at + 1 : end] if isinstance(span.meaning, _CAN_BE_LEFT_OUT)
    )
    if not left_out:
        return mentions, None  # the cue is left, and no shape takes it
    kept = mentions.spans[:at] + mentions.spans[end:]
    return mentions.with_spans(kept), mentions.with_spans(left_out)


def split_never(mentions: Mentions) -> tuple[Mentions, Mentions | None]:
    """Take away where it never happened: "won at Fontana but never at Michigan"."""
    at = _place(Cue.NEVER, mentions)
    if at is None or any(isinstance(span.meaning, People) for span in mentions.spans):
        return mentions, None
    end = _end(mentions.spans, at + 1)
    never = mentions.spans[at + 1 : end]
    kinds = {type(span.meaning) for span in never} & set(_CAN_BE_LEFT_OUT)
    if not kinds or not any(type(span.meaning) in kinds for span in mentions.spans[:at]):
        return mentions, None
    kept = mentions.spans[:at] + mentions.spans[end:]
    return mentions.with_spans(kept), mentions.with_spans(never)


def _place(cue: Cue, mentions: Mentions) -> int | None:
    if cue not in mentions.cues:
        return None
    return next((at for at, span in enumerate(mentions.spans) if span.meaning is cue), None)


def _end(spans: Sequence[Span], start: int) -> int:
    """Where the exception ends: with the last thing of the kind that it began with."""
    can_be = (type(span.meaning) for span in spans[start:])
    first = next((kind for kind in can_be if kind in _CAN_BE_LEFT_OUT), None)
    end = start
    for at in range(start, len(spans)):
        if type(spans[at].meaning) is first:
            end = at + 1
        elif not isinstance(spans[at].meaning, Filler) and spans[at].meaning not in _LINKS:
            break
    return end
