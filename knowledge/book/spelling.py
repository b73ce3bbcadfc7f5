"""How words are spelt in the phrases of the book: lower case, no accents, dots or apostrophes."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

WORD = r"'\d\d(?!\w)|[^\W_]+(?:[.&'-][^\W_]+)*%?"
"""One word as it is typed: "A.J.", "top-5", "K&K", "'04", "25%"."""

_WORD = re.compile(WORD)
_APOSTROPHES = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u00b4": "'", "`": "'", "\u2013": "-", "\u2014": "-"}
)
_DECIMAL = re.compile(r"^\d+\.\d+$")
_PLURAL_YEAR = re.compile(r"^'?(\d{2}|\d{4})'?s$")


def plain(text: str) -> str:
    """Write accented letters, curly apostrophes and long dashes as their plain cousins."""
    text = text.translate(_APOSTROPHES)
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


@lru_cache(maxsize=16384)
def spelt(raw: str) -> tuple[str, ...]:
    """Spell one typed word: "Heim's" is "heims", "top-5" two words, "25%" a number and percent."""
    raw = raw.lower()
    if raw.endswith("%"):
        return (raw[:-1], "percent")
    if _PLURAL_YEAR.match(raw):
        return (raw.replace("'", ""),)
    if raw[0] == "'" or _DECIMAL.match(raw):
        return (raw,)  # '04 is a year
    parts = raw.replace("&", " and ").replace("-", " ").split()
    return tuple(part.replace(".", "").replace("'", "") for part in parts)


def spell(name: str) -> tuple[str, ...]:
    """Spell a name as the words of a phrase."""
    return tuple(word for raw in _WORD.findall(plain(name)) for word in spelt(raw))


@cache
def common_words() -> frozenset[str]:
    """Everyday English, of which one word in four is a letter away from some driver's name."""
    path = Path(__file__).parent / "common_words.txt"
    return frozenset(path.read_text("utf-8").split())
