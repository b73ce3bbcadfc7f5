"""The cues of a whole question: those said in two words apart put together."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from knowledge.reading.meanings import Career, Cue, FinishPlace, MeasureNamed, Ordinal, Series, Top

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.reading.mentions import Mentions
    from knowledge.scope import Scope

_SUPERLATIVES = frozenset({Cue.MOST, Cue.RECORD, Cue.LEAST, Cue.BEST, Cue.WORST})
_NOUNS = {
    Cue.RACES: Cue.WHICH_RACE,
    Cue.SEASON: Cue.WHICH_SEASON,
    Cue.WHICH_DRIVER: Cue.WHICH_DRIVER,
    Cue.WHICH_TEAM: Cue.WHICH_TEAM,
    Cue.WHICH_TRACK: Cue.WHICH_TRACK,
}
_SPENT = frozenset({Cue.IN_ONE, Cue.CORRECTION, Cue.WHICH})


def cues_meant(mentions: Mentions, scope: Scope) -> frozenset[Cue]:
    """The cues that are left for the shapes to choose by."""
    cues = {*mentions.cues, *_asked_across_a_series(mentions), *_firsts(mentions)}
    if Cue.IN_ONE in cues and cues & _SUPERLATIVES:  # "most wins in a Cup season"
        if Cue.SEASON in cues:
            cues.add(Cue.IN_A_SEASON)
        elif Cue.RACES in cues:
            cues.add(Cue.IN_A_RACE)
    counted = bool(mentions.of(MeasureNamed)) or bool(mentions.of(FinishPlace))
    if {Cue.LED, Cue.WHO} <= cues and Cue.LAPS not in cues and counted:
        cues = (cues - {Cue.LED}) | {Cue.MOST}  # "who led the series in wins"
    starts = any(each.key == "starts" for each in mentions.of(MeasureNamed))
    if Cue.SINCE in cues and (cues & {Cue.RACES, Cue.HOW_LONG} or starts):
        cues = (cues - {Cue.SINCE, Cue.HOW_LONG}) | {Cue.DROUGHT, Cue.CURRENT}  # since he won
    if _asks_for_standings(mentions, scope):
        cues.add(Cue.STANDINGS)
    if scope.seasons or Cue.IN_A_SEASON in cues:
        cues.discard(Cue.SEASON)
    return frozenset(cues - _SPENT)


def _asks_for_standings(mentions: Mentions, scope: Scope) -> bool:
    """Whether points are a table of a season and no number: "third in points in 2006"."""
    if not any(each.key == "points" for each in mentions.of(MeasureNamed)):
        return False
    of_a_season = scope.columns <= {"series", "season"} and Cue.HOW_MANY not in mentions.cues
    ranks = mentions.kinds & {FinishPlace, Ordinal, Top}
    asks_where = mentions.cues & {Cue.FINISHED, Cue.WHERE}
    return bool(of_a_season and (ranks or asks_where))


def _firsts(mentions: Mentions) -> Iterator[Cue]:
    """First-time winners ("first time Truck winners"), and whoever got his own first win."""
    spans = [each for each in mentions.spans if not isinstance(each.meaning, Series)]
    for first, noun in pairwise(spans):
        if first.text in ("first time", "1st time") and noun.meaning is Cue.WINNER:
            yield Cue.FIRST_TIME
        told = first.text in _POSSESSIVES and isinstance(noun.meaning, Ordinal)
        if told or (isinstance(first.meaning, Ordinal) and isinstance(noun.meaning, Career)):
            yield Cue.OWN


_POSSESSIVES = frozenset({"a", "career", "her", "his", "their"})


def _asked_across_a_series(mentions: Mentions) -> Iterator[Cue]:
    """In "which Cup races" the name of the series stands between the question and its noun."""
    if Cue.WHICH not in mentions.cues:
        return
    spans = mentions.spans
    for first, series, noun in zip(spans, spans[1:], spans[2:], strict=False):
        if first.meaning is Cue.WHICH and isinstance(series.meaning, Series):
            asked = _NOUNS.get(noun.meaning) if isinstance(noun.meaning, Cue) else None
            if asked:
                yield asked
