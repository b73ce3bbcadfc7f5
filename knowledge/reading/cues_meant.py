"""The cues of a whole question: those said in two words apart put together."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from knowledge.reading.meanings import (
    Car,
    Career,
    Cue,
    FinishPlace,
    Kind,
    Make,
    MeasureNamed,
    NotHeld,
    Ordinal,
    People,
    Series,
    Teams,
    Top,
)
from knowledge.reading.topics import LEADING

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
_OF_A_RECORD = frozenset({Cue.RECORD, Cue.WHO, Cue.WHICH_DRIVER, Cue.WHICH_TEAM, Cue.WHICH_MAKE})
_OF_ALL_TIME = frozenset({Cue.LONGEST, Cue.MOST, Cue.RECORD})
_OF_SOMEBODY = frozenset({Cue.HOW_MANY, Cue.RECORD, Cue.WHICH})
_WITH_RECORDS = frozenset({Car, Make, Ordinal, People, Teams})
_SPENT = frozenset({Cue.IN_ONE, Cue.CORRECTION, Cue.WHICH})


Cues = set[Cue]


def cues_meant(mentions: Mentions, scope: Scope) -> frozenset[Cue]:
    """The cues that are left for the shapes to choose by."""
    cues = {*mentions.cues, *_asked_across_a_series(mentions), *_firsts(mentions)}
    if any(each is LEADING for each in mentions.of(NotHeld)):  # "who is leading the points"
        cues |= {Cue.WHO, Cue.MOST}
    if Cue.DIFFERENT in cues and Kind in mentions.kinds and _counts_tracks(mentions):
        cues.add(Cue.WHICH_TRACK)
    for rule in (_in_one, _led, _record, _since, _running, _went_to, _races_differ):
        cues = rule(cues, mentions)
    if _asks_for_standings(mentions, scope):
        cues.add(Cue.STANDINGS)
    if Cue.STANDINGS in cues and scope.seasons:
        cues.discard(Cue.LAST)  # "the final standings"
    if scope.seasons or Cue.IN_A_SEASON in cues:
        cues.discard(Cue.SEASON)
    return frozenset(cues - _SPENT)


def _in_one(cues: Cues, _: Mentions) -> Cues:
    """Put "most wins in a Cup season" together, where the series stands between."""
    if Cue.IN_ONE not in cues or not cues & _SUPERLATIVES:
        return cues
    if Cue.SEASON in cues:
        return cues | {Cue.IN_A_SEASON}
    if Cue.WHICH_TRACK in cues:
        return (cues - {Cue.WHICH_TRACK}) | {Cue.IN_A_TRACK}
    return cues | ({Cue.IN_A_RACE} if Cue.RACES in cues else set())


def _led(cues: Cues, mentions: Mentions) -> Cues:
    """Read "who led the series in wins" as who had the most."""
    counted = mentions.kinds & {FinishPlace, MeasureNamed}
    if {Cue.LED, Cue.WHO} <= cues and Cue.LAPS not in cues and counted:
        return (cues - {Cue.LED}) | {Cue.MOST}
    return cues


def _record(cues: Cues, mentions: Mentions) -> Cues:
    """Read "win record holder at Bristol" as who has the most; a record of one's own is left."""
    if {Cue.MOST, Cue.RECORD} <= cues:
        return cues - {Cue.RECORD}  # "the record for most truck wins"
    counted = MeasureNamed in mentions.kinds
    if Cue.RECORD in cues and counted and cues <= _OF_SOMEBODY and People in mentions.kinds:
        return cues - {Cue.RECORD}  # "Dale Jr's win record at Talladega"
    holds = cues <= _OF_A_RECORD and counted
    if Cue.RECORD in cues and holds and not mentions.kinds & _WITH_RECORDS:
        return (cues - {Cue.RECORD}) | {Cue.MOST}
    return cues


def _since(cues: Cues, mentions: Mentions) -> Cues:
    """Read "how many races since he won" as the current drought."""
    starts = any(each.key == "starts" for each in mentions.of(MeasureNamed))
    if Cue.SINCE in cues and (cues & {Cue.RACES, Cue.HOW_LONG} or starts):
        return (cues - {Cue.SINCE, Cue.HOW_LONG}) | {Cue.DROUGHT, Cue.CURRENT}
    return cues


def _running(cues: Cues, mentions: Mentions) -> Cues:
    """Read "the longest top five run" as a streak, "how long without a win" as a drought."""
    if Cue.GONE in cues:
        return cues if cues & _OF_ALL_TIME else cues - {Cue.GONE} | {Cue.CURRENT}
    if {Cue.HOW_LONG, Cue.NEVER} <= cues:
        return (cues - {Cue.HOW_LONG, Cue.LONGEST, Cue.NEVER}) | {Cue.DROUGHT}
    if Cue.LONGEST in cues and Cue.HOW_LONG not in cues and MeasureNamed in mentions.kinds:
        return cues | {Cue.STREAK}
    return cues


def _went_to(cues: Cues, mentions: Mentions) -> Cues:
    """Read "the title went to who" as who won it."""
    of_titles = any(each.key == "titles" for each in mentions.of(MeasureNamed))
    return (cues - {Cue.WINNER}) | {Cue.WHO} if of_titles and Cue.WINNER in cues else cues


def _races_differ(cues: Cues, _: Mentions) -> Cues:
    """Read "in how many different races" without the word: no race is another."""
    told = {Cue.DIFFERENT, Cue.HOW_MANY, Cue.RACES}
    return cues - {Cue.DIFFERENT} if told <= cues <= told | {Cue.LED, Cue.RUN} else cues


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
    if Ordinal not in mentions.kinds and Cue.WINNER not in mentions.cues:
        return
    spans = [each for each in mentions.spans if not isinstance(each.meaning, Series)]
    for first, noun in pairwise(spans):
        if first.text in ("first time", "1st time") and noun.meaning is Cue.WINNER:
            yield Cue.FIRST_TIME
        told = first.text in _POSSESSIVES and isinstance(noun.meaning, Ordinal)
        if told or (isinstance(first.meaning, Ordinal) and isinstance(noun.meaning, Career)):
            yield Cue.OWN


def _counts_tracks(mentions: Mentions) -> bool:
    """Whether it is "different road courses": the kind of track is what is counted."""
    return any(
        first.meaning is Cue.DIFFERENT and isinstance(kind.meaning, Kind)
        for first, kind in pairwise(mentions.spans)
    )


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
