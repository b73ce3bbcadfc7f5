"""The names that a statement states, and those that an answer gives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.claims.comparing import judged
from knowledge.reading.meanings import Cue, Make, People, Teams

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.answer import Answer, Outcome
    from knowledge.claims.claim import Claim, Desk, Verdict
    from knowledge.claims.statement import Statement

_HOLDS_THE_RECORD = re.compile(r"\b(?:(?:holds?|has|owns?|set) )?(?:the )?records?(?: for| of)?\b")


def who_instead(statement: Statement, desk: Desk) -> Iterator[Outcome]:
    """What "who" gets, put in the place of the name."""
    first, last = statement.subject[0], statement.subject[-1]
    for kind, who in ((People, "who"), (Teams, "which team"), (Make, "which manufacturer")):
        if any(isinstance(rival, kind) for rival in first.rivals):
            asked = statement.replaced(first.start, last.end, who)
            yield desk.ask(_HOLDS_THE_RECORD.sub("", asked) if _is_doubled(statement) else asked)


def _is_doubled(statement: Statement) -> bool:
    """In "holds the record for most wins" the most is enough."""
    return {Cue.MOST, Cue.RECORD} <= statement.mentions.cues


def told_by_name(claim: Claim, answer: Answer, statement: Statement, desk: Desk) -> Verdict:
    """The verdict on a name: whether it is among those that the rows give."""
    named = bool(stated_names(statement, desk) & set(names_in(answer)))
    return judged(claim, answer, named, denies=statement.denies)


def names_in(answer: Answer) -> tuple[str, ...]:
    value = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    return tuple(each for each in value if isinstance(each, str))


def stated_names(statement: Statement, desk: Desk) -> set[str]:
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
