"""When and where the first, the last or the nth of something is said to have been."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.answer import Answer
from knowledge.claims.claim import Claim, Desk, Verdict
from knowledge.claims.counted import judged, untold
from knowledge.reading.meanings import (
    AtVenue,
    Cue,
    Filler,
    Kind,
    MeasureNamed,
    Month,
    NamedRace,
    Ordinal,
    Part,
    Seasons,
    Venues,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from knowledge.claims.statement import Statement
    from knowledge.reading.mentions import Span

_WHERE_AND_WHEN = (AtVenue, Kind, Month, NamedRace, Part, Seasons, Venues)
_LINKS = frozenset(["was", "is", "came", "were", "happened", "be", "come"])


def check_since(statement: Statement, desk: Desk) -> Verdict | None:
    """In "has not won since 2017" the last win is said to be of 2017."""
    stated = [span for span in _stated(statement) if not _says_nothing(span)]
    begins = [span for span in stated if _begins_with_since(span, statement)]
    if not statement.denies or not begins or not statement.subject:
        return None
    claim = Claim(statement.text, " ".join(span.text for span in stated))
    since = [span for span in statement.mentions.spans if span.meaning is Cue.SINCE]
    outcome = desk.ask(f"when last {statement.without([*stated, *since])}")
    if not isinstance(outcome, Answer) or not outcome.table.rows:
        return untold(claim, outcome)
    meaning = stated[0].meaning
    if len(stated) == 1 and isinstance(meaning, Seasons) and meaning.first is not None:
        after = "after" in statement.words[stated[0].start : stated[0].end]
        return _since_season(claim, outcome, meaning.first - after)
    there = desk.ask(_when(statement, since))
    return judged(claim, outcome, holds=_is_among(outcome, there))


def _begins_with_since(span: Span, statement: Statement) -> bool:
    before = statement.words[max(0, span.start - 1) : span.start + 1]
    return bool({"since", "after"} & set(before))


def _since_season(claim: Claim, answer: Answer, season: int) -> Verdict:
    """A season more is one off; less, and it has been longer than was said."""
    off = (_season(answer) or season) - season
    near = {0: "", 1: " That is one season later."}
    if off not in near and off > 0:
        return judged(claim, answer, holds=False)
    words = answer.headline + near.get(off, " It has been longer than that.")
    return Verdict(claim, "almost" if off else "true", words, answer.value, answer)


def check_occasion(statement: Statement, desk: Desk) -> Verdict | None:
    """Whether the occasion asked for without its time and place is the one asked for with them."""
    mentions = statement.mentions
    if not (mentions.of(Ordinal) or Cue.LAST in mentions.cues) or not statement.subject:
        return None
    stated = _stated(statement)
    if not any(isinstance(span.meaning, _WHERE_AND_WHEN) for span in stated):
        return None
    if mentions.of(Ordinal) and Cue.LAST in mentions.cues and "and" in statement.words:
        return None  # the 93rd and last is two things at once
    verdicts = [_settled(statement, each, desk) for each in _what_is_stated(statement, stated)]
    return next((each for each in verdicts if each.judgement == "true"), verdicts[0])


def _settled(statement: Statement, stated: list[Span], desk: Desk) -> Verdict:
    claim = Claim(statement.text, " ".join(span.text for span in stated))
    rows_say = desk.ask(_when(statement, stated))
    if not isinstance(rows_say, Answer) or not rows_say.table.rows:
        return untold(claim, rows_say)
    holds = _is_among(rows_say, desk.ask(_when(statement, _which_one(statement))))
    holds = holds or _is_among(rows_say, desk.ask(_when(statement, ())))
    if holds is not statement.denies:
        return Verdict(claim, "true", rows_say.headline, rows_say.value, rows_say)
    near = not statement.denies and _is_near(stated, rows_say)
    words = f"{rows_say.headline} That is one season off." if near else rows_say.headline
    return Verdict(claim, "almost" if near else "false", words, rows_say.value, rows_say)


def _when(statement: Statement, left_out: Collection[Span]) -> str:
    links = [span for span in statement.mentions.spans if span.text in _LINKS]
    return f"when {statement.without([*left_out, *links])}"


def _what_is_stated(statement: Statement, stated: list[Span]) -> list[list[Span]]:
    """In "last won at Bristol in 2018" the track may only say which wins are meant."""
    if statement.spans(MeasureNamed) and not any(word in _LINKS for word in statement.words):
        seasons = [span for span in stated if isinstance(span.meaning, Seasons)]
        if seasons and len(seasons) < len([each for each in stated if not _says_nothing(each)]):
            return [seasons, stated]
    return [stated]


def _stated(statement: Statement) -> list[Span]:
    """The times and places at the end; "of the season" says which one is counted in."""
    counted_in = Cue.SEASON in statement.mentions.cues
    stated: list[Span] = []
    for span in reversed(statement.mentions.spans):
        if span.text in _LINKS or not isinstance(span.meaning, (*_WHERE_AND_WHEN, Filler)):
            break
        if not (counted_in and isinstance(span.meaning, Seasons)):
            stated.insert(0, span)
    return stated


def _says_nothing(span: Span) -> bool:
    return isinstance(span.meaning, Filler)


def _which_one(statement: Statement) -> list[Span]:
    """What picks one of several: first, last, fifth of the season."""
    picks = (Cue.LAST, Cue.SEASON)
    spans = statement.mentions.spans
    return [span for span in spans if isinstance(span.meaning, Ordinal) or span.meaning in picks]


def _is_among(one: Answer, several: object) -> bool:
    """Whether the race is among those of that time and place."""
    return isinstance(several, Answer) and one.table.rows[0] in several.table.rows


def _is_near(stated: list[Span], answer: Answer) -> bool:
    """A season too early or too late, and nothing else stated."""
    told = [span.meaning for span in stated if not _says_nothing(span)]
    if len(told) != 1 or not isinstance(told[0], Seasons) or told[0].first is None:
        return False
    season = _season(answer)
    return season is not None and abs(season - told[0].first) == 1


def _season(outcome: object) -> int | None:
    if not isinstance(outcome, Answer) or not outcome.table.rows:
        return None
    if "Season" not in outcome.table.columns:
        return None
    return int(str(outcome.table.rows[0][outcome.table.columns.index("Season")]))
