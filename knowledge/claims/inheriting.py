"""What a part of a statement inherits: subject, measure, series and season of those beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.claims.occasion import WHERE_AND_WHEN
from knowledge.claims.statement import Statement
from knowledge.reading.meanings import (
    Car,
    Career,
    Cue,
    FinishPlace,
    Make,
    MeasureNamed,
    NamedRace,
    Ordinal,
    People,
    Seasons,
    Series,
    Teams,
    Venues,
)

if TYPE_CHECKING:
    from knowledge.claims.claim import Desk
    from knowledge.claims.splitting import Part

_SUBJECTS = (People, Teams, Make, Car)


def readings_of(
    part: Part, before: Statement | None, season_after: int | None, desk: Desk
) -> list[Statement]:
    """The part with what it inherits; the likeliest reading first."""
    own = Statement.read(part.text, desk)
    inherited = _inherited(own, before, listed=part.listed) if before else ""
    is_record = before and own.mentions.cues == {Cue.RECORD} and not own.subject
    text = f"{inherited} {'most' if is_record else part.text}".strip()
    if before and _counts_the_one_before(own):  # won at Phoenix, his twelfth win of the season
        return [Statement.read(f"{text} was {before.said(*WHERE_AND_WHEN)}", desk)]
    if before and _is_place_in_the_race(own):  # Byron won at Phoenix; Larson finished second
        return [Statement.read(f"{text} {before.said(*WHERE_AND_WHEN)}", desk)]
    season = (before.one_season if before else None) or season_after
    if season is None or own.spans(Seasons):
        return [Statement.read(text, desk)]
    if own.mentions.of(Career):  # nine in 2024 and eleven in total, by then
        texts = [text, f"{text} through {season}"]
    elif own.denies:  # ten wins in 2021, but never at Pocono: ever, or in that season
        texts = [text, f"{text} in {season}"]
    else:
        texts = [f"{text} in {season}", text]
    return [Statement.read(each, desk) for each in texts]


def _counts_the_one_before(own: Statement) -> bool:
    nth = own.mentions.of(Ordinal) and own.spans(MeasureNamed)
    return bool(nth) and not own.spans(*WHERE_AND_WHEN) and not own.numbers


def _is_place_in_the_race(own: Statement) -> bool:
    """A place without a race of its own, and not in the standings."""
    elsewhere = own.spans(*WHERE_AND_WHEN) or own.numbers or Cue.STANDINGS in own.mentions.cues
    return bool(own.mentions.of(FinishPlace) and not elsewhere)


def _inherited(own: Statement, before: Statement, *, listed: bool) -> str:
    beside = own.compares and not any(
        span.start < own.compares_at for span in own.spans(*_SUBJECTS)
    )
    if own.spans(*_SUBJECTS) and not (beside or listed):
        return ""
    inherited = [] if own.names_series else [before.said(Series)]
    inherited.append(before.said_subject if listed else before.said(*_SUBJECTS))
    same_place = listed and before.mentions.of(FinishPlace)
    inherited.append(_place(before) if same_place else _inherited_measure(own, before))
    if (
        own.mentions.cues <= {Cue.MOST, Cue.RECORD}
        and own.mentions.cues
        and not own.spans(Venues, NamedRace)
    ):
        inherited.append(before.said(Venues, NamedRace))  # nine there, most of all time
    return " ".join(filter(None, inherited))


def _place(before: Statement) -> str:
    """The place of "second in points in 2018 and 2019", which is that of both seasons."""
    place = before.said(FinishPlace)
    in_points = Cue.STANDINGS in before.mentions.cues
    return f"{place} in points" if in_points else place


def _inherited_measure(own: Statement, before: Statement) -> str:
    """A race, or so many races, are won; anything else is counted as before."""
    if own.spans(MeasureNamed) or own.said_measure:
        return ""
    races = own.numbers and Cue.RACES in own.mentions.cues
    return "won" if races or own.spans(NamedRace) else before.said_measure
