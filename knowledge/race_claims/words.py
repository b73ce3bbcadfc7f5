"""A text cut into sentences, and a sentence into the names, numbers and things in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_END = r"(?<!\b[A-Z])(?<!\b[JS]r)(?<!\bSt)(?<!\bNo)"
_NO_END_IN_A_LIST = r"(?<!^\d)(?<!^\d\d)(?<!\n\d)(?<!\n\d\d)(?<!, \d)(?<!, \d\d)"
_END = re.compile(rf"{_NO_END}{_NO_END_IN_A_LIST}[.!?]+(?=\s|$)|\n+")

NOUNS = {
    "top_fives": r"top[- ](?:fives?|5s?)(?: finish(?:es)?)?",
    "top_tens": r"top[- ](?:tens?|10s?)(?: finish(?:es)?)?",
    "podiums": r"top[- ](?:threes?|3s?)(?: finish(?:es)?)?|podiums?",
    "lead_changes": r"lead changes?|changes of the lead",
    "caution_laps": r"caution laps?|laps under (?:caution|yellow)",
    "stage_wins": r"stage wins?|stages",
    "laps_led": r"laps led",
    "runner_ups": r"second places|runner-ups?|second-place finishes",
    "short": r"wins? short",
    "wins": r"wins?|victor(?:y|ies)|triumphs?",
    "starts": r"starts|(?<!the )start(?! (?:in the top|on))|appearances?",
    "poles": r"poles?(?: positions?)?",
    "laps": r"laps?",
    "cautions": r"cautions?|yellows?(?: flags?)?",
    "leaders": r"(?:different )?leaders?|drivers led",
    "cars": r"cars|trucks|starters|drivers",
    "mph": r"mph|miles an hour",
    "margin": r"seconds|(?<=\d )second",
    "places_gained": r"places|spots|positions",
    "points": r"points",
    "miles": r"miles?",
    "races": r"races?",
    "titles": r"titles?|championships?",
    "others": r"others",
    "seasons": r"seasons|years",
    "days": r"days|weeks|months",
}
"""What can be counted in a race report, each with the ways of saying it; longer ways first."""

_NOUN = re.compile(
    "|".join(rf"(?P<{noun}>\b(?:{said})\b)" for noun, said in NOUNS.items()), re.IGNORECASE
)
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
)
_CARDINALS = "one two three four five six seven eight nine ten eleven twelve".split()
_SAID = {
    **{word: (number, True) for number, word in enumerate(_ORDINALS, start=1)},
    **{word: (number, False) for number, word in enumerate(_CARDINALS, start=1)},
    "once": (1, False),
    "twice": (2, False),
}
_NUMBER = re.compile(
    r"(?<![\w.,:'])(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?)(?P<nth>st|nd|rd|th)?(?!\w)"
    rf"|\b(?P<said>{'|'.join(_SAID)})\b",
    re.IGNORECASE,
)


class Bit(NamedTuple):
    """Characters from start to end (exclusive) of a sentence."""

    start: int
    end: int

    def overlaps(self, start: int, end: int) -> bool:
        return self.start < end and start < self.end


class Sentence(NamedTuple):
    """One sentence, and where it begins in the text."""

    text: str
    at: int


class Thing(NamedTuple):
    """Something counted, said from start to end (exclusive) of a sentence."""

    start: int
    end: int
    noun: str


class Number(NamedTuple):
    """A number said from start to end (exclusive) of a sentence."""

    start: int
    end: int
    value: float
    nth: bool
    digits: bool  # in digits, not in words


def sentences_of(text: str, names: list[Bit]) -> Iterator[Sentence]:
    """The sentences; a full stop after an initial, after a Jr. or inside a name ends none."""
    at = 0
    ends = [found.end() for found in _END.finditer(text)]
    inside = {end for end in ends for name in names if name.start < end < name.end}
    for end in [*(end for end in ends if end not in inside), len(text)]:
        piece = text[at:end]
        if piece.strip():
            blank = len(piece) - len(piece.lstrip())
            yield Sentence(piece.strip(), at + blank)
        at = end


def things_in(text: str, taken: list[Bit]) -> list[Thing]:
    return [
        Thing(*found.span(), str(found.lastgroup))
        for found in _NOUN.finditer(text)
        if not any(bit.overlaps(*found.span()) for bit in taken)
    ]


def numbers_in(text: str, taken: list[Bit]) -> list[Number]:
    """The numbers that are no part of a name, a date or a thing like "top five"."""
    return [
        _number(found)
        for found in _NUMBER.finditer(text)
        if not any(bit.overlaps(*found.span()) for bit in taken)
    ]


def _number(found: re.Match[str]) -> Number:
    if said := found["said"]:
        return Number(*found.span(), *_SAID[said.lower()], digits=False)
    value = float(found["digits"].replace(",", ""))
    return Number(*found.span(), value, bool(found["nth"]), digits=True)
