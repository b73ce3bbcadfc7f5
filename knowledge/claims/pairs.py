"""Two side by side: more than, two more than, as many as, fourteen together, both."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.answer import Answer
from knowledge.claims.claim import Claim, Desk, Verdict
from knowledge.claims.comparing import compared, judged, untold
from knowledge.reading.meanings import Cue, Make, People, Teams
from knowledge.reading.rivals import settle_rivals

if TYPE_CHECKING:
    from knowledge.claims.numbers import Stated
    from knowledge.claims.statement import Statement
    from knowledge.reading.mentions import Span

_FEWER = frozenset({"fewer", "less", "lower", "worse"})
_MORE = frozenset({"more", "better", "higher", "greater"})
_TOGETHER = frozenset({"together", "combined", "between"})
_LEVEL = frozenset({"same", "tied", "level", "equal"})
_SAID_OTHERWISE = (
    _FEWER
    | _MORE
    | _TOGETHER
    | _LEVEL
    | frozenset("than as many much them two both each also number".split())
)

_A_LITTLE = 0.05


def check_pair(statement: Statement, desk: Desk) -> Verdict | None:
    """Whether the numbers of two stand to each other as is said."""
    sides = _sides(statement, desk)
    if len(sides) != 2 or Cue.AHEAD in statement.mentions.cues:
        return None
    joined = statement.words[sides[0].end : sides[1].start]
    beside = statement.compares or "and" in joined or (_TOGETHER | _LEVEL) & set(statement.words)
    if not beside or len(statement.numbers) > 1:
        return None
    claim = Claim(statement.text, sides[0].text)
    outcome = desk.ask(_asked(statement, sides))
    if not isinstance(outcome, Answer) or not isinstance(outcome.value, int | float):
        return untold(claim, outcome)
    numbers = [float(str(row[1] or 0)) for row in outcome.table.rows]
    return _weighed(statement, claim, outcome, numbers)


def _sides(statement: Statement, desk: Desk) -> list[Span]:
    """Who stands on either side; a name in two words is one side."""
    sides: list[Span] = []
    for span in settle_rivals(statement.mentions, desk.records).spans:  # the Glen is no driver
        if not isinstance(span.meaning, (People, Teams, Make)):
            continue
        if not sides or span.start > sides[-1].end:
            sides.append(span)
    return sides


def _asked(statement: Statement, sides: list[Span]) -> str:
    """The difference of the two, in the words that are not about how they compare."""
    numbered = {at for number in statement.numbers for at in range(number.start, number.end)}
    kept = []
    for at, word in enumerate(statement.words):
        if at == sides[1].start:
            kept.append("or")
        named = any(side.start <= at < side.end for side in sides)
        if named or (at not in numbered and word not in _SAID_OTHERWISE and word != "and"):
            kept.append(word)
    return f"difference {' '.join(kept)}"


def _weighed(statement: Statement, claim: Claim, answer: Answer, numbers: list[float]) -> Verdict:
    words, denies = set(statement.unnumbered), statement.denies
    ahead = float(str(answer.value))
    if statement.numbers:
        return _numbered(statement, claim, answer, numbers)
    if words & _LEVEL or ("many" in words and "as" in words):
        return judged(claim, answer, ahead == 0, denies=denies)
    if statement.compares:
        behind = words & _FEWER or ("better" in words and not _more_is_better(answer))
        return judged(claim, answer, (-ahead if behind else ahead) > 0, denies=denies)
    if denies:
        return judged(claim, answer, not any(numbers))
    return judged(claim, answer, all(numbers))


def _numbered(statement: Statement, claim: Claim, answer: Answer, numbers: list[float]) -> Verdict:
    """By how many, how many times as many, each, or together."""
    (stated,), words, denies = statement.numbers, set(statement.unnumbered), statement.denies
    ahead = float(str(answer.value))
    if statement.compares and words & (_FEWER | _MORE):
        ahead = -ahead if words & _FEWER else ahead
        return compared(claim, stated, answer, ahead, denies=denies)
    if statement.compares and "many" in words:
        return judged(claim, answer, _is_so_many_times(stated, ahead, sum(numbers)), denies=denies)
    if words & (_LEVEL | {"both", "each"}) or all(map(stated.is_met, numbers)):
        return judged(claim, answer, all(map(stated.is_met, numbers)), denies=denies)
    return compared(claim, stated, answer, sum(numbers), denies=denies)


def _is_so_many_times(stated: Stated, ahead: float, together: float) -> bool:
    """Whether the first has twice as many: exactly that is rare, and not what is meant."""
    first, second = (together + ahead) / 2, (together - ahead) / 2
    bound = replace(stated, bound=stated.bound or "about")
    return bound.is_met(first) if not second else _near(bound, first / second)


def _near(stated: Stated, times: float) -> bool:
    if stated.bound == "about":
        return abs(times - stated.number) <= _A_LITTLE * stated.number
    return replace(stated, decimals=2).is_met(times)


def _more_is_better(answer: Answer) -> bool:
    """The table has the better one first."""
    first, *_, last = (float(str(row[1] or 0)) for row in answer.table.rows)
    return first >= last
