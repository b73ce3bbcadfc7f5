"""Whether a text names a driver, a track or a season, and nothing besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.reading.meanings import (
    Filler,
    Number,
    People,
    RecentSeasons,
    RelativeSeason,
    Seasons,
    Several,
    Venues,
)

if TYPE_CHECKING:
    from knowledge.reading.meanings import Meaning
    from knowledge.reading.mentions import Mentions

_NAMES: dict[str, tuple[type, ...]] = {
    "driver": (People,),
    "track": (Venues,),
    "season": (Seasons, RecentSeasons, RelativeSeason),
}


def names_only(kind: str, mentions: Mentions) -> bool:
    """Whether every word belongs to the name of something of that kind."""
    if mentions.left_over or mentions.asides:
        return False
    said = [span for span in mentions.spans if not isinstance(span.meaning, Filler)]
    return bool(said) and all(any(_is_of(kind, rival) for rival in span.rivals) for span in said)


def _is_of(kind: str, meaning: Meaning) -> bool:
    if isinstance(meaning, Several):
        return all(_is_of(kind, each) for each in meaning.meanings)
    if kind == "season" and isinstance(meaning, Number):
        return meaning.season is not None
    return isinstance(meaning, _NAMES[kind])
