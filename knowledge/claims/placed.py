"""Where somebody is said to have finished or started: a race, a season, or at best."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.answer import Answer
from knowledge.claims.claim import Claim, Desk, Verdict
from knowledge.claims.comparing import compared, judged, numbered, untold
from knowledge.claims.numbers import Stated
from knowledge.measures import MEASURE, ordinal
from knowledge.reading.meanings import Cue, FinishPlace, MeasureNamed, Ordinal, StartPlace

if TYPE_CHECKING:
    from knowledge.claims.statement import Statement
    from knowledge.reading.mentions import Span


def check_place(statement: Statement, desk: Desk) -> Verdict | None:
    """Whether the place is the one that the rows give."""
    span = _place(statement)
    if span is None or not statement.subject:
        return None
    place = _number(span)
    stated = Stated(span.start, span.end, place, words=ordinal(place))
    claim = Claim(statement.text, place)
    if statement.numbers and Cue.STANDINGS not in statement.mentions.cues:
        return None  # so many times in that place
    outcome = desk.ask(_asked(statement, span))
    places = _places(outcome)
    if not places or not isinstance(outcome, Answer):
        return _counted(statement, claim, desk) or untold(claim, outcome)
    if statement.numbers:
        times = float(places.count(place))
        return compared(claim, statement.numbers[0], outcome, times, denies=statement.denies)
    if place in places:
        return judged(claim, outcome, True, denies=statement.denies)
    done = None if Cue.STANDINGS in statement.mentions.cues else _counted(statement, claim, desk)
    if done and done.judgement == "true":
        return done
    nearest = min(places, key=lambda each: abs(each - place))
    return compared(claim, stated, outcome, nearest, denies=statement.denies)


def _place(statement: Statement) -> Span | None:
    """The place that is stated: third in points, 4th in a race, 11th at best."""
    mentions = statement.mentions
    of_a_season = Cue.STANDINGS in mentions.cues
    at_best = any(MEASURE[each.key].format == "place" for each in mentions.of(MeasureNamed))
    kinds = (FinishPlace, Ordinal) if of_a_season or at_best else (FinishPlace, StartPlace)
    for span in statement.spans(*kinds):
        if isinstance(span.meaning, kinds) and (of_a_season or at_best or _is_one(span)):
            return span
    return None


def _is_one(span: Span) -> bool:
    """One place of the field; the pole is no place, it is won."""
    meaning = span.meaning
    if isinstance(meaning, StartPlace):
        return meaning.low == meaning.high > 1
    return isinstance(meaning, FinishPlace) and meaning.low == meaning.high


def _number(span: Span) -> int:
    meaning = span.meaning
    if isinstance(meaning, Ordinal):
        return meaning.number
    return meaning.low if isinstance(meaning, FinishPlace | StartPlace) else 0


def _asked(statement: Statement, span: Span) -> str:
    """The same with its place asked for."""
    if statement.spans(MeasureNamed):
        return f"what {statement.replaced(span.start, span.end, '')}"
    numbered = {at for number in statement.numbers for at in range(number.start, number.end)}
    verb = "start" if isinstance(span.meaning, StartPlace) else "finish"
    dropped = numbered | set(range(span.start, span.end)) | _verbs(statement)
    kept = [
        word for at, word in enumerate(statement.words) if at not in dropped and word != "times"
    ]
    first = min(each.start for each in statement.subject)
    return f"where did {' '.join(kept[:first])} {' '.join(kept[first:])} {verb}"


def _verbs(statement: Statement) -> set[int]:
    return {
        at
        for span in statement.mentions.spans
        if span.meaning in (Cue.FINISHED, Cue.STARTED)
        for at in range(span.start, span.end)
    }


def _places(outcome: object) -> list[int]:
    if not isinstance(outcome, Answer):
        return []
    values = outcome.value if isinstance(outcome.value, tuple) else (outcome.value,)
    return [each for each in values if isinstance(each, int) and not isinstance(each, bool)]


def _counted(statement: Statement, claim: Claim, desk: Desk) -> Verdict | None:
    """How often it was done, where no one race is meant."""
    found = numbered(desk.ask(f"how many times {' '.join(statement.words)}"))
    if found is None:
        return None
    answer, times = found
    return judged(claim, answer, times > 0, denies=statement.denies)
