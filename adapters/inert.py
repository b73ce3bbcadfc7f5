"""Words made harmless wherever they are shown: nothing in them can move or reorder what is read."""

from __future__ import annotations

import re

# Control characters of both sets, line separators, and the marks that reverse reading order.
_HARMFUL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+"
)


def inert(words: str) -> str:
    return _HARMFUL.sub(" ", words)
