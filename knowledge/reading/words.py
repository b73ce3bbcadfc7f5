"""A question cut into words, what stood in brackets marked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.book.spelling import WORD, plain, spelt

LONGEST_QUESTION = 400
"""Characters; a longer text is no question and is declined unread."""

_TOKEN = re.compile(rf"[(\[]|[)\]]|[,/]|#|{WORD}")


@dataclass(frozen=True, slots=True)
class Word:
    """One word as phrases spell it and as it was typed; `aside` where it stood in brackets."""

    text: str
    raw: str
    aside: bool = False
    after_comma: bool = False


def split(question: str) -> tuple[Word, ...]:
    """Cut a question into words; "#48" becomes "number 48"."""
    words: list[Word] = []
    depth, comma = 0, False
    for raw in _TOKEN.findall(plain(question)):
        if raw in "([":
            depth += 1
        elif raw in ")]":
            depth = max(0, depth - 1)
        elif raw in ",/":
            comma = True
        else:
            texts = ("number",) if raw == "#" else spelt(raw)
            for text in texts:
                words.append(Word(text, raw, depth > 0, comma))
                comma = False
    return tuple(words)
