"""Every phrase that means something, as a tree of words in which numbers are slots."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from typing import Any, TypeAlias

from knowledge.reading.meanings import Meaning
from knowledge.reading.slots import slot_values

Meant: TypeAlias = Meaning | Callable[..., Meaning]
"""A meaning, or what makes one from the values of a phrase's slots."""

Found: TypeAlias = tuple[int, int, tuple[Meaning, ...]]
"""A phrase in a question: its first word, the word after its last, and what it can mean."""


class _Node:
    __slots__ = ("meant", "slots", "words")

    def __init__(self) -> None:
        self.words: dict[str, _Node] = {}
        self.slots: dict[str, _Node] = {}
        self.meant: tuple[Any, ...] = ()  # what to make meanings with only where slots lead here

    def meanings(self, values: tuple[Any, ...]) -> tuple[Meaning, ...]:
        return tuple(meant(*values) if callable(meant) else meant for meant in self.meant)


_Way: TypeAlias = tuple[_Node, int, tuple[Any, ...]]
"""A node, how far in the question it is reached, and the values of the slots before it."""


class PhraseBook:
    """Phrases by their words; `find` gives every phrase that stands in a question."""

    def __init__(self) -> None:
        self._root = _Node()

    def add(self, pattern: str, meant: Meant) -> None:
        """Add "last|past {n} seasons?": | separates choices, ? makes a word optional."""
        for phrase in _spelt_out(pattern):
            self.add_words(phrase, meant)

    def add_words(self, words: Sequence[str], meant: Meant) -> None:
        if callable(meant) and not any(word[0] == "{" for word in words):
            meant = meant()
        node = self._root
        for word in words:
            edges = node.slots if word[0] == "{" else node.words
            key = word.strip("{}") if word[0] == "{" else word
            following = edges.get(key)
            if following is None:
                following = edges[key] = _Node()
            node = following
        if meant not in node.meant:
            node.meant += (meant,)

    def means(self, words: Iterable[str]) -> bool:
        """Whether these words are a whole phrase."""
        node: _Node | None = self._root
        for word in words:
            node = node.words.get(word) if node else None
        return node is not None and bool(node.meant)

    def words(self) -> set[str]:
        """Every word that stands in some phrase."""
        words: set[str] = set()
        nodes = [self._root]
        while nodes:
            node = nodes.pop()
            words.update(node.words)
            nodes.extend(node.words.values())
            nodes.extend(node.slots.values())
        return words

    def find(self, words: Sequence[str]) -> list[Found]:
        """Every phrase in the words; phrases may overlap."""
        found: list[Found] = []
        for start, first in enumerate(words):
            ways: list[_Way] = []
            _go_on(ways, self._root, first, start + 1, ())
            while ways:
                node, at, values = ways.pop()
                if node.meant:
                    found.append((start, at, node.meanings(values) if values else node.meant))
                if at < len(words):
                    _go_on(ways, node, words[at], at + 1, values)
        return found


def _go_on(ways: list[_Way], node: _Node, word: str, at: int, values: tuple[Any, ...]) -> None:
    """Add the ways from a node over a word; the last one added is gone first."""
    if node.slots:
        for slot, value in reversed(slot_values(word)):
            following = node.slots.get(slot)
            if following is not None:
                ways.append((following, at, (*values, value)))
    following = node.words.get(word)
    if following is None and word[-1] == "s":  # "heims" where nothing is spelt so
        following = node.words.get(word[:-1])
    if following is not None:
        ways.append((following, at, values))


def _spelt_out(pattern: str) -> Iterator[tuple[str, ...]]:
    choices: list[tuple[str, ...]] = []
    for word in pattern.split():
        optional = word.endswith("?")
        options = tuple(word.rstrip("?").split("|"))
        choices.append((*options, "") if optional else options)
    for chosen in product(*choices):
        yield tuple(word for word in chosen if word)
