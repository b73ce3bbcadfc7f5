"""Which measure a question asks for, also where it is said in words apart or only implied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.measures import MEASURE
from knowledge.reading.gaps import one_number_at_a_time
from knowledge.reading.meanings import Cue, MeasureNamed, StartPlace

if TYPE_CHECKING:
    from knowledge.answer import Unknown
    from knowledge.measures import Measure
    from knowledge.reading.mentions import Mentions


def measure_meant(mentions: Mentions) -> Measure | Unknown | None:
    """The one measure asked for; None where there is none, Unknown where there are two."""
    named = list(dict.fromkeys(each.key for each in mentions.of(MeasureNamed)))
    named = _with_cues(named, mentions.cues)
    if not named and Cue.HOW_MANY in mentions.cues and mentions.of(StartPlace):
        named.append("starts")  # "how many times did he start on the front row"
    if len(named) > 1 and "wins" in named and "starts" not in named:
        named.remove("wins")  # the verb: "how many poles did he win"
    if len(named) > 1:
        return one_number_at_a_time(MEASURE[named[0]].plural, MEASURE[named[1]].plural)
    return MEASURE[named[0]] if named else None


def _with_cues(named: list[str], cues: frozenset[Cue]) -> list[str]:
    """The measures with those that two words make together: laps ... led, stages ... won."""
    if Cue.CHAMPION in cues:
        return ["titles"]
    if Cue.LAPS in cues and "laps_led" not in named:
        named.append("laps_led" if Cue.LED in cues else "laps")
    elif Cue.LED in cues and not named:
        named.append("races_led" if Cue.RACES in cues else "laps_led")
    if Cue.STAGES in cues and not any(key.startswith("stage") for key in named):
        named.append("stage_wins")
    if not named and Cue.WINNER in cues:
        named.append("wins")
    counts_races = Cue.HOW_MANY in cues and cues & {Cue.RACES, Cue.TIMES, Cue.RUN}
    if not named and counts_races and not cues & {Cue.FINISHED, Cue.AHEAD}:
        named.append("starts")
    return named
