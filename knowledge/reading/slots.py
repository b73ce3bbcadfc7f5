"""Numbers inside phrases: what one word can stand for where a phrase has a slot."""

from __future__ import annotations

import re
from functools import lru_cache

_UNITS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
_DECADES = {
    "fifties": 1950,
    "sixties": 1960,
    "seventies": 1970,
    "eighties": 1980,
    "nineties": 1990,
    "noughties": 2000,
    "aughts": 2000,
}
_PLURALS = {"threes": 3, "fives": 5, "tens": 10, "twenties": 20}

_MOST_DIGITS = 5
"""Of what is counted: somebody led 50,000 laps, but nobody a million."""

FIRST_SEASON = 1949
_CENTURY = 100
_NEXT_CENTURY = 2000
_NTH = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
_DECADE = re.compile(r"(19\d|20\d|\d)0s")


@lru_cache(maxsize=4096)
def slot_values(text: str) -> tuple[tuple[str, int | str], ...]:
    """The slots that a word can fill, with its value in each."""
    if text[0].isdigit() or text[0] == "'":
        return tuple(_written_in_digits(text))
    if text in _UNITS:
        return (("n", _UNITS.index(text) + 1),)
    if text in _ORDINALS:
        return (("nth", _ORDINALS.index(text) + 1),)
    if text in _DECADES:
        return (("decade", _DECADES[text]),)
    if text in _PLURALS:
        return (("ns", _PLURALS[text]),)
    if text[0] == "p" and text[1:].rstrip("s").isdigit():  # p2, p2s
        return (("place", int(text[1:].rstrip("s"))),)
    return ()


def _written_in_digits(text: str) -> list[tuple[str, int | str]]:
    digits = text.lstrip("'")
    if not digits.isdigit():
        return _digits_with_letters(digits)
    number = int(digits)
    values: list[tuple[str, int | str]] = []
    if len(digits) == 4 and 1900 <= number < 2100:
        values.append(("year", number))
    if len(digits) == 2:
        values.append(("yy", _year(number)))
        if text != digits:
            values.append(("ay", _year(number)))
    if text != digits:
        return values
    if len(digits) <= 3:
        values.append(("car", digits))
    if len(digits) <= _MOST_DIGITS and not any(slot == "year" for slot, _ in values):
        values.append(("n", number))
    return values


def _digits_with_letters(text: str) -> list[tuple[str, int | str]]:
    if match := _NTH.fullmatch(text):
        return [("nth", int(match[1]))]
    if match := _DECADE.fullmatch(text):
        decade = int(match[1]) * 10
        values: list[tuple[str, int | str]] = [
            ("decade", decade if decade >= _CENTURY else _year(decade))
        ]
        if text == "10s":
            values.append(("ns", 10))
        return values
    if text.endswith("s") and text[:-1].isdigit():
        return [("ns", int(text[:-1]))]
    return []


def _year(two_digits: int) -> int:
    """Two digits as a season: 49 to 99 are of the last century."""
    return two_digits + (1900 if two_digits >= FIRST_SEASON % _CENTURY else _NEXT_CENTURY)
