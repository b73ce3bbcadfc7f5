"""Every phrase that means something, as a tree of words in which numbers are slots."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any, TypeAlias

from knowledge.reading.meanings import Meaning
from knowledge.reading.slots import slot_values

Meant: TypeAlias = Meaning | Callable[..., Meaning]
"""A meaning, or what makes one from the values of a phrase's slots."""

Found: TypeAlias = tuple[int, int, tuple[Meaning, ...]]
"""A phrase in a question: its first word, the word after its last, and what it can mean."""


_NONE: dict[str, _Node] = {}
"""Most nodes end a phrase; they share this one, and nothing is ever put into it."""


class _Node:
    __slots__ = ("meant", "slots", "words")

    def __init__(self) -> None:
        self.words: dict[str, _Node] = _NONE
        self.slots: dict[str, _Node] = _NONE
        self.meant: tuple[Any, ...] = ()  # what to make meanings with only where slots lead here

    def after(self, word: str) -> _Node:
        """The node that a word or a slot leads to, made where it is missing."""
        if word[0] == "{":
            if self.slots is _NONE:
                self.slots = {}
            edges, key = self.slots, word[1:-1]
        else:
            if self.words is _NONE:
                self.words = {}
            edges, key = self.words, word
        node = edges.get(key)
        if node is None:
            node = edges[key] = _Node()
        return node

    def meanings(self, values: tuple[Any, ...]) -> tuple[Meaning, ...]:
        return tuple(meant(*values) if callable(meant) else meant for meant in self.meant)


_Way: TypeAlias = tuple[_Node, int, tuple[Any, ...]]
"""A node, how far in the question it is reached, and the values of the slots before it."""


class PhraseBook:
    """Phrases by their words; `find` gives every phrase that stands in a question."""

    def __init__(self) -> None:
        self._root = _Node()
        self._words: set[str] = set()
        # Every word of a question may open a phrase, and fans use the same words.
        self._openings = lru_cache(maxsize=16384)(self._opened_by)

    def add(self, pattern: str, meant: Meant) -> None:
        """Add "last|past {n} seasons?": | separates choices, ? makes a word optional."""
        reached = {self._root: False}  # and whether a slot led there
        for word in pattern.split():
            before = reached
            reached = dict(before) if word[-1] == "?" else {}
            for option in word.rstrip("?").split("|"):
                is_slot = option[0] == "{"
                if not is_slot:
                    self._words.add(option)
                reached.update(
                    (node.after(option), is_slot or slot) for node, slot in before.items()
                )
        for node, has_slot in reached.items():
            _mean(node, meant if has_slot or not callable(meant) else meant())

    def means(self, words: Iterable[str]) -> bool:
        """Whether these words are a whole phrase."""
        node: _Node | None = self._root
        for word in words:
            node = node.words.get(word) if node else None
        return node is not None and bool(node.meant)

    def words(self) -> set[str]:
        """Every word that stands in some phrase."""
        return set(self._words)

    def find(self, words: Sequence[str], begun: int | None = None) -> list[Found]:
        """Every phrase in the words, or of those begun so far; phrases may overlap."""
        found: list[Found] = []
        length = len(words)
        for start, first in enumerate(words[:begun]):
            ways = [(node, start + 1, values) for node, _, values in self._openings(first)]
            while ways:
                node, at, values = ways.pop()
                if node.meant:
                    found.append((start, at, node.meanings(values) if values else node.meant))
                if at < length and (node.words or node.slots):
                    _go_on(ways, node, words[at], at + 1, values)
        return found

    def _opened_by(self, word: str) -> list[_Way]:
        ways: list[_Way] = []
        _go_on(ways, self._root, word, 1, ())
        return ways


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


def _mean(node: _Node, meant: Meant) -> None:
    if meant not in node.meant:
        node.meant += (meant,)
