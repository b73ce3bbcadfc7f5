"""Which spans to believe: the set without overlap that explains most words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.reading.meanings import Filler, Meaning

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.reading.phrase_book import Found

_WORD, _JOINT, _FILLER = 10, 5, 8
"""A word explained, a joint inside a longer phrase, a word explained as filler."""

Rivals = tuple[Meaning, ...]


def choose(found: Iterable[Found], length: int) -> list[Found]:
    """The best spans in order; the meanings of one span stand together as rivals."""
    rivals = _by_place(found, length)
    ends = _best_ends(rivals)
    chosen: list[Found] = []
    at = 0
    while at < length:
        end = ends[at]
        if end > at:
            chosen.append((at, end, _telling(rivals[at][end])))
            at = end
        else:
            at += 1
    return chosen


def _by_place(found: Iterable[Found], length: int) -> list[dict[int, Rivals]]:
    """What stands at each word, by the word after its last."""
    rivals: list[dict[int, Rivals]] = [{} for _ in range(length)]
    for start, end, meanings in found:
        here = rivals[start]
        here[end] = _together(here[end], meanings) if end in here else meanings
    return rivals


def _together(some: Rivals, others: Rivals) -> Rivals:
    return tuple(dict.fromkeys((*some, *others)))


def _best_ends(rivals: list[dict[int, Rivals]]) -> list[int]:
    """Where the span ends that is best at each word; at the word itself where none is."""
    length = len(rivals)
    ends, scores = list(range(length)), [0] * (length + 1)
    for at in reversed(range(length)):
        best = -1
        for end, meanings in rivals[at].items():
            score = _score(end - at, meanings) + scores[end]
            if score > best or (score == best and end > ends[at]):
                best, ends[at] = score, end
        if scores[at + 1] > best:
            best, ends[at] = scores[at + 1], at
        scores[at] = best
    return ends


def _score(words: int, rivals: Rivals) -> int:
    if len(rivals) == 1 and isinstance(rivals[0], Filler):
        return _FILLER * words
    return _WORD * words + _JOINT * (words - 1)


def _telling(rivals: Rivals) -> Rivals:
    if len(rivals) == 1:
        return rivals
    return tuple(each for each in rivals if not isinstance(each, Filler))
