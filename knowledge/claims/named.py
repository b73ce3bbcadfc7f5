"""A name that was stated: who leads, who won, whether somebody ever did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.answer import Answer, Outcome, WhichOne
from knowledge.claims.claim import Claim, Desk, Judgement, Verdict
from knowledge.claims.counted import numbered, untold
from knowledge.reading.meanings import Cue, Make, People, Teams

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.claims.statement import Statement

_SUPERLATIVES = frozenset({Cue.MOST, Cue.LEAST, Cue.BEST, Cue.WORST, Cue.RECORD})
_OTHER_SERIES = ("", "in cup", "in xfinity", "in trucks")


def check_leader(statement: Statement, desk: Desk) -> Verdict | None:
    """Whether the one who is said to have the most does."""
    if not statement.subject or not statement.mentions.cues & _SUPERLATIVES:
        return None
    claim = Claim(statement.text, statement.subject[0].text)
    outcomes = list(_who(statement, desk))
    leaders = [each for each in outcomes if isinstance(each, Answer) and _names(each)]
    if not leaders:
        return untold(claim, outcomes[0])
    stated = _stated_names(statement, desk)
    right = next((each for each in leaders if stated & set(_names(each))), leaders[-1])
    return _told(claim, right, statement, desk)


def check_more(statement: Statement, desk: Desk) -> Verdict | None:
    """Whether the first of two has more, as "Petty has more wins than Pearson" states."""
    if "than" not in statement.words or not statement.subject:
        return None
    claim = Claim(statement.text, statement.subject[0].text)
    asked = " ".join("or" if word == "than" else word for word in statement.words)
    ahead = desk.ask(f"who {asked}")
    if not isinstance(ahead, Answer) or not _names(ahead):
        return untold(claim, ahead)
    return _told(claim, ahead, statement, desk)


def check_deed(statement: Statement, desk: Desk) -> Verdict | None:
    """Whether somebody ever did what is said of him, or never did."""
    if not statement.subject:
        return None
    claim = Claim(statement.text, statement.subject[0].text)
    counted = [_times(statement, series, desk) for series in _series_asked(statement)]
    done = [found for outcome in counted if (found := numbered(outcome))]
    winners = _winners(statement, desk)
    if isinstance(counted[0], WhichOne) and winners:
        return _told(claim, winners, statement, desk)
    if not done:
        return untold(claim, counted[0])
    did = next((found for found in done if found[1] > 0), None)
    answer, value = did or done[0]
    if bool(did) is not statement.denies:
        return Verdict(claim, "true", answer.headline, value, answer)
    right = winners if winners and statement.one_season and not did else answer
    return Verdict(claim, "false", right.headline, right.value, right)


def _series_asked(statement: Statement) -> tuple[str, ...]:
    return ("",) if statement.names_series else _OTHER_SERIES


def _times(statement: Statement, series: str, desk: Desk) -> Outcome:
    return desk.ask(f"how many {' '.join(statement.words)} {series}".strip())


def _winners(statement: Statement, desk: Desk) -> Answer | None:
    """Who did win, where that is one name or a few."""
    answers = (each for each in _who(statement, desk) if isinstance(each, Answer))
    return next((each for each in answers if _names(each)), None)


def _who(statement: Statement, desk: Desk) -> Iterator[Outcome]:
    """What "who" gets, put in the place of the name."""
    first, last = statement.subject[0], statement.subject[-1]
    for kind, who in ((People, "who"), (Teams, "which team"), (Make, "which manufacturer")):
        if any(isinstance(rival, kind) for rival in first.rivals):
            yield desk.ask(statement.replaced(first.start, last.end, who))


def _told(claim: Claim, answer: Answer, statement: Statement, desk: Desk) -> Verdict:
    named = bool(_stated_names(statement, desk) & set(_names(answer)))
    judgement: Judgement = "true" if named is not statement.denies else "false"
    return Verdict(claim, judgement, answer.headline, answer.value, answer)


def _names(answer: Answer) -> tuple[str, ...]:
    value = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    return tuple(each for each in value if isinstance(each, str))


def _stated_names(statement: Statement, desk: Desk) -> set[str]:
    """Every name that the words can stand for."""
    names: set[str] = set()
    for rival in (rival for span in statement.subject for rival in span.rivals):
        if isinstance(rival, People):
            names |= {desk.records.person(person).name for person, _ in rival.candidates}
        elif isinstance(rival, Teams):
            names |= set(rival.names)
        elif isinstance(rival, Make):
            names.add(rival.name)
    return names
