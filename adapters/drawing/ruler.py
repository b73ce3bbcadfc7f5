"""Words measured before they are drawn: shortened, wrapped, and kept to letters that exist."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties, findfont, get_font

from adapters.drawing.look import DOTS, POINTS

_FAMILY = "DejaVu Sans"
"""Comes with matplotlib, so that a picture looks the same on every machine."""

_UNKNOWN = "□"


@lru_cache(maxsize=16)
def font(size: float, *, bold: bool = False) -> FontProperties:
    weight = "bold" if bold else "normal"
    return FontProperties(family=_FAMILY, size=size * POINTS, weight=weight)


@lru_cache(maxsize=4096)
def width(words: str, size: float, *, bold: bool = False) -> float:
    """Units that the words take in a line."""
    renderer: Any = _renderer()  # matplotlib leaves this method without types
    drawn, _, _ = renderer.get_text_width_height_descent(words, font(size, bold=bold), ismath=False)
    return float(drawn) * 100 / DOTS


def shorten(words: str, size: float, room: float, *, bold: bool = False) -> str:
    """Cut the words where the room ends, and show that they went on."""
    if width(words, size, bold=bold) <= room:
        return words
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        fits = width(f"{words[:middle].rstrip()}…", size, bold=bold) <= room
        low, high = (middle, high) if fits else (low, middle - 1)
    return f"{words[:low].rstrip()}…"


def wrap(words: str, size: float, room: float, most: int, *, bold: bool = False) -> list[str]:
    """Break between words into at most so many lines, about equally long; shorten the last."""
    lines = _broken(words, size, room, most, bold=bold)
    for share in (0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6):
        even = _broken(words, size, room * share, most + 1, bold=bold)
        if len(even) > len(lines) or any("…" in line for line in (*even, *lines)):
            break
        lines = even
    return lines


def _broken(words: str, size: float, room: float, most: int, *, bold: bool) -> list[str]:
    lines: list[str] = []
    rest = words.split()
    while rest and len(lines) < most - 1:
        taken = 1
        while taken < len(rest) and _fits(rest[: taken + 1], size, room, bold=bold):
            taken += 1
        lines.append(shorten(" ".join(rest[:taken]), size, room, bold=bold))
        rest = rest[taken:]
    return [*lines, shorten(" ".join(rest), size, room, bold=bold)] if rest else lines


def drawable(words: str) -> str:
    """Put a box for each letter that the font lacks: matplotlib would warn at every one."""
    known = _letters()
    return "".join(each if ord(each) in known else _UNKNOWN for each in " ".join(words.split()))


def _fits(words: list[str], size: float, room: float, *, bold: bool) -> bool:
    return width(" ".join(words), size, bold=bold) <= room


@lru_cache(maxsize=1)
def _renderer() -> RendererAgg:
    return RendererAgg(1, 1, DOTS)  # type: ignore[no-untyped-call]


@lru_cache(maxsize=1)
def _letters() -> frozenset[int]:
    """Letters in the upright and in the bold face."""
    faces = (get_font(findfont(font(10, bold=bold))) for bold in (False, True))
    plain, heavy = (frozenset(face.get_charmap()) for face in faces)
    return plain & heavy
