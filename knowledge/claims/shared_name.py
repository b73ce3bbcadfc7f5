"""A name that several people share: the statement is checked for each of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.book.spelling import spell
from knowledge.claims.statement import Statement
from knowledge.reading.meanings import People

if TYPE_CHECKING:
    from collections.abc import Callable

    from knowledge.claims.claim import Desk, Verdict
    from knowledge.reading.mentions import Span

_SMALL = frozenset({"below", "at most"})
"""Bounds that hold for anybody who did little; they point at nobody."""


def with_each_name(
    statement: Statement,
    undecided: Verdict,
    desk: Desk,
    settle: Callable[[Statement, Desk], Verdict],
) -> Verdict:
    """What holds for all, or for one alone, is told; else who could be meant, with his number."""
    span = _shared(statement, undecided.choices, desk)
    said = " ".join(statement.words)
    if span is None or any(" ".join(spell(name)) in said for name in undecided.choices):
        return undecided  # named in full already, and no clearer for it
    verdicts = []
    for name in _by_surname(undecided.choices, span.text):
        text = statement.replaced(span.start, span.end, name)
        verdicts.append(settle(replace(Statement.read(text, desk), denies=statement.denies), desk))
    agreed = _agreed(verdicts, statement)
    return agreed or replace(undecided, words=_each_told(undecided, verdicts))


def _shared(statement: Statement, choices: tuple[str, ...], desk: Desk) -> Span | None:
    """The span whose name the choices share, and that names none of them in full."""
    for span in statement.spans(People):
        people = (rival for rival in span.rivals if isinstance(rival, People))
        names = {desk.records.person(each).name for one in people for each, _ in one.candidates}
        if len(names) > 1 and names >= set(choices):
            return span
    return None


def _by_surname(choices: tuple[str, ...], said: str) -> tuple[str, ...]:
    """Those with that surname, where there are such: Elliott is a first name too."""
    surnames = {name: name.removesuffix(" Jr.").split()[-1].lower() for name in choices}
    return tuple(name for name in choices if said.startswith(surnames[name])) or choices


def _agreed(verdicts: list[Verdict], statement: Statement) -> Verdict | None:
    """True of all, or of the one who must be meant; else false of all, by the likeliest."""
    told = [verdict for verdict in verdicts if verdict.judgement != "can't tell"]
    right = [verdict for verdict in told if verdict.judgement == "true"]
    if not told or (not right and any(verdict.choices for verdict in verdicts)):
        return None
    if not right:
        return told[0]
    small = statement.denies or any(number.bound in _SMALL for number in statement.numbers)
    return right[0] if len(right) in ({len(verdicts)} if small else {1, len(verdicts)}) else None


def _each_told(undecided: Verdict, verdicts: list[Verdict]) -> str:
    told = [
        f"{name} ({_number(verdict)})" if _number(verdict) else name
        for name, verdict in zip(undecided.choices, verdicts, strict=False)
    ]
    shared, _, _ = undecided.words.partition(" could be ")
    return f"{shared} could be {', or '.join(told)}."


def _number(verdict: Verdict) -> str:
    value = verdict.value
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return f"{value:,}" if is_number else ""
