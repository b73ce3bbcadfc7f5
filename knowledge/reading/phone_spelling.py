"""Words as they are typed on a phone, and as they are spelt elsewhere."""

from __future__ import annotations

import re
from calendar import month_name

_MONTHS = 12
_SIGNS = (
    (re.compile(r"(?<!\w)w/o(?!\w)", re.IGNORECASE), " without "),
    (re.compile(r"(?<!\w)w/", re.IGNORECASE), " with "),
    (re.compile(r"@"), " at "),
    (re.compile(r"(?<=\bback )2(?= back\b)|(?<=\bhead )2(?= head\b)", re.IGNORECASE), "to"),
    (re.compile(r"(?<=\w)\s*\+\s*(?=[a-z])", re.IGNORECASE), " and "),
)

_SIGNED = frozenset("/@+")
"""Without one of these no word is written as a sign."""

SPELLINGS = {
    "abt": ("about",),
    "any1": ("anyone",),
    "btwn": ("between",),
    "diff": ("different",),
    "eva": ("ever",),
    "evry1": ("everyone",),
    "some1": ("someone",),
    "til": ("until",),
    "tru": ("true",),
    "b4": ("before",),
    "champz": ("champs",),
    "evry": ("every",),
    "hm": ("how", "many"),
    "howd": ("how", "did"),
    "lil": ("little",),
    "hmny": ("how", "many"),
    "howmany": ("how", "many"),
    "mst": ("most",),
    "ppl": ("people",),
    "szn": ("season",),
    "szns": ("seasons",),
    "thru": ("through",),
    "trux": ("trucks",),
    "v": ("vs",),
    "wat": ("what",),
    "wen": ("when",),
    "wher": ("where",),
    "whr": ("where",),
    "wich": ("which",),
    "wut": ("what",),
    "winz": ("wins",),
    "yr": ("year",),
    "yrs": ("years",),
}


_DATE = re.compile(r"(?<=\bon )(\d{1,2})/(\d{1,2})\b(?!/)")
"""Month and day, as Americans write them."""


def without_signs(text: str) -> str:
    """Write out the signs that stand for words: "w/ ford", "@ dega"."""
    if _SIGNED.isdisjoint(text):
        return text
    for sign, words in _SIGNS:
        text = sign.sub(words, text)
    return _DATE.sub(_spelt_out, text)


def _spelt_out(date: re.Match[str]) -> str:
    month, day = int(date[1]), int(date[2])
    return f"{month_name[month]} {day}" if 1 <= month <= _MONTHS else date[0]
