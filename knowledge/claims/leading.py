"""Who is said to lead: the most, the second most, more than anybody, ahead more often."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.answer import Answer
from knowledge.claims.claim import Claim, Desk, Verdict
from knowledge.claims.comparing import judged, untold
from knowledge.claims.names import names_in, stated_names, told_by_name, who_instead
from knowledge.reading.meanings import Cue, People, Rank

if TYPE_CHECKING:
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
    if not isinstance(leaders, Answer) or not names_in(leaders):
        return untold(claim, leaders)
    return judged(claim, leaders, bool(stated_names(statement, desk) & set(names_in(leaders))))


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
    if not isinstance(ahead, Answer) or not names_in(ahead):
        return untold(claim, ahead)
    return told_by_name(claim, ahead, statement, desk)


def check_leader(statement: Statement, desk: Desk) -> Verdict | None:
    """Whether the one who is said to have the most, or the second most, does."""
    said = statement.mentions.cues & _SUPERLATIVES or statement.mentions.of(Rank)
    if not statement.subject or not said:
        return None
    claim = Claim(statement.text, statement.subject[0].text)
    outcomes = list(who_instead(statement, desk))
    leaders = [each for each in outcomes if isinstance(each, Answer) and names_in(each)]
    if not leaders:
        return untold(claim, outcomes[0])
    stated = stated_names(statement, desk)
    right = next((each for each in leaders if stated & set(names_in(each))), leaders[-1])
    return told_by_name(claim, right, statement, desk)
