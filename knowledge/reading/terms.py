"""A question about a term: what it means here, or whether such a thing counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.reading.meanings import People, Seasons, Series

if TYPE_CHECKING:
    from knowledge.reading.mentions import Mentions
    from knowledge.records import Records

_ARTICLE = r"(?:(?:a|an|the|one) )?"
_HERE = r"(?: here| in| for| nascar| exactly| mean| means| stand for| work| works| worth)*"
_MEANS = re.compile(
    r"(?:so |and |ok |hey |please |(?:can|could) you )*"
    r"(?:whats|what (?:exactly |really )?(?:is|are|was|were|does|do|did"
    r"|counts as|qualifies as|makes)"
    r"(?: exactly| really)?(?: meant by| you mean by)?"
    r"|define|explain|describe|(?:the )?(?:definition|meaning) of"
    r"|how (?:is|are|was|were|does|do|did)(?: you)?(?: define| count)?)"
    rf"(?: considered)? {_ARTICLE}(?P<term>.+?)"
    rf"(?: defined| counted| calculated)?{_HERE}(?: for me| please)*"
)
_COUNTS = re.compile(
    rf"(?:does|do|did|is|are|was|were|will) {_ARTICLE}(?P<term>.+?)"
    r" (?:count|counts|counted|included|official"
    r"|(?:(?:a|an|the|in|as) )*(?:points races?|record book|records|book|rows|totals?))"
    r"(?: (?:here|too|or (?:nah|no|not)|as (?:a|an|official)? ?(?:wins?|starts?|races?)"
    r"|in (?:the|your) \w+))*"
)

_ASKING = frozenset(
    (
        *("whats", "what", "define", "explain", "describe", "definition", "meaning", "how"),
        *("does", "do", "did", "is", "are", "was", "were", "will"),
    )
)
"""Without one of these nobody asks about a term."""


def term_meant(mentions: Mentions, records: Records) -> tuple[str, bool] | None:
    """The term asked about and whether it is asked to count, where that is all that is asked."""
    words = [word.text for word in mentions.words]
    if _ASKING.isdisjoint(words) or People in mentions.kinds:
        return None
    whole = " ".join(words)
    return _read(whole, records) or _read(_without_when_and_where(mentions), records)


def _without_when_and_where(mentions: Mentions) -> str:
    told = {
        at
        for span in mentions.spans
        if isinstance(span.meaning, (Seasons, Series))
        for at in range(span.start, span.end)
    }
    return " ".join([word.text for at, word in enumerate(mentions.words) if at not in told])


def _read(text: str, records: Records) -> tuple[str, bool] | None:
    for pattern, asks_whether in ((_COUNTS, True), (_MEANS, False)):
        match = pattern.fullmatch(text)
        key = records.terms.get(match["term"]) if match else None
        if key:
            return key, asks_whether
    return None
