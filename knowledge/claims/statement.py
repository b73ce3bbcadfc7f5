"""A statement's words with what they mean, and the questions that can be made of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from knowledge.claims.numbers import Stated, numbers_in, without_commas
from knowledge.reading.meanings import (
    Cue,
    FinishPlace,
    Make,
    MeasureNamed,
    NamedRace,
    People,
    Seasons,
    Series,
    StartPlace,
    Teams,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from knowledge.claims.claim import Desk
    from knowledge.reading.mentions import Mentions, Span

NEGATIONS = frozenset(
    "never not no zero didnt hasnt havent hadnt wasnt isnt doesnt without neither".split()
)
_DENIES_ALWAYS = NEGATIONS - {"no"}
_AFFIRMED = {"winless": "won", "nor": "and"}
"""Words that deny, with what is left when they do not."""
_STATING = frozenset({Cue.CHAMPION, Cue.LED, Cue.STARTED, Cue.FINISHED, Cue.WINNER, Cue.DROVE})


@dataclass(frozen=True)
class Statement:
    """One statement, read once; what it denies is taken out and remembered."""

    text: str
    mentions: Mentions
    denies: bool = False

    @classmethod
    def read(cls, text: str, desk: Desk) -> Statement:
        mentions = desk.read(without_commas(text))
        words = [word.text for word in mentions.words]
        if "number" in words and not set(words) & _DENIES_ALWAYS:  # "no. 3" denies nothing
            return cls(text, mentions)
        kept = [_AFFIRMED.get(word, word) for word in words if word not in NEGATIONS]
        if kept == words:
            return cls(text, mentions)
        return cls(text, desk.read(" ".join(kept)), denies=True)

    @cached_property
    def words(self) -> list[str]:
        return [word.text for word in self.mentions.words]

    @cached_property
    def numbers(self) -> list[Stated]:
        return numbers_in(self.mentions)

    @property
    def exact_numbers(self) -> list[Stated]:
        """The numbers, but for the "once" of "once won five in a row"."""
        once = [each for each in self.numbers if self.words[each.start : each.end] == ["once"]]
        return [each for each in self.numbers if each not in once] or self.numbers

    @cached_property
    def unnumbered(self) -> list[str]:
        """The words that are no part of a number; "more than fifty" compares nobody."""
        numbered = {at for each in self.numbers for at in range(each.start, each.end)}
        return ["" if at in numbered else word for at, word in enumerate(self.words)]

    @property
    def compares(self) -> bool:
        """Whether somebody is set beside somebody else: more than, the same as."""
        words = self.unnumbered
        return "than" in words or ("as" in words and bool({"same", "many"} & set(words)))

    @property
    def compares_at(self) -> int:
        return min(
            self.unnumbered.index(word) for word in ("than", "as") if word in self.unnumbered
        )

    @property
    def states_something(self) -> bool:
        """Whether this can be true or false by itself, its subject perhaps said before."""
        kinds = self.mentions.of(MeasureNamed)
        denied_race = self.denies and self.spans(NamedRace)
        places = bool({FinishPlace, StartPlace}.intersection(self.mentions.kinds))
        cues = self.mentions.cues & (_STATING | {Cue.MOST, Cue.RECORD})
        return bool(self.numbers or kinds or places or denied_race or cues)

    def spans(self, *kinds: type) -> list[Span]:
        """The spans that can mean one of these kinds of thing."""
        return [
            span
            for span in self.mentions.spans
            if any(isinstance(rival, kinds) for rival in span.rivals)
        ]

    @cached_property
    def subject(self) -> list[Span]:
        """The driver's names side by side, else the team's or the make's."""
        people = self.spans(People)
        named = people or self.spans(Teams) or self.spans(Make)
        return [span for span in named if span.start < named[0].end + 1] if named else []

    def replaced(self, start: int, end: int, by: str) -> str:
        return " ".join([*self.words[:start], by, *self.words[end:]])

    def without(self, spans: Collection[Span]) -> str:
        gone = {index for span in spans for index in range(span.start, span.end)}
        return " ".join(word for at, word in enumerate(self.words) if at not in gone)

    def said(self, *kinds: type) -> str:
        """The words that name such things, to be said again in the next part."""
        return " ".join(span.text for span in self.spans(*kinds))

    @property
    def said_subject(self) -> str:
        return " ".join(span.text for span in self.subject)

    @property
    def said_measure(self) -> str:
        told = [
            span.text
            for span in self.mentions.spans
            if isinstance(span.meaning, MeasureNamed) or span.meaning in _STATING
        ]
        return " ".join(told)

    @property
    def names_series(self) -> bool:
        return bool(self.spans(Series))

    @property
    def one_season(self) -> int | None:
        seasons = self.mentions.of(Seasons)
        alone = len(seasons) == 1 and seasons[0].first == seasons[0].last
        return seasons[0].first if alone else None
