"""Seasons as a host says them: a year, a span, a decade or an era."""

from __future__ import annotations

import re
from typing import TypeAlias

Seasons: TypeAlias = tuple[int, int]
"""The first and the last; an open end is `OPEN`."""

OPEN = 9999

_SPAN = re.compile(r"(since )?(\d{4})(?:\s*(?:-|\u2013|to)\s*(\d{4}))?")
_DECADE = re.compile(r"(?:the )?(?:19([4-9]0)|([4-9]0)|20([012]0)|([012]0))'?s")
_ERAS: dict[str, Seasons] = {
    "modern": (1972, OPEN),
    "playoff": (2004, OPEN),
    "chase": (2004, 2013),
    "stage": (2017, OPEN),
    "next gen": (2022, OPEN),
}
HOW_TO_SAY = f"Seasons are said as 2025, 1990-1999, since 2010, the 80s, or {', '.join(_ERAS)}"


def read_seasons(text: str) -> Seasons | None:
    said = " ".join(text.casefold().split()).removesuffix(" era")
    if era := _ERAS.get(said.removesuffix("s")):
        return era
    if decade := _DECADE.fullmatch(said):
        full, short, late, later = decade.groups()
        begins = 1900 + int(full or short) if full or short else 2000 + int(late or later)
        return begins, begins + 9
    if span := _SPAN.fullmatch(said):
        since, first, last = span.groups()
        return int(first), OPEN if since else int(last or first)
    return None


def seasons_in_words(seasons: Seasons | None) -> str:
    if seasons is None:
        return ""
    first, last = seasons
    if last == OPEN:
        return f"since {first}"
    return str(first) if first == last else f"{first}-{last}"
