"""A name that was stated: who leads, who won, whether somebody ever did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.answer import Answer, Outcome, WhichOne
from knowledge.claims.claim import Claim, Desk, Judgement, Verdict
from knowledge.claims.counted import judged, numbered, untold
from knowledge.reading.meanings import (
    Cue,
    Make,
    MeasureNamed,
    NamedRace,
    Ordinal,
    People,
    Rank,
    Teams,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.claims.statement import Statement

_SUPERLATIVES = frozenset({Cue.MOST, Cue.LEAST, Cue.BEST, Cue.WORST, Cue.RECORD})
_NOBODY = (
    ("nobody", "else"),
    ("nobody",),
    ("noone",),
    ("no", "one", "else"),
    ("no", "one"),
    ("no", "other", "driver"),
    ("no", "driver"),
    ("no", "team"),
)
_NO_WORDS = frozenset("nobody noone one else other driver than ever".split())
_SUPERLATIVE = {"more": "most", "better": "best", "team": "which team"}
_TWO = 2
_NO_DEED = ("race points", "average", "driver rating", "win percentage")
"""What everybody has some of: to have it proves nothing."""
_SAID_AS = {Cue.DROVE: "starts", Cue.WINNER: "won"}
"""Deeds that are counted under another word."""
_OTHER_SERIES = ("", "in cup", "in xfinity", "in trucks")


def check_unbeaten(statement: Statement, desk: Desk) -> Verdict | None:
    """In "nobody has won more there than Petty" he is said to have the most."""
    words = statement.text.lower().split()
    opened = next((len(each) for each in _NOBODY if tuple(words[: len(each)]) == each), 0)
    if not opened or "than" not in words or not statement.subject:
        return None
    claim = Claim(statement.text, statement.subject[0].text)
    asked = [_SUPERLATIVE.get(word, word) for word in statement.words if word not in _NO_WORDS]
    subject = {at for span in statement.subject for at in range(span.start, span.end)}
    named = {statement.words[at] for at in subject}
    kept = [word for word in asked if word not in named]
    leaders = desk.ask(f"who {' '.join(kept)}")
    if not isinstance(leaders, Answer) or not _names(leaders):
        return untold(claim, leaders)
    return judged(claim, leaders, bool(_stated_names(statement, desk) & set(_names(leaders))))


def check_ahead(statement: Statement, desk: Desk) -> Verdict | None:
    """Whether the first of two finished ahead of the other more often."""
    people = statement.spans(People)
    often = {"more", "often", "mostly", "usually"} & set(statement.words)
    if Cue.AHEAD not in statement.mentions.cues or not often or len(people) != _TWO:
        return None
    first, second = people
    rest = [word for at, word in enumerate(statement.words) if at >= second.end]
    ahead = desk.ask(
        f"who finished ahead more often {first.text} or {second.text} {' '.join(rest)}"
    )
    claim = Claim(statement.text, first.text)
    if not isinstance(ahead, Answer) or not _names(ahead):
        return untold(claim, ahead)
    return _told(claim, ahead, statement, desk)


def check_leader(statement: Statement, desk: Desk) -> Verdict | None:
    """Whether the one who is said to have the most, or the second most, does."""
    said = statement.mentions.cues & _SUPERLATIVES or statement.mentions.of(Rank)
    if not statement.subject or not said:
        return None
    claim = Claim(statement.text, statement.subject[0].text)
    outcomes = list(_who(statement, desk))
    leaders = [each for each in outcomes if isinstance(each, Answer) and _names(each)]
    if not leaders:
        return untold(claim, outcomes[0])
    stated = _stated_names(statement, desk)
    right = next((each for each in leaders if stated & set(_names(each))), leaders[-1])
    return _told(claim, right, statement, desk)


def check_deed(statement: Statement, desk: Desk) -> Verdict | None:
    """Whether somebody ever did what is said of him, or never did."""
    if not statement.subject:
        return None
    claim = Claim(statement.text, statement.subject[0].text)
    counted = [_times(statement, series, desk) for series in _series_asked(statement)]
    done = [found for outcome in counted if (found := numbered(outcome))]
    winners = _winners(statement, desk) if _is_of_one_race(statement) else None
    if isinstance(counted[0], WhichOne) and winners:
        return _told(claim, winners, statement, desk)
    if _is_an_occasion(statement) or not done or done[0][0].reading.startswith(_NO_DEED):
        return untold(claim, counted[0])
    did = next((found for found in done if found[1] > 0), None)
    answer, value = did or done[0]
    if bool(did) is not statement.denies:
        return Verdict(claim, "true", answer.headline, value, answer)
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
    if statement.spans(MeasureNamed):
        said_as = {}
    words = [said_as.get(at, word) for at, word in enumerate(statement.words)]
    return " ".join("and" if word == "or" else word for word in words)


def _is_an_occasion(statement: Statement) -> bool:
    """To have won there is not yet to have won there first."""
    mentions = statement.mentions
    return bool(mentions.of(Ordinal)) or Cue.LAST in mentions.cues


def _is_of_one_race(statement: Statement) -> bool:
    """Whether few can have done it: in one season, or in a race that has a name."""
    return statement.one_season is not None or bool(statement.spans(NamedRace))


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
