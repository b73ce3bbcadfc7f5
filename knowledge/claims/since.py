"""How long it has been: "has not won since 2017", "winless since Darlington in 2024"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.answer import Answer
from knowledge.claims.claim import Claim, Desk, Verdict
from knowledge.claims.comparing import judged, untold
from knowledge.claims.occasion import is_among, says_nothing, season_of, stated_at_the_end, when
from knowledge.reading.meanings import Cue, Seasons

if TYPE_CHECKING:
    from knowledge.claims.statement import Statement
    from knowledge.reading.mentions import Span


def check_since(statement: Statement, desk: Desk) -> Verdict | None:
    """In "has not won since 2017" the last win is said to be of 2017."""
    stated = [span for span in stated_at_the_end(statement) if not says_nothing(span)]
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
    there = desk.ask(when(statement, since))
    return judged(claim, outcome, holds=is_among(outcome, there))


def _begins_with_since(span: Span, statement: Statement) -> bool:
    before = statement.words[max(0, span.start - 1) : span.start + 1]
    return bool({"since", "after"} & set(before))


def _since_season(claim: Claim, answer: Answer, season: int) -> Verdict:
    """A season more is one off; less, and it has been longer than was said."""
    off = (season_of(answer) or season) - season
    near = {0: "", 1: " That is one season later."}
    if off not in near and off > 0:
        return judged(claim, answer, holds=False)
    words = answer.headline + near.get(off, " It has been longer than that.")
    return Verdict(claim, "almost" if off else "true", words, answer.value, answer)
