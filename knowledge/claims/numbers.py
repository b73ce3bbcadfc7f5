"""The number that a statement states, in digits or in words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.reading.meanings import Car, Filler, Limits, MeasureNamed, Minimum, Number, Seasons
from knowledge.reading.slots import slot_values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.reading.mentions import Mentions, Span

_TENS = {
    word: 10 * tens
    for tens, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000}
_THOUSANDS = re.compile(r"(?<!\d)\d{1,3}(?:,\d{3})+(?!\d)")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_BOUNDS: dict[tuple[str, ...], str] = {
    ("more", "than"): "above",
    ("over",): "above",
    ("just", "over"): "above",
    ("well", "over"): "above",
    ("north", "of"): "above",
    ("at", "least"): "at least",
    ("fewer", "than"): "below",
    ("less", "than"): "below",
    ("under",): "below",
    ("at", "most"): "at most",
    ("up", "to"): "at most",
    **{(word,): "about" for word in "about around roughly approximately".split()},
    **{(word,): "nearly" for word in "nearly almost".split()},
    ("close", "to"): "nearly",
    ("just", "under"): "nearly",
    ("just", "short", "of"): "nearly",
}
_YEAR = 4
_SHORTEST_RACE = 100
_ABOUT, _NEARLY = 0.05, 0.1
"""How far a number may be from "about" it, and below "nearly" it."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A number from word `start` to `end` (exclusive), and whether it is only a bound."""

    start: int
    end: int
    number: float
    decimals: int = 0
    bound: str = ""
    words: str = ""  # how it was said, where not as a number: 4th

    @property
    def shown(self) -> str:
        if self.words:
            return self.words
        number = f"{self.number:,.{self.decimals}f}"
        return f"{self.bound} {number}" if self.bound else number

    def is_met(self, value: float) -> bool:
        """Whether a value is what was stated, as exactly as it was stated."""
        told = round(value, self.decimals)
        held = {
            "above": told > self.number,
            "at least": told >= self.number,
            "below": told < self.number,
            "at most": told <= self.number,
            "about": abs(value - self.number) <= max(1, _ABOUT * self.number),
            "nearly": self.number * (1 - _NEARLY) <= told <= self.number,
        }
        return held.get(self.bound, told == self.number)


def without_commas(text: str) -> str:
    """Write "2,581" as "2581.0": one word to the reader, and never a season."""
    return _THOUSANDS.sub(lambda match: match[0].replace(",", "") + ".0", text)


def numbers_in(mentions: Mentions) -> list[Stated]:
    """Every number that is no part of a name, a season, a place or the like."""
    texts = [word.text for word in mentions.words]
    # More than 11 races won are no condition on starts.
    kinds = (Number, Filler, Limits, *([Minimum] if mentions.of(MeasureNamed) else []))
    spoken_for = {
        index
        for span in mentions.spans
        if not isinstance(span.meaning, kinds)
        and not _is_no_car(span)
        and not _is_no_season(span, mentions)
        for index in range(span.start, span.end)
    }
    found, at = [], 0
    while at < len(texts):
        end = at
        while end < len(texts) and end not in spoken_for and _goes_on(texts, at, end):
            end += 1
        if end > at and not _is_distance(texts, at):
            found.append(_stated(texts, at, end))
        at = max(end, at + 1)
    return found


def _is_no_car(span: Span) -> bool:
    """The "12 truck" of "won 12 Truck races": whoever means the car says "the" or "number"."""
    return (
        isinstance(span.meaning, Car)
        and span.text.endswith(("truck", "trucks"))
        and (span.text[0].isdigit())
    )


def _is_no_season(span: Span, mentions: Mentions) -> bool:
    """The "to 93" of "to 93 wins": two digits right before what is counted."""
    number = span.text.split()[-1]
    counted = any(
        isinstance(after.meaning, MeasureNamed) and after.start == span.end
        for after in mentions.spans
    )
    return (
        isinstance(span.meaning, Seasons) and counted and number.isdigit() and len(number) < _YEAR
    )


def _is_numeral(text: str) -> bool:
    return bool(_DIGITS.fullmatch(text)) or text in _TENS or text in _SCALES or _unit(text) > 0


def _goes_on(texts: Sequence[str], start: int, at: int) -> bool:
    """Whether a word is of the number begun before it: "forty four", never "500 two"."""
    first, word = texts[start], texts[at]
    alone = _DIGITS.fullmatch(first) or first in _TIMES
    return _is_numeral(word) and (at == start or word in _SCALES or not alone)


def _is_distance(texts: Sequence[str], at: int) -> bool:
    """The 500 is a race, unless there were over 500 of something."""
    before = texts[at - 1] if at else ""
    return before == "the" and texts[at].isdigit() and int(texts[at]) >= _SHORTEST_RACE


def _unit(text: str) -> int:
    if text in _TIMES:
        return _TIMES[text]
    return next((int(value) for slot, value in slot_values(text) if slot == "n"), 0)


def _stated(texts: Sequence[str], start: int, end: int) -> Stated:
    written = texts[start:end]
    number = float(written[0]) if _DIGITS.fullmatch(written[0]) else 0.0
    for word in written[1:] if number else written:
        if word in _SCALES:
            number = max(number, 1) * _SCALES[word]
        else:
            number += _TENS.get(word, _unit(word))
    _, _, fraction = written[0].partition(".")
    decimals = len(fraction) if fraction.strip("0") else 0
    for words, bound in sorted(_BOUNDS.items(), key=lambda each: -len(each[0])):
        if tuple(texts[max(0, start - len(words)) : start]) == words:
            return Stated(start - len(words), end, number, decimals, bound)
    return Stated(start, end, number, decimals)
