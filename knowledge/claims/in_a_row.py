"""Seasons in a row: "five titles in a row", "back to back Daytona 500s"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.answer import Answer
from knowledge.claims.claim import Claim, Desk, Verdict
from knowledge.claims.comparing import compared, judged, untold
from knowledge.claims.numbers import Stated
from knowledge.reading.meanings import Cue, MeasureNamed, NamedRace

if TYPE_CHECKING:
    from knowledge.answer import Outcome
    from knowledge.claims.statement import Statement

_A_ROW = 2
"""Back to back: the shortest row there is."""


def check_run(statement: Statement, desk: Desk) -> Verdict | None:
    """Whether what can be won once a season was won in so many seasons running."""
    if Cue.STREAK not in statement.mentions.cues or not statement.subject:
        return None
    numbers = statement.exact_numbers
    if len(numbers) > 1 or not (_is_yearly(statement) or not numbers):
        return None
    stated = numbers[0] if numbers else Stated(0, 0, _A_ROW, bound="at least")
    claim = Claim(statement.text, stated.number)
    outcome = desk.ask(_asked(statement, stated))
    found = _longest(outcome, yearly=_is_yearly(statement))
    if found is None or not isinstance(outcome, Answer):
        return untold(claim, outcome)
    if found < _A_ROW:
        return judged(claim, outcome, holds=False, denies=statement.denies)
    return compared(claim, stated, outcome, found, denies=statement.denies)


def _is_yearly(statement: Statement) -> bool:
    titles = any(each.key == "titles" for each in statement.mentions.of(MeasureNamed))
    yearly = (
        titles or Cue.CHAMPION in statement.mentions.cues or Cue.SEASON in statement.mentions.cues
    )
    return yearly or bool(statement.spans(NamedRace))


def _asked(statement: Statement, stated: Stated) -> str:
    if not _is_yearly(statement):
        return f"how many {' '.join(statement.words)}"
    dropped = {
        index
        for span in statement.mentions.spans
        if span.meaning in (Cue.STREAK, Cue.SEASON)
        for index in range(span.start, span.end)
    } | set(range(stated.start, stated.end))
    kept = [word for at, word in enumerate(statement.words) if at not in dropped]
    return f"when {' '.join(kept)}"


def _longest(outcome: Outcome, *, yearly: bool) -> float | None:
    """The most seasons running among those of the rows; else the number itself."""
    if not isinstance(outcome, Answer):
        return None
    if not yearly:
        value = outcome.value
        return value if isinstance(value, int) and not isinstance(value, bool) else None
    if "Season" not in outcome.table.columns:
        return None
    column = outcome.table.columns.index("Season")
    seasons = sorted({int(str(row[column])) for row in outcome.table.rows})
    longest = running = 0
    for before, season in zip([0, *seasons], seasons, strict=False):
        running = running + 1 if season == before + 1 else 1
        longest = max(longest, running)
    return longest
