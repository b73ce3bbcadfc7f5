"""The cues of a whole question: those said in two words apart put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.reading.meanings import Cue, FinishPlace, MeasureNamed, Series

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
    cues = {*mentions.cues, *_asked_across_a_series(mentions)}
    if Cue.IN_ONE in cues and cues & _SUPERLATIVES:  # "most wins in a Cup season"
        if Cue.SEASON in cues:
            cues.add(Cue.IN_A_SEASON)
        elif Cue.RACES in cues:
            cues.add(Cue.IN_A_RACE)
    counted = bool(mentions.of(MeasureNamed)) or bool(mentions.of(FinishPlace))
    if {Cue.LED, Cue.WHO} <= cues and Cue.LAPS not in cues and counted:
        cues = (cues - {Cue.LED}) | {Cue.MOST}  # "who led the series in wins"
    if Cue.SINCE in cues and cues & {Cue.RACES, Cue.HOW_LONG}:  # "how many races since he won"
        cues = (cues - {Cue.SINCE, Cue.HOW_LONG}) | {Cue.DROUGHT, Cue.CURRENT}
    if scope.seasons or Cue.IN_A_SEASON in cues:
        cues.discard(Cue.SEASON)
    return frozenset(cues - _SPENT)


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
