"""A sentence with its names, numbers and things, and who each number is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.race_claims.days import Day
    from knowledge.race_claims.names import Bearer, Name
    from knowledge.race_claims.words import Number, Sentence, Thing

_HIM = re.compile(r"\b(?:he|she|his|her|him|they|their)\b", re.IGNORECASE)
_BESIDE = re.compile(
    r"\b(?:ties|tied|tying|pass(?:es|ed|ing)?|past|equals?|equall?ed|short of|ahead of|behind"
    r"|than|level with|joins?|shares?|with|over|beat|beats|held off|by)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\W*(?:(?:career|cup|xfinity|truck|series|national|season|straight|consecutive|points?"
    r"|stage|race|nascar|road|course|oval|of|the|his|her|their|all|time|more|different|total"
    r"|green|flag|top|playoff|short|track|other|superspeedway|winston|busch|nextel|sprint)\b\W*)*",
    re.IGNORECASE,
)
_OF_TIME = re.compile(
    r"\W*(?:of|in) (?:the|his|her|their|a|this) (?:\d{4} )?(?:season|year|career)\b", re.IGNORECASE
)
_OF = re.compile(r" (?:out )?of (?:the )?", re.IGNORECASE)
_FOR = re.compile(r".*?\b(?:for|by|of)\s+(?:the |a |an )?$", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class Parsed:
    """A sentence taken apart; `about` is who was spoken of before."""

    sentence: Sentence
    names: tuple[Name, ...]
    things: tuple[Thing, ...]
    numbers: tuple[Number, ...]
    days: tuple[Day, ...]
    about: Bearer

    @property
    def text(self) -> str:
        return self.sentence.text

    @property
    def subject(self) -> Bearer:
        """Whom the next sentence means by "he": the first driver here, else as before."""
        drivers = (name.of("driver") for name in self.names)
        return next((bearers[0] for bearers in drivers if bearers), self.about)

    @property
    def seasons(self) -> tuple[int, ...]:
        """The years said; four digits that count nothing."""
        return tuple(int(each.value) for each in self.numbers if is_year(each))

    def thing_of(self, number: Number) -> Thing | None:
        """What a number counts: right after it, else what was counted before."""
        if (other := self._of_how_many(number)) is not None:
            return self.thing_of(other)
        if self.counts(number):
            return next(thing for thing in self.things if thing.start >= number.end)
        before = [
            thing for thing in self.things if thing.end <= number.start and thing.noun != "others"
        ]
        carries = not number.nth or _OF_TIME.match(self.text, number.end)
        if not before or not carries:
            return None
        return before[-1]._replace(noun="wins") if before[-1].noun == "short" else before[-1]

    def counts(self, number: Number) -> bool:
        """Whether what it counts comes right after it; "one" alone is no number."""
        after = next((thing for thing in self.things if thing.start >= number.end), None)
        return bool(after and self._joins(number.end, after.start))

    def _of_how_many(self, number: Number) -> Number | None:
        """In "107 of 200 laps" both are laps."""
        after = (each for each in self.numbers if each.start > number.start)
        other = next(after, None)
        return other if other and _OF.fullmatch(self.text[number.end : other.start]) else None

    def _joins(self, start: int, end: int) -> bool:
        """Whether only names and words like "career" stand between a number and its thing."""
        between = self.text[start:end]
        for name in sorted(self.names, reverse=True):
            if start <= name.start and name.end <= end:
                between = between[: name.start - start] + between[name.end - start :]
        return bool(_BETWEEN.fullmatch(between)) and len(between.split()) < 6

    def bearers_of(self, number: Number) -> list[tuple[Bearer, ...]]:
        """Whose number it is: the likeliest first, others only where two are set side by side."""
        named = [name for name in self.names if name.of("driver", "team", "make")]
        after = [name for name in named if name.start >= number.end]
        before = [name for name in named if name.end <= number.start]
        if after and not self.text[number.end : after[0].start].strip(" .:") and number.digits:
            return [_told(after[0])]
        found = [_told(name) for name in after[:1] if self._is_for(number, name)]
        if before:
            found.append(_told(before[-1]))
            if _BESIDE.search(self.text[before[0].end : number.start]):
                found.append(_told(before[0]))
        elif _HIM.search(self.text[: number.start]) or not after:
            found.append((self.about,))
        else:
            found.append(_told(after[0]))
        return found

    def _is_for(self, number: Number, name: Name) -> bool:
        """In "the 100th win for Ford" it is Ford's."""
        between = self.text[number.end : name.start]
        return bool(_FOR.fullmatch(between)) and "," not in between

    def before(self, number: Number, letters: int = 24) -> str:
        return self.text[max(0, number.start - letters) : number.start].lower()

    def after(self, number: Number, letters: int = 32) -> str:
        return self.text[number.end : number.end + letters].lower()


def is_year(number: Number) -> bool:
    whole = number.digits and not number.nth and number.end - number.start == 4
    return whole and 1940 <= number.value <= 2100


def _told(name: Name) -> tuple[Bearer, ...]:
    return name.of("driver", "team", "make")
