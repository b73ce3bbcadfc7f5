"""A question cut into words, what stood in brackets marked."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from knowledge.book.spelling import WORD, plain, spelt
from knowledge.reading.phone_spelling import SPELLINGS, without_signs

LONGEST_QUESTION = 400
"""Characters; a longer text is no question and is declined unread."""

_NUMBER = ("number",)
_SIGNS = {"(": 1, "[": 1, ")": -1, "]": -1, ",": 0, "/": 0}
"""What is no word, and how much deeper in brackets it leads."""

_TOKEN = re.compile(rf"[(\[]|[)\]]|[,/]|#|{WORD}")


class Word(NamedTuple):
    """One word as phrases spell it and as it was typed; `aside` where it stood in brackets."""

    text: str
    raw: str
    aside: bool = False
    after_comma: bool = False


@lru_cache(maxsize=16384)
def _spelt(raw: str) -> tuple[str, ...]:
    if raw == "#":
        return _NUMBER
    texts = spelt(raw)
    return SPELLINGS.get(texts[0], texts) if len(texts) == 1 else texts


def split(question: str) -> tuple[Word, ...]:
    """Cut a question into words; "#48" becomes "number 48"."""
    words: list[Word] = []
    depth, comma = 0, False
    for raw in _TOKEN.findall(without_signs(plain(question))):
        if raw in _SIGNS:
            depth = max(0, depth + _SIGNS[raw])
            comma = comma or raw in ",/"
        else:
            for text in _spelt(raw):
                words.append(Word(text, raw, depth > 0, comma))
                comma = False
    return tuple(words)
