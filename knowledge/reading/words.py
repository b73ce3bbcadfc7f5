"""A question cut into words, what stood in brackets marked."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from knowledge.book.spelling import WORD, plain, spelt
from knowledge.reading.number_words import in_digits
from knowledge.reading.phone_spelling import SPELLINGS, without_signs

LONGEST_QUESTION = 400
"""Characters; a longer text is no question and is declined unread."""

_NUMBER = ("number",)
_SIGNS = {"(": 1, "[": 1, ")": -1, "]": -1, ",": 0, "/": 0}
"""What is no word, and how much deeper in brackets it leads."""

_ENDS = frozenset(":;!?.")
"""What ends a clause; a stop does so only behind a word too long to be cut short by it."""

_LONGEST_CUT_SHORT = 3

_THOUSANDS = re.compile(r"(?<=\b\d),(?=\d{3}\b)|(?<=\b\d\d),(?=\d{3}\b)")
"""The comma of 1,000 and 10,000; what has no such number before it is a list."""

_TOKEN = re.compile(rf"[(\[]|[)\]]|[,/:;!?.]|#|{WORD}")


class Word(NamedTuple):
    """One word as phrases spell it and as it was typed; `aside` where it stood in brackets.

    Clauses are counted by the colons, question marks and stops before the word.
    """

    text: str
    raw: str
    aside: bool = False
    after_comma: bool = False
    clause: int = 0


@lru_cache(maxsize=16384)
def _spelt(raw: str) -> tuple[str, ...]:
    if raw == "#":
        return _NUMBER
    texts = spelt(raw)
    return SPELLINGS.get(texts[0], texts) if len(texts) == 1 else texts


def split(question: str) -> tuple[Word, ...]:
    """Cut a question into words; "#48" becomes "number 48"."""
    words: list[Word] = []
    depth, comma, clause = 0, False, 0
    told = _THOUSANDS.sub("", in_digits(without_signs(plain(question))))
    for raw in _TOKEN.findall(told):
        if raw in _SIGNS:
            depth = max(0, depth + _SIGNS[raw])
            comma = comma or raw in ",/"
        elif raw in _ENDS:
            ends = words and (raw != "." or len(words[-1].raw) > _LONGEST_CUT_SHORT)
            clause += bool(ends)
        else:
            for text in _spelt(raw):
                words.append(Word(text, raw, depth > 0, comma, clause))
                comma = False
    return tuple(words)
