"""Words that are right for a while only: current, this season, still; and a prompt that lasts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.reading.meanings import RecentSeasons, RelativeSeason, Seasons

if TYPE_CHECKING:
    from collections.abc import Callable

    from knowledge.reading.mentions import Mentions

_EXPIRING = re.compile(
    r"\b(?:reigning|defending|current|currently|presently|active|ongoing|so far|to date|nowadays"
    r"|as of (?:now|today|this writing)|right now|at (?:the moment|present)|most recent(?:ly)?"
    r"|(?<!while )(?<!was )(?<!were )still (?:ha[sd]|have|holds?|stands?|owns?|leads?|the|driving"
    r"|racing|active|competing|is|are)"
    r"|(?:now|today)(?! (?:known|called|named|as|the)\b)(?=\W*$))\b",
    re.IGNORECASE,
)
_FLAGGED_ACTIVE = re.compile(r"\b(?:was|were|be|became|remained) active\b", re.IGNORECASE)

_TRAILING = (
    r"(?:so far|to date|as of (?:now|today|this writing)|right now|nowadays"
    r"|at (?:the moment|present)|(?:now|today)(?=\W*$))"
)
_SMALL_WORDS = re.compile(rf",?\s*\b(?:currently|presently|still|{_TRAILING})\b", re.IGNORECASE)


def expiring_words(prompt: str, mentions: Mentions) -> str:
    """The words that will not hold; none, where a season is named that has ended."""
    for span in mentions.spans:
        if isinstance(span.meaning, RelativeSeason | RecentSeasons):
            return " ".join(word.raw for word in mentions.words[span.start : span.end])
    if any(each.last is not None for each in mentions.of(Seasons)):
        return ""
    words = _EXPIRING.search(prompt)
    return "" if words is None or _FLAGGED_ACTIVE.search(prompt) else words[0].casefold()


def lasting_prompt(prompt: str, season: int) -> str:
    """The same prompt about a season that is named."""
    text = prompt
    for pattern, by in _REPLACED:
        text = re.sub(pattern, by(season), text, flags=re.IGNORECASE)
    text, removed = _SMALL_WORDS.subn("", text)
    if text == prompt or removed or "most recent" in text or " active in " in text:
        text = through(text, season)
    return re.sub(r"\s+([?,.])", r"\1", re.sub(r"\s+", " ", text)).strip()


def through(prompt: str, season: int) -> str:
    """The same prompt up to a season's end."""
    return f"{prompt.rstrip(' ?.!')}, through the {season} season?"


def _says(words: str, offset: int = 0) -> Callable[[int], str]:
    return lambda season: words.format(season + offset)


_CHAMPION = r"((?:\w+ ){0,3}?champions?\b)"
_REPLACED = (
    (rf"\bis the (?:reigning|current|defending) {_CHAMPION}", _says(r"was the {} \1")),
    (rf"\b(?:reigning|current|defending) {_CHAMPION}", _says(r"{} \1")),
    (r"\bthis (?:season|year)'s\b", _says("the {}")),
    (r"\blast (?:season|year)'s\b", _says("the {}", -1)),
    (r"\b(?:in |during )?(?:this|the current) (?:season|year)\b", _says("in {}")),
    (r"\b(?:in |during )?last (?:season|year)\b", _says("in {}", -1)),
    (r"\bmost recent (?=(?:\S+ ){1,2}\d{3}\b)", _says("{} ")),
    (r"\b(?:current(?:ly)?|active) (drivers?|teams?)\b", _says(r"\1 active in {}")),
)
"""What holds for a while, and what it says with its season."""
