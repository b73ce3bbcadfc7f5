"""How every picture looks: a dark card that stands well on a dark and on a light screen."""

from __future__ import annotations

WIDTH = 720
"""Units; a phone shows a picture about 340 points wide, so 22 units are a small print there."""

DOTS = 150
"""Dots in a hundred units: sharp on a phone, and still a file of some ten kilobytes."""

MARGIN, CORNER = 28, 22
TITLE, LABEL, SMALL = 27, 21, 18
"""Sizes of letters in units."""

CARD, EDGE = "#20242b", "#4a5361"
INK, FAINT, GRID = "#f4f6f8", "#aeb8c4", "#3a414c"

LINES = ("#f2b632", "#56b4e9", "#e8705a", "#5fd3a5", "#c9a0dc", "#e9e4d4")
"""Okabe and Ito's palette, lightened for a dark card: apart in hue and in brightness."""

MARKS = ("o", "s", "^", "D", "v", "P")
DASHES = ("-", "--", "-.", (0, (1, 1.3)), (0, (6, 1.5)), (0, (3, 1, 1, 1, 1, 1)))
"""Lines differ in mark and dash as well, for whoever sees no colours."""

FORWARD, BACK, STILL = "#5fd3a5", "#e8a05a", FAINT

POINTS = 0.72
"""Points in a unit."""


def hex_colour(number: int) -> str:
    return f"#{number:06x}"
