"""Where a number that is wrong would be right: in another series, in the season beside."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.claims.claim import Desk, Verdict
from knowledge.claims.comparing import numbered
from knowledge.reading.meanings import Seasons

if TYPE_CHECKING:
    from knowledge.answer import Answer
    from knowledge.claims.numbers import Stated
    from knowledge.claims.statement import Statement
    from knowledge.reading.mentions import Span

_ALL_SERIES = "combined in all three series"
_OTHER_SCOPES = ("in cup", "in xfinity", "in trucks")
_TELLING = 3
"""A number below this is right for some other season by mere chance."""


def elsewhere(verdict: Verdict, statement: Statement, stated: Stated, desk: Desk) -> Verdict:
    """Where the number would be right: all series together, another one, the season beside."""
    if not statement.names_series:
        together = _right_in(_ALL_SERIES, statement, stated, desk)
        if together:
            return Verdict(verdict.claim, "true", together.headline, together.value, together)
        for scope in _OTHER_SCOPES:
            other = _right_in(scope, statement, stated, desk)
            if other:
                words = f"{_base(verdict)}; {stated.shown} is right for {other.reading}."
                return replace(verdict, judgement="almost", words=words)
    return _in_season_beside(verdict, statement, stated, desk)


def _right_in(scope: str, statement: Statement, stated: Stated, desk: Desk) -> Answer | None:
    question = f"{statement.replaced(stated.start, stated.end, 'how many')} {scope}"
    found = numbered(desk.ask(question))
    return found[0] if found and stated.is_met(found[1]) else None


def _in_season_beside(
    verdict: Verdict, statement: Statement, stated: Stated, desk: Desk
) -> Verdict:
    """No better than false, but worth a hint: the number of the season before or after."""
    season, spans = statement.one_season, statement.spans(Seasons)
    if season is None or len(spans) != 1 or stated.number < _TELLING:
        return verdict
    for other in (season - 1, season + 1):
        found = numbered(desk.ask(_asked_of(other, spans[0], statement, stated)))
        if found and stated.is_met(found[1]):
            words = f"{_base(verdict)}; {stated.shown} is right for {other}."
            return replace(verdict, words=words)
    return verdict


def _asked_of(season: int, span: Span, statement: Statement, stated: Stated) -> str:
    """The same of another season, with its number asked for."""
    words = list(statement.words)
    later, earlier = sorted(
        ((span.start, span.end, f"in {season}"), (stated.start, stated.end, "how many")),
        reverse=True,
    )
    for start, end, by in (later, earlier):
        words[start:end] = [by]
    return " ".join(words)


def _base(verdict: Verdict) -> str:
    return verdict.words.removesuffix(".")
