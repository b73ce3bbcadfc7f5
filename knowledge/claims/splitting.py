"""A compound statement cut into parts, each with what it leaves to the part before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.claims.statement import Statement
from knowledge.reading.meanings import (
    Car,
    Career,
    Make,
    MeasureNamed,
    NamedRace,
    People,
    Seasons,
    Series,
    Teams,
)

if TYPE_CHECKING:
    from knowledge.claims.claim import Desk

_JOINT = re.compile(r"((?<!\bno)[;.!?]\s+|,?\s+(?:and|but|plus|while)\s+|,\s+|:\s+)", re.IGNORECASE)
_SUBJECTS = (People, Teams, Make, Car)


def parts_of(text: str, desk: Desk) -> list[str]:
    """The parts that state something; what states nothing stays with its neighbour."""
    pieces = _JOINT.split(text.strip())
    parts = [pieces[0]]
    for joint, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        begins_anew = _states(parts[-1], desk) and _states(piece, desk)
        if begins_anew:
            parts.append(piece)
        else:
            parts[-1] += joint + piece
    return [part for part in parts if part.strip()]


def _states(piece: str, desk: Desk) -> bool:
    return Statement.read(piece, desk).states_something


def readings_of(part: str, before: Statement | None, desk: Desk) -> list[Statement]:
    """The part with what it inherits; the likeliest reading first."""
    own = Statement.read(part, desk)
    if before is None:
        return [own]
    texts = [f"{_inherited(own, before)} {part}".strip()]
    season = before.one_season
    if season and own.mentions.of(Career):  # nine in 2024 and eleven in total, by then
        texts.append(f"{texts[0]} through {season}")
    elif season and not own.spans(Seasons):
        texts.insert(0, f"{texts[0]} in {season}")
    return [Statement.read(text, desk) for text in texts]


def _inherited(own: Statement, before: Statement) -> str:
    if own.spans(*_SUBJECTS):
        return ""
    inherited = [before.said(*_SUBJECTS)]
    if not own.spans(MeasureNamed) and not own.said_measure:
        inherited.append("won" if own.spans(NamedRace) else before.said_measure)
    if not own.names_series:
        inherited.append(before.said(Series))
    return " ".join(filter(None, inherited))
