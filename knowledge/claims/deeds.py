"""Whether somebody ever did a thing: won there, drove for them, was champion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.answer import Answer, Outcome, StillToCome, WhichOne
from knowledge.claims.claim import Claim, Desk, Verdict
from knowledge.claims.comparing import numbered, untold
from knowledge.claims.names import names_in, told_by_name, who_instead
from knowledge.reading.meanings import Cue, MeasureNamed, NamedRace, Ordinal

if TYPE_CHECKING:
    from knowledge.claims.statement import Statement

_NO_DEED = ("race points", "average", "driver rating", "win percentage")
"""What everybody has some of: to have it proves nothing."""
_SAID_AS = {Cue.DROVE: "starts", Cue.WINNER: "won"}
"""Deeds that are counted under another word."""
_OTHER_SERIES = ("", "in cup", "in xfinity", "in trucks")


def check_deed(statement: Statement, desk: Desk) -> Verdict | None:
    """Whether somebody ever did what is said of him, or never did."""
    if not statement.subject:
        return None
    claim = Claim(statement.text, statement.subject[0].text)
    counted = [_times(statement, series, desk) for series in _series_asked(statement)]
    done = [found for outcome in counted if (found := numbered(outcome))]
    winners = _winners(statement, desk) if _is_of_one_race(statement) else None
    if isinstance(counted[0], WhichOne) and winners:
        return told_by_name(claim, winners, statement, desk)
    if isinstance(counted[0], StillToCome):
        return untold(claim, counted[0])
    if _is_an_occasion(statement) or not done or done[0][0].reading.startswith(_NO_DEED):
        return untold(claim, counted[0])
    did = next((found for found in done if found[1] > 0), None)
    answer, value = did or done[0]
    if bool(did) is not statement.denies:
        return Verdict(claim, "true", answer.headline, value, answer)
    if did and did is not done[0]:  # he never won there, but for one Truck race
        words = f"right for one series only. {answer.headline}"
        return Verdict(claim, "almost", words, value, answer)
    right = winners if winners and not did and not statement.denies else answer
    return Verdict(claim, "false", right.headline, right.value, right)


def _series_asked(statement: Statement) -> tuple[str, ...]:
    return ("",) if statement.names_series else _OTHER_SERIES


def _times(statement: Statement, series: str, desk: Desk) -> Outcome:
    return desk.ask(f"how many {_deed(statement)} {series}".strip())


def _deed(statement: Statement) -> str:
    """The words, with a deed under the word it is counted by, and "or" as "and"."""
    said_as = {
        span.start: _SAID_AS[span.meaning]
        for span in statement.mentions.spans
        if isinstance(span.meaning, Cue) and span.meaning in _SAID_AS
    }
    if statement.spans(MeasureNamed):  # a title came, or was won driving for Roush
        said_as = dict.fromkeys(said_as, "")
    words = [said_as.get(at, word) for at, word in enumerate(statement.words)]
    return " ".join("and" if word == "or" else word for word in words if word != "came")


def _is_an_occasion(statement: Statement) -> bool:
    """To have won there is not yet to have won there first."""
    mentions = statement.mentions
    return bool(mentions.of(Ordinal)) or Cue.LAST in mentions.cues


def _is_of_one_race(statement: Statement) -> bool:
    """Whether few can have done it: in one season, or in a race that has a name."""
    return statement.one_season is not None or bool(statement.spans(NamedRace))


def _winners(statement: Statement, desk: Desk) -> Answer | None:
    """Who did win, where that is one name or a few."""
    answers = (each for each in who_instead(statement, desk) if isinstance(each, Answer))
    return next((each for each in answers if names_in(each)), None)
