"""The numbers and names of a text, each with its place in the text and its verdict."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.book.spelling import WORD, plain, spell, spelt
from knowledge.claims.numbers import numbers_in, without_commas
from knowledge.claims.settling import settled_parts
from knowledge.reading.meanings import (
    Car,
    FinishPlace,
    Make,
    NamedRace,
    Ordinal,
    People,
    Seasons,
    StartPlace,
    Teams,
    Venues,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.claims.claim import Desk, Verdict
    from knowledge.claims.splitting import Part
    from knowledge.reading.mentions import Mentions

_TOKEN = re.compile(rf"\d{{1,3}}(?:,\d{{3}})+(?!\d)|#|{WORD}")
_NAMED = (
    Car,
    FinishPlace,
    Make,
    NamedRace,
    Ordinal,
    People,
    Seasons,
    StartPlace,
    Teams,
    Venues,
)
_LEADING = frozenset("the in of at on for during was finished".split())
"""Words that lead up to a name or a place and are none themselves."""


@dataclass(frozen=True, slots=True)
class StatedFact:
    """A number or a name from character `start` to `end` (exclusive) of a text."""

    start: int
    end: int
    text: str
    verdict: Verdict


def stated_facts(text: str, desk: Desk) -> tuple[StatedFact, ...]:
    """Each number and name stated; of a part that is wrong, only what is wrong in it."""
    facts = [
        StatedFact(start, end, text[start:end], verdict)
        for part, verdict in settled_parts(text, desk)
        for start, end in sorted(set(_places(part, verdict, desk)))
    ]
    return tuple(facts)


def _places(part: Part, verdict: Verdict, desk: Desk) -> Iterator[tuple[int, int]]:
    mentions = desk.read(without_commas(part.text))
    words = word_places(part.text)
    if len(words) != len(mentions.words):  # brackets that were not understood
        return
    for first, end, is_wrong in _told(mentions, verdict):
        if verdict.judgement in ("true", "can't tell") or is_wrong:
            yield part.at + words[first][0], part.at + words[end - 1][1]


def _told(mentions: Mentions, verdict: Verdict) -> Iterator[tuple[int, int, bool]]:
    """The words of each number and name, and whether the verdict is on it."""
    stated = verdict.claim.stated
    for number in numbers_in(mentions):
        yield number.start, number.end, number.number == stated
    for span in mentions.spans:
        if isinstance(span.meaning, _NAMED):
            named = isinstance(stated, str) and span.text in " ".join(spell(stated))
            first = span.start
            while first < span.end - 1 and mentions.words[first].text in _LEADING:
                first += 1
            yield first, span.end, named or _number_of(span.meaning) == stated


def _number_of(meaning: object) -> int | None:
    if isinstance(meaning, Ordinal):
        return meaning.number
    return meaning.low if isinstance(meaning, FinishPlace | StartPlace) else None


def word_places(text: str) -> list[tuple[int, int]]:
    """Say where each word stands, as the reader counts words."""
    places = []
    for token in _TOKEN.finditer(plain(text)):
        count = 1 if "," in token[0] or token[0] == "#" else len(spelt(token[0]))
        places += [token.span()] * count
    return places
