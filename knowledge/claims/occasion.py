"""When and where the first, the last or the nth of something is said to have been."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.answer import Answer
from knowledge.claims.claim import Claim, Desk, Verdict
from knowledge.claims.comparing import compared, untold
from knowledge.claims.numbers import Stated
from knowledge.measures import ordinal
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
    only,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from knowledge.claims.statement import Statement
    from knowledge.reading.mentions import Span

WHERE_AND_WHEN = (AtVenue, Kind, Month, NamedRace, Part, Seasons, Venues)
_LINKS = frozenset(["was", "is", "came", "were", "happened", "be", "come"])


def check_occasion(statement: Statement, desk: Desk) -> Verdict | None:
    """Whether the occasion asked for without its time and place is the one asked for with them."""
    mentions = statement.mentions
    if not (mentions.of(Ordinal) or Cue.LAST in mentions.cues) or not statement.subject:
        return None
    stated = stated_at_the_end(statement)
    if not any(isinstance(span.meaning, WHERE_AND_WHEN) for span in stated):
        return None
    if mentions.of(Ordinal) and Cue.LAST in mentions.cues and "and" in statement.words:
        return None  # the 93rd and last is two things at once
    verdicts = [_settled(statement, each, desk) for each in _what_is_stated(statement, stated)]
    told = [each for each in verdicts if each.judgement != "can't tell"] or verdicts
    return next((each for each in told if each.judgement == "true"), told[0])


def _settled(statement: Statement, stated: list[Span], desk: Desk) -> Verdict:
    claim = Claim(statement.text, " ".join(span.text for span in stated))
    rows_say = desk.ask(when(statement, stated))
    if not isinstance(rows_say, Answer) or not rows_say.table.rows:
        return _counted_otherwise(statement, desk) or untold(claim, rows_say)
    holds = is_among(rows_say, desk.ask(when(statement, _which_one(statement))))
    holds = holds or is_among(rows_say, desk.ask(when(statement, ())))
    if holds is not statement.denies:
        return Verdict(claim, "true", rows_say.headline, rows_say.value, rows_say)
    if (nth := _counted_otherwise(statement, desk)) is not None:
        return nth
    near = not statement.denies and _is_near(stated, rows_say)
    words = f"{rows_say.headline} That is one season off." if near else rows_say.headline
    return Verdict(claim, "almost" if near else "false", words, rows_say.value, rows_say)


def _counted_otherwise(statement: Statement, desk: Desk) -> Verdict | None:
    """Which one the race of that time and place was, where it was one: the 5th, not the 4th."""
    ordinals = [span for span in statement.mentions.spans if isinstance(span.meaning, Ordinal)]
    nth = only(each.number for each in statement.mentions.of(Ordinal)) or 0
    if len(ordinals) != 1 or nth == 1 or statement.denies:  # a first elsewhere is no near miss
        return None
    there = desk.ask(when(statement, _which_one(statement)))
    places = [*stated_at_the_end(statement), *_which_one(statement)]
    every = desk.ask(when(statement, places))
    if not isinstance(there, Answer) or not isinstance(every, Answer):
        return None
    found, rows = there.table.rows, every.table.rows
    if len(found) != 1 or found[0] not in rows:
        return None
    stated = Stated(ordinals[0].start, ordinals[0].end, nth, words=ordinal(nth))
    return compared(Claim(statement.text, nth), stated, there, rows.index(found[0]) + 1)


def when(statement: Statement, left_out: Collection[Span]) -> str:
    links = [span for span in statement.mentions.spans if span.text in _LINKS]
    return f"when {statement.without([*left_out, *links])}"


def _what_is_stated(statement: Statement, stated: list[Span]) -> list[list[Span]]:
    """In "last won at Bristol in 2018" the track may only say which wins are meant."""
    if statement.spans(MeasureNamed) and not any(word in _LINKS for word in statement.words):
        seasons = [span for span in stated if isinstance(span.meaning, Seasons)]
        if seasons and len(seasons) < len([each for each in stated if not says_nothing(each)]):
            return [seasons, stated]
    return [stated]


def stated_at_the_end(statement: Statement) -> list[Span]:
    """The times and places at the end; "of the season" says which one is counted in."""
    counted_in = Cue.SEASON in statement.mentions.cues
    stated: list[Span] = []
    for span in reversed(statement.mentions.spans):
        if span.text in _LINKS or not isinstance(span.meaning, (*WHERE_AND_WHEN, Filler)):
            break
        if not (counted_in and isinstance(span.meaning, Seasons)):
            stated.insert(0, span)
    return stated


def says_nothing(span: Span) -> bool:
    return isinstance(span.meaning, Filler)


def _which_one(statement: Statement) -> list[Span]:
    """What picks one of several: first, last, fifth of the season."""
    picks = (Cue.LAST, Cue.SEASON)
    spans = statement.mentions.spans
    return [span for span in spans if isinstance(span.meaning, Ordinal) or span.meaning in picks]


def is_among(one: Answer, several: object) -> bool:
    """Whether the race is among those of that time and place."""
    return isinstance(several, Answer) and one.table.rows[0] in several.table.rows


def _is_near(stated: list[Span], answer: Answer) -> bool:
    """A season too early or too late, and nothing else stated."""
    told = [span.meaning for span in stated if not says_nothing(span)]
    if len(told) != 1 or not isinstance(told[0], Seasons) or told[0].first is None:
        return False
    season = season_of(answer)
    return season is not None and abs(season - told[0].first) == 1


def season_of(outcome: object) -> int | None:
    if not isinstance(outcome, Answer) or not outcome.table.rows:
        return None
    if "Season" not in outcome.table.columns:
        return None
    return int(str(outcome.table.rows[0][outcome.table.columns.index("Season")]))
