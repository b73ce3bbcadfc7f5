"""Every phrase that means something, as a tree of words in which numbers are slots."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from typing import Any, TypeAlias

from knowledge.reading.meanings import Meaning
from knowledge.reading.slots import slot_values

Meant: TypeAlias = Meaning | Callable[..., Meaning]
"""A meaning, or what makes one from the values of a phrase's slots."""


class _Node:
    __slots__ = ("meant", "slots", "words")

    def __init__(self) -> None:
        self.words: dict[str, _Node] = {}
        self.slots: dict[str, _Node] = {}
        self.meant: list[Meant] = []


class PhraseBook:
    """Phrases by their words; `find` gives every phrase that stands in a question."""

    def __init__(self) -> None:
        self._root = _Node()

    def add(self, pattern: str, meant: Meant) -> None:
        """Add "last|past {n} seasons?": | separates choices, ? makes a word optional."""
        for phrase in _spelt_out(pattern):
            self.add_words(phrase, meant)

    def add_words(self, words: Iterable[str], meant: Meant) -> None:
        node = self._root
        for word in words:
            edges = node.slots if word[0] == "{" else node.words
            key = word.strip("{}") if word[0] == "{" else word
            following = edges.get(key)
            if following is None:
                following = edges[key] = _Node()
            node = following
        if meant not in node.meant:
            node.meant.append(meant)

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

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, int, Meaning]]:
        """Every phrase in the words as (start, end, meaning); phrases may overlap."""
        for start in range(len(words)):
            yield from _walk(self._root, words, start, start, ())


def _walk(
    node: _Node, words: Sequence[str], start: int, at: int, values: tuple[Any, ...]
) -> Iterator[tuple[int, int, Meaning]]:
    for meant in node.meant:
        yield start, at, meant(*values) if callable(meant) else meant
    if at == len(words):
        return
    word = words[at]
    following = node.words.get(word)
    if following is None and word[-1] == "s":  # "heims" where nothing is spelt so
        following = node.words.get(word[:-1])
    if following is not None:
        yield from _walk(following, words, start, at + 1, values)
    if node.slots:
        for slot, value in slot_values(word):
            following = node.slots.get(slot)
            if following is not None:
                yield from _walk(following, words, start, at + 1, (*values, value))


def _spelt_out(pattern: str) -> Iterator[tuple[str, ...]]:
    choices: list[tuple[str, ...]] = []
    for word in pattern.split():
        optional = word.endswith("?")
        options = tuple(word.rstrip("?").split("|"))
        choices.append((*options, "") if optional else options)
    for chosen in product(*choices):
        yield tuple(word for word in chosen if word)
