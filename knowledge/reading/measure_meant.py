"""Which measure a question asks for, also where it is said in words apart or only implied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.measures import MEASURE, share_of
from knowledge.reading.gaps import one_number_at_a_time
from knowledge.reading.meanings import Cue, MeasureNamed, People, StartPlace
from knowledge.reading.titled import speaks_of_champion

if TYPE_CHECKING:
    from knowledge.answer import Unknown
    from knowledge.measures import Measure
    from knowledge.reading.mentions import Mentions


def measure_meant(mentions: Mentions) -> Measure | Unknown | None:
    """The one measure asked for; None where there is none, Unknown where there are two."""
    named = _named(mentions)
    if Cue.DROUGHT in mentions.cues and Cue.NEVER not in mentions.cues:
        named = [key for key in named if key not in ("starts", "wins")] or named[:1]
    if "starts" in named and mentions.cues & {Cue.UNTIL, Cue.SINCE}:
        return _done_at_last(mentions, named)
    asks_where = Cue.WHERE in mentions.cues  # "where did he start when he won"
    if (
        named == ["starts"]
        and _says_won(mentions)
        and not asks_where | (Cue.NEVER in mentions.cues)
    ):
        return one_number_at_a_time("wins", "starts")  # "who won in his first start"
    if named == ["points"] and _says_won(mentions):
        return one_number_at_a_time("points", "wins")  # "won the title by how many points"
    if len(named) > 1 and without_meant(mentions) is None:
        return one_number_at_a_time(MEASURE[named[0]].plural, MEASURE[named[1]].plural)
    if not named:
        return None
    measure = MEASURE[named[0]]
    if len(named) > 1 and measure is without_meant(mentions):
        measure = MEASURE[named[1]]
    asks_share = Cue.PERCENT in mentions.cues and measure.format == "count"
    return share_of(measure) if asks_share and measure.counts_starts else measure


def _says_won(mentions: Mentions) -> bool:
    return any(each.key == "wins" for each in mentions.of(MeasureNamed))


def without_meant(mentions: Mentions) -> Measure | None:
    """The second measure of "most top tens without a win"."""
    if Cue.NEVER not in mentions.cues:
        return None
    named = _named(mentions)
    if len(named) != 2:
        return None
    return MEASURE[named[0] if _begins_with_never(mentions) else named[1]]


def _begins_with_never(mentions: Mentions) -> bool:
    """Whether what was not done stands first: "which winless driver has the most starts"."""
    for meaning in mentions.meanings:
        if meaning is Cue.NEVER:
            return True
        if isinstance(meaning, MeasureNamed):
            return False
    return False


def _done_at_last(mentions: Mentions, named: list[str]) -> Measure:
    """What the starts lead up to: "how many starts before his first pole"."""
    others = [key for key in named if key != "starts"]
    if others or _says_won(mentions):
        return MEASURE[others[0] if others else "wins"]
    return MEASURE["starts"]


def counts_wins_only(mentions: Mentions, measure: Measure | None) -> bool:
    """Whether a win beside the measure says which starts count: "laps led in races he won"."""
    if measure is None or Cue.MOST in mentions.cues:
        return False
    if measure.key not in _NEVER_WON and not (
        measure.key == "starts" and Cue.WHERE in mentions.cues
    ):
        return False
    return _says_won(mentions) or Cue.WINNER in mentions.cues


_NEVER_WON = frozenset(
    "laps_led average_start average_finish best_start worst_start places_gained rating".split()
)


def _named(mentions: Mentions) -> list[str]:
    measures = mentions.of(MeasureNamed)
    if Cue.PERCENT in mentions.cues:  # "of his starts" says of what
        others = [each for each in measures if each.key != "starts"]
        measures = others or measures
    nouns = list(dict.fromkeys(each.key for each in measures if not each.verb))
    verbs = dict.fromkeys(each.key for each in measures if each.verb)
    if Cue.HOW_LONG in mentions.cues and People not in mentions.kinds:
        verbs = {}  # a race takes its time
    named = _with_cues(nouns, mentions.cues, of_champion=speaks_of_champion(mentions))
    named = _averaged(named, mentions.cues) or list(verbs)
    if not named and _counts_starts(mentions):
        named.append("starts")
    return named


def _averaged(named: list[str], cues: frozenset[Cue]) -> list[str]:
    """What is said of an average in words apart: "on average where did he start"."""
    if Cue.AVERAGE not in cues or Cue.HOW_MANY in cues:
        return named
    if named == ["starts"] or (not named and Cue.STARTED in cues):
        return ["average_start"]
    return ["average_finish"] if not named and Cue.FINISHED in cues else named


def _with_cues(named: list[str], cues: frozenset[Cue], *, of_champion: bool) -> list[str]:
    """The measures with those that two words make together: laps ... led, stages ... won."""
    if Cue.CHAMPION in cues and not of_champion:
        return [*named, "titles"] if Cue.NEVER in cues else ["titles"]
    if Cue.LAPS in cues and "laps_led" not in named:
        named.append("laps_led" if Cue.LED in cues else "laps")
    elif Cue.LED in cues and not named:
        named.append("races_led" if Cue.RACES in cues else "laps_led")
    if Cue.STAGES in cues and not any(key.startswith("stage") for key in named):
        named.append("stage_wins")
    if not named and Cue.WINNER in cues:
        named.append("wins")
    return named


def _counts_starts(mentions: Mentions) -> bool:
    """Whether starts are meant: "how many races did he run", "... start on the front row"."""
    cues = mentions.cues
    if cues & {Cue.FINISHED, Cue.AHEAD}:
        return False
    if cues & {Cue.MORE, Cue.MOST} and Cue.RACES in cues and cues & {Cue.RUN, Cue.STARTED}:
        return True  # "who started more races"
    counted = cues & {Cue.RACES, Cue.TIMES, Cue.RUN} or mentions.of(StartPlace)
    return bool(Cue.HOW_MANY in cues and counted)
