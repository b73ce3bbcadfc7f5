"""Two digits before a title or a race are its year: "the 89 Cup title", "the 98 Daytona 500"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.reading.meanings import Car, Cue, Filler, MeasureNamed, NamedRace, Seasons, Series
from knowledge.reading.slots import slot_values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.reading.mentions import Mentions, Span

_OF_A_SEASON = frozenset({Cue.CHAMPION, Cue.SEASON, Cue.STANDINGS})


def with_years(mentions: Mentions) -> Mentions:
    """Read "the 89" as a season where what follows belongs to one, and no season is named."""
    if Car not in mentions.kinds or Seasons in mentions.kinds:
        return mentions
    spans = tuple(
        _as_season(span) if _is_year(span, mentions.spans[at + 1 :]) else span
        for at, span in enumerate(mentions.spans)
    )
    return mentions.with_spans(spans)


def _is_year(span: Span, following: Sequence[Span]) -> bool:
    if not isinstance(span.meaning, Car) or _year(span) is None:
        return False
    told = (s.meaning for s in following if not isinstance(s.meaning, (Filler, Series)))
    noun = next(told, None)
    if isinstance(noun, MeasureNamed):
        return noun.key == "titles"
    if following and isinstance(following[0].meaning, Series) and isinstance(noun, Cue | None):
        return True  # "the 04 Cup" by itself
    return isinstance(noun, NamedRace) or noun in _OF_A_SEASON


def _as_season(span: Span) -> Span:
    year = _year(span)
    return span._replace(rivals=(Seasons(year, year),))


def _year(span: Span) -> int | None:
    """The year that two digits stand for; a car number of one digit is none."""
    word = span.text.rsplit(maxsplit=1)[-1]
    return next((int(value) for slot, value in slot_values(word) if slot == "yy"), None)
