"""Numbers written out: "six hundred" is 600, "nineteen ninety eight" a season."""

from __future__ import annotations

import re

_UNITS = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUE = {
    **{word: number for number, word in enumerate((*_UNITS, *_TEENS), start=1)},
    **{word: 10 * number for number, word in enumerate(_TENS, start=2)},
}
_AND = r"(?:\s+and\s+|[\s-]+)"
_UP_TO_99 = rf"(?:(?:{'|'.join(_TENS)})(?:[\s-]+(?:{'|'.join(_UNITS)}))?|{'|'.join(_TEENS)})"
_SMALL = rf"(?:{_UP_TO_99}|{'|'.join(_UNITS)})"
_NUMBER = re.compile(
    rf"""
    \b(?:
      (?P<century>nineteen|twenty)[\s-]+(?:(?P<year>{_UP_TO_99})|(?:oh|o)[\s-]+(?P<early>{"|".join(_UNITS)}))
    | two\s+thousand(?:{_AND}(?P<after>{_SMALL}))?
    | (?P<hundreds>{_SMALL})\s+hundred(?:{_AND}(?P<rest>{_SMALL}))?
    | (?P<tens>{"|".join(_TENS)})[\s-]+(?P<units>{"|".join(_UNITS)})
    | (?P<alone>{"|".join(_TENS[1:])})
    )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


def in_digits(text: str) -> str:
    """Write in digits what is written in several words, or in one that no phrase knows."""
    if "ty" not in text and "teen" not in text and "hundred" not in text and "thou" not in text:
        return text
    return _NUMBER.sub(lambda found: str(_number(found)), text)


def _number(found: re.Match[str]) -> int:
    if century := found["century"]:
        return 100 * _VALUE[century.lower()] + _small(found["year"] or found["early"])
    if found["hundreds"]:
        return 100 * _small(found["hundreds"]) + _small(found["rest"])
    if found["tens"]:
        return _small(found["tens"]) + _small(found["units"])
    if found["alone"]:
        return _small(found["alone"])
    return 2000 + _small(found["after"])


def _small(words: str | None) -> int:
    return sum(_VALUE[word] for word in re.split(r"[\s-]+", words.lower())) if words else 0
