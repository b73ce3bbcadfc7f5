"""Mentions: what a question named, span by span, and every word left over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar

from knowledge.once import once
from knowledge.reading.meanings import Cue, Filler, Meaning, Several

if TYPE_CHECKING:
    from collections.abc import Iterator, KeysView

    from knowledge.reading.words import Word

M = TypeVar("M")

ByKind: TypeAlias = Mapping[type, tuple[str, Callable[[list[Any]], object]]]
"""For a kind of meaning the name of what its mentions tell, and how they tell it."""


class Span(NamedTuple):
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

    def with_spans(self, spans: tuple[Span, ...]) -> Mentions:
        """The same words with other spans."""
        return Mentions(self.words, spans, self.left_over, self.respelt, self.asides)

    def of(self, kind: type[M]) -> list[M]:
        return self._by_kind.get(kind, [])

    def told(self, by_kind: ByKind) -> dict[str, Any]:
        """What the mentions of each kind tell, by its name."""
        told = {}
        for kind, named in self._by_kind.items():
            if kind in by_kind:
                name, tell = by_kind[kind]
                told[name] = tell(named)
        return told

    @property
    def kinds(self) -> KeysView[type]:
        """The kinds of meaning that were mentioned."""
        return self._by_kind.keys()

    @property
    def meanings(self) -> Iterator[Meaning]:
        """What each span means, in order; what means several things is taken apart."""
        for span in self.spans:
            meaning = span.meaning
            yield from meaning.meanings if isinstance(meaning, Several) else (meaning,)

    @once
    def _by_kind(self) -> dict[type, list[Any]]:
        by_kind: dict[type, list[Any]] = defaultdict(list)
        for each in self.meanings:
            by_kind[type(each)].append(each)
        return by_kind

    @once
    def cues(self) -> frozenset[Cue]:
        return frozenset(self.of(Cue))

    @property
    def says_nothing(self) -> bool:
        return self._by_kind.keys() <= {Filler}
