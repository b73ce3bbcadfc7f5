"""The three national series: their keys, their words, their order."""

from __future__ import annotations

from functools import cache

SERIES_WORDS = {"cup": "Cup", "xfinity": "Xfinity", "truck": "Truck"}
"""What each series is called in a sentence, before "Series"; Cup comes first everywhere."""

ALL_SERIES = tuple(SERIES_WORDS)


@cache
def series_words(keys: tuple[str, ...]) -> str:
    """Name one or several series: "Truck Series", "Cup and Xfinity Series"."""
    if not keys or len(keys) == len(ALL_SERIES):
        return "all three national series"
    ordered = [SERIES_WORDS[key] for key in ALL_SERIES if key in keys]
    return f"{' and '.join(ordered)} Series"
