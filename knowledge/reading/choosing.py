"""Which spans to believe: the set without overlap that explains most words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from knowledge.reading.meanings import Filler, Meaning

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD, _JOINT, _FILLER = 10, 5, 8
"""A word explained, a joint inside a longer phrase, a word explained as filler."""

Found = tuple[int, int, Meaning]
Chosen = tuple[int, int, tuple[Meaning, ...]]


def choose(found: Iterable[Found], length: int) -> list[Chosen]:
    """The best spans in order; the meanings of one span stand together as rivals."""
    meanings: dict[tuple[int, int], list[Meaning]] = defaultdict(list)
    for start, end, meaning in found:
        rivals = meanings[(start, end)]
        if meaning not in rivals:
            rivals.append(meaning)
    by_start: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for (start, end), rivals in meanings.items():
        by_start[start].append((end, _score(end - start, rivals)))
    best: list[tuple[int, int]] = [(0, length)] * (length + 1)
    for at in range(length - 1, -1, -1):
        best[at] = max(
            ((score + best[end][0], end) for end, score in by_start[at]),
            default=(-1, at),
        )
        if best[at + 1][0] > best[at][0] or at not in by_start:
            best[at] = (best[at + 1][0], at)
    return list(_follow(best, meanings))


def _score(words: int, rivals: list[Meaning]) -> int:
    if all(isinstance(meaning, Filler) for meaning in rivals):
        return _FILLER * words
    return _WORD * words + _JOINT * (words - 1)


def _follow(
    best: list[tuple[int, int]], meanings: dict[tuple[int, int], list[Meaning]]
) -> Iterable[Chosen]:
    at = 0
    while at < len(best) - 1:
        end = best[at][1]
        if end > at:
            rivals = meanings[(at, end)]
            telling = tuple(each for each in rivals if not isinstance(each, Filler))
            yield at, end, telling or tuple(rivals)
        at = max(end, at + 1)
