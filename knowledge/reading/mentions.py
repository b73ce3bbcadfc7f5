"""Mentions: what a question named, span by span, and every word left over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar, cast

from knowledge.once import once
from knowledge.reading.meanings import Cue, Filler, Meaning, Several

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from knowledge.reading.words import Word

M = TypeVar("M")


@dataclass(frozen=True, slots=True)
class Span:
    """Words from start to end (exclusive) with what they mean; rivals where they differ."""

    start: int
    end: int
    text: str
    rivals: tuple[Meaning, ...]

    @property
    def meaning(self) -> Meaning:
        return self.rivals[0]


@dataclass(frozen=True, slots=True)
class Respelt:
    """A word read as another: "hochevar" as "hocevar"."""

    word: str
    read_as: str


@dataclass(frozen=True)
class Mentions:
    """A question's words, the spans that explain them, and what no span explains."""

    words: tuple[Word, ...]
    spans: tuple[Span, ...]
    left_over: tuple[Word, ...]
    respelt: tuple[Respelt, ...] = ()
    asides: tuple[Word, ...] = ()  # in brackets, and not understood

    def meanings(self) -> Iterator[Meaning]:
        """Every meaning in the order of the words, what means several things taken apart."""
        for span in self.spans:
            if isinstance(span.meaning, Several):
                yield from span.meaning.meanings
            else:
                yield span.meaning

    def of(self, kind: type[M]) -> list[M]:
        return cast("list[M]", self._by_kind.get(kind, []))

    @property
    def kinds(self) -> AbstractSet[type]:
        """The kinds of meaning that were mentioned."""
        return self._by_kind.keys()

    @once
    def _by_kind(self) -> dict[type, list[Meaning]]:
        by_kind: dict[type, list[Meaning]] = {}
        for meaning in self.meanings():
            by_kind.setdefault(type(meaning), []).append(meaning)
        return by_kind

    @once
    def cues(self) -> frozenset[Cue]:
        return frozenset(self.of(Cue))

    @property
    def says_nothing(self) -> bool:
        return self._by_kind.keys() <= {Filler}
