"""Settles a statement part by part."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from knowledge.claims.claim import Claim, Desk, Verdict
from knowledge.claims.counted import check_number
from knowledge.claims.deeds import check_deed
from knowledge.claims.in_a_row import check_run
from knowledge.claims.inheriting import readings_of
from knowledge.claims.leading import check_ahead, check_leader, check_unbeaten
from knowledge.claims.occasion import check_occasion
from knowledge.claims.pairs import check_pair
from knowledge.claims.placed import check_place
from knowledge.claims.shared_name import with_each_name
from knowledge.claims.since import check_since
from knowledge.claims.splitting import Part, parts_of
from knowledge.claims.statement import Statement
from knowledge.claims.wording import stated_in
from knowledge.reading.meanings import NotHeld
from knowledge.reading.words import LONGEST_QUESTION

if TYPE_CHECKING:
    from collections.abc import Sequence

_CHECKS = (
    check_unbeaten,
    check_pair,
    check_ahead,
    check_since,
    check_occasion,
    check_place,
    check_run,
    check_number,
    check_leader,
    check_deed,
)
"""Each knows one way of stating a thing; the first that recognises its own has the word."""

_OF_EVERYBODY = re.compile(
    r"\b(?:first|only|last)(?: \w+){0,3} to (?:ever )?(?:win|take|sweep|lead|do|have|score)\b",
    re.IGNORECASE,
)
_ALL_BUT = re.compile(r"\ball (?:but|except) (?:one|two|three|four|five|\d+)\b", re.IGNORECASE)
_NOT_THE_REST = "all but so many is more than I check; ask how many there were."
_NOT_OF_ONE = "whether anybody else did it before or since is more than I check."
_NOTHING_TO_CHECK = "I found no number, winner or record in that to check."

_NOT_A_STATEMENT = f"a statement has words, and at most {LONGEST_QUESTION} characters."


def settle(text: str, desk: Desk) -> tuple[Verdict, ...]:
    """A verdict on each part of a statement, in the order they were made."""
    if not text.strip() or len(text) > LONGEST_QUESTION:
        return (Verdict(Claim(text[:LONGEST_QUESTION]), "can't tell", _NOT_A_STATEMENT),)
    return tuple(verdict for _, verdict in settled_parts(text, desk))


def settled_parts(text: str, desk: Desk) -> list[tuple[Part, Verdict]]:
    """Each part of a statement with its verdict."""
    parts = parts_of(stated_in(text), desk)
    told, before = [], None
    for index, part in enumerate(parts):
        readings = readings_of(part, before, _season_after(parts[index:], desk), desk)
        verdict = _likeliest([settle_statement(each, desk) for each in readings])
        claim = Claim(part.text.strip(), verdict.claim.stated)  # without what it inherited
        told.append((part, replace(verdict, claim=claim)))
        if before is None or (readings[0].subject and not part.listed):
            before = readings[0]
    return told


def _season_after(parts: Sequence[Part], desk: Desk) -> int | None:
    """The season named later in the sentence: "ten races and the title in 2021"."""
    for part, following in pairwise(parts):
        if part.ends:
            return None
        season = Statement.read(following.text, desk).one_season
        if season:
            return season
    return None


def _likeliest(verdicts: list[Verdict]) -> Verdict:
    """The reading in which it is true, else the first that can be told."""
    for wanted in (("true",), ("almost", "false")):
        for verdict in verdicts:
            if verdict.judgement in wanted:
                return verdict
    return verdicts[0]


def settle_statement(statement: Statement, desk: Desk) -> Verdict:
    """The verdict on one statement that stands for itself."""
    topics = statement.mentions.of(NotHeld)
    if topics:
        why = f"the rows do not hold {topics[0].topic}."
        return Verdict(Claim(statement.text), "can't tell", why)
    if _ALL_BUT.search(statement.text):
        return Verdict(Claim(statement.text), "can't tell", _NOT_THE_REST)
    if _OF_EVERYBODY.search(statement.text):
        return Verdict(Claim(statement.text), "can't tell", _NOT_OF_ONE)
    for check in _CHECKS:
        verdict = check(statement, desk)
        if verdict is not None and verdict.choices:
            return with_each_name(statement, verdict, desk, settle_statement)
        if verdict is not None:
            return verdict
    return Verdict(Claim(statement.text), "can't tell", _NOTHING_TO_CHECK)
