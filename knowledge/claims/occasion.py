"""When and where the first, the last or the nth of something is said to have been."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.answer import Answer
from knowledge.claims.claim import Claim, Desk, Judgement, Verdict
from knowledge.claims.counted import untold
from knowledge.reading.meanings import (
    AtVenue,
    Cue,
    Filler,
    Kind,
    Month,
    NamedRace,
    Ordinal,
    Part,
    Seasons,
    Venues,
)

if TYPE_CHECKING:
    from knowledge.claims.statement import Statement
    from knowledge.reading.mentions import Span

_WHERE_AND_WHEN = (AtVenue, Kind, Month, NamedRace, Part, Seasons, Venues)
_THEN_FOLLOWS_WHAT_IS_STATED = frozenset(["was", "is", "came", "were", "happened", "be"])


def check_occasion(statement: Statement, desk: Desk) -> Verdict | None:
    """Whether the occasion asked for without its time and place is the one asked for with them."""
    mentions = statement.mentions
    if not (mentions.of(Ordinal) or Cue.LAST in mentions.cues) or not statement.subject:
        return None
    stated = _stated(mentions.spans)
    if not any(isinstance(span.meaning, _WHERE_AND_WHEN) for span in stated):
        return None
    claim = Claim(statement.text, " ".join(span.text for span in stated))
    rows_say = desk.ask(f"when {statement.without(stated)}")
    if not isinstance(rows_say, Answer) or not rows_say.table.rows:
        return untold(claim, rows_say)
    holds = _same_race(rows_say, desk.ask(f"when {' '.join(statement.words)}"))
    if holds is not statement.denies:
        return Verdict(claim, "true", rows_say.headline, rows_say.value, rows_say)
    near = not statement.denies and _is_near(stated, rows_say)
    judgement: Judgement = "almost" if near else "false"
    return Verdict(claim, judgement, rows_say.headline, rows_say.value, rows_say)


def _stated(spans: tuple[Span, ...]) -> list[Span]:
    """The times and places at the end of the sentence."""
    stated: list[Span] = []
    for span in reversed(spans):
        ends = span.text in _THEN_FOLLOWS_WHAT_IS_STATED
        if ends or not isinstance(span.meaning, (*_WHERE_AND_WHEN, Filler)):
            break
        stated.insert(0, span)
    return stated


def _same_race(one: Answer, other: object) -> bool:
    return isinstance(other, Answer) and other.table.rows[:1] == one.table.rows[:1]


def _is_near(stated: list[Span], answer: Answer) -> bool:
    """A season too early or too late, and nothing else stated."""
    told = [span.meaning for span in stated if not isinstance(span.meaning, Filler)]
    if len(told) != 1 or not isinstance(told[0], Seasons) or told[0].first is None:
        return False
    season = answer.table.rows[0][answer.table.columns.index("Season")]
    return abs(int(str(season)) - told[0].first) == 1
