"""Spoiler bars: all that tells stands behind them, line by line, until a reader lifts them."""

from __future__ import annotations

_BARS = "||"
_FENCE = "```"
_HARMLESS_BAR = "\N{BROKEN BAR}"
_OPENINGS = ("-# ", "> ")
"""Small print and a caution are told by how a line begins, so the bars come after that."""


def cover(piece: str) -> str:
    """A piece of markup behind bars; no bar of its own can lift them."""
    tame = piece.replace("\\|", _HARMLESS_BAR)
    if piece.startswith(_FENCE):
        return f"{_BARS}{tame.replace('|', _HARMLESS_BAR)}{_BARS}"
    return "\n".join(map(_cover_line, tame.split("\n")))


def _cover_line(line: str) -> str:
    opening = next((each for each in _OPENINGS if line.startswith(each)), "")
    words = line.removeprefix(opening)
    return f"{opening}{_BARS}{words}{_BARS}" if words.strip() else line
