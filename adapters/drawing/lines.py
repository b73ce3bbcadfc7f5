"""Lines: careers side by side, or finishing places with the first place on top."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

from adapters.drawing import ruler
from adapters.drawing.bars import seasons_below
from adapters.drawing.card import Card, grid, number_ticks, tick_words
from adapters.drawing.look import (
    CARD,
    DASHES,
    FAINT,
    INK,
    LABEL,
    LINES,
    MARGIN,
    MARKS,
    POINTS,
    SMALL,
    WIDTH,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from knowledge.answer import Chart, Line

_BODY, _FEET, _LEGEND = 360.0, 54.0, 34.0

_SLANTED = 118.0
"""Units below slanted labels, such as tracks; the longest of them is shortened to it."""

_DOTTED = 45
"""More labels than these, and a mark at every one would hide the line."""

_SHORT = 5

_BESIDE = 0.12
"""Share of the width that a last number takes."""


def draw_lines(chart: Chart, accent: str) -> Card:
    several = len(chart.lines) > 1
    legend = _LEGEND * len(chart.lines) + 8 if several else 0
    slanted = any(len(label) > _SHORT for label in chart.labels)
    feet = MARGIN + (_SLANTED + 20 if slanted else _FEET)
    card = Card(chart.title, _BODY + legend + feet - MARGIN)
    left, right = _sides(chart)
    axes = card.axes(left, card.top + legend + 14, right, feet)
    for number, line in enumerate(chart.lines):
        colour = LINES[number % len(LINES)] if several else accent
        _draw_line(axes, line, number, colour, rare=len(chart.labels) > _DOTTED)
    _scale(axes, chart)
    _ends(axes, chart, accent)
    slot = (WIDTH - left - right) / max(len(chart.labels) - 1, 1)
    if slanted:
        _slanted_below(axes, chart, slot)
    else:
        seasons_below(axes, chart.labels, slot)
        card.write(WIDTH / 2, card.height - MARGIN - 6, chart.across, SMALL, FAINT, to_the="both")
    for number, line in enumerate(chart.lines if several else ()):
        _name(card, line, number, card.top + (number + 0.5) * _LEGEND)
    return card


def _sides(chart: Chart) -> tuple[float, float]:
    """Units left of the lines for the numbers of the axis, and right of them for the last ones."""
    known = [value for line in chart.lines for value in line.values if value is not None]
    widest = max((ruler.width(f"{value:,g}", LABEL, bold=True) for value in known), default=0)
    return MARGIN + max(widest, 30) + 6, MARGIN + (16 if chart.kind == "places" else widest + 4)


def _draw_line(axes: Axes, line: Line, number: int, colour: str, *, rare: bool) -> None:
    axes.plot(
        range(len(line.values)),
        [nan if value is None else value for value in line.values],
        color=colour,
        linestyle=DASHES[number % len(DASHES)],
        linewidth=2.6,
        marker=MARKS[number % len(MARKS)],
        markersize=8 if rare else 7,
        markevery=6 if rare else 1,
        markeredgecolor=CARD,
        markeredgewidth=0.8,
        clip_on=False,
    )


def _scale(axes: Axes, chart: Chart) -> None:
    known = [value for line in chart.lines for value in line.values if value is not None]
    low, high = min(known, default=0), max(known, default=1)
    axes.set_xlim(-0.3, len(chart.labels) - 0.7)
    grid(axes, "y")
    if chart.kind == "places":
        axes.set_ylim(max(high, 10) + 0.5, 0.5)
        tick_words(axes, "y", *_places(max(high, 10)), SMALL)
    else:
        axes.set_ylim(min(0, low), high + (high - min(0, low) or 1) * 0.06)
        number_ticks(axes, "y")


def _places(last: float) -> tuple[list[float], list[str]]:
    at = [1.0, *(float(place) for place in range(5, int(last) + 1, 5))]
    return at, [f"{place:g}" for place in at]


def _ends(axes: Axes, chart: Chart, accent: str) -> None:
    """Where each line ends, its last number; where a place was the first, a star."""
    taken: list[tuple[float, float]] = []
    for number, line in enumerate(chart.lines):
        known = [(at, value) for at, value in enumerate(line.values) if value is not None]
        colour = LINES[number % len(LINES)] if len(chart.lines) > 1 else accent
        if chart.kind == "places":
            wins = [at for at, value in known if value == 1]
            axes.plot(
                wins,
                [1] * len(wins),
                "*",
                color=colour,
                markersize=17,
                markeredgecolor=INK,
                markeredgewidth=0.8,
                clip_on=False,
                zorder=5,
            )
        elif known:
            _last_number(axes, known[-1], colour, taken)


def _last_number(
    axes: Axes, end: tuple[int, float], colour: str, taken: list[tuple[float, float]]
) -> None:
    """Beside the last point, moved down where another number stands already."""
    (low, high), (first, last) = axes.get_ylim(), axes.get_xlim()
    tall = (high - low) * LABEL / _BODY * 1.2
    wide = (last - first) * _BESIDE
    at, value = end
    height = value
    while any(abs(height - y) < tall and abs(at - x) < wide for x, y in taken):
        height -= tall / 4
    taken.append((at, height))
    axes.annotate(
        f"{value:,g}",
        (at, height),
        (9, 0),
        textcoords="offset points",
        va="center_baseline",
        color=colour,
        fontproperties=ruler.font(LABEL, bold=True),
        annotation_clip=False,
        parse_math=False,
    )


def _slanted_below(axes: Axes, chart: Chart, slot: float) -> None:
    """Labels that run down to the left, as many as leave a line of room to each."""
    step = max(1, -(-int(SMALL * 1.15) // max(int(slot), 1)))
    words = [ruler.shorten(ruler.drawable(each), SMALL, _SLANTED * 1.15) for each in chart.labels]
    at = [float(place) for place in range(0, len(words), step)]
    tick_words(axes, "x", at, words[::step], SMALL)
    for label in axes.get_xticklabels():
        label.set(rotation=60, ha="right", rotation_mode="anchor")


def _name(card: Card, line: Line, number: int, y: float) -> None:
    """An entry of the legend: a piece of the line with its mark, then whose it is."""
    sample = card.axes(MARGIN, y - 10, WIDTH - MARGIN - 70, card.height - y - 10)
    sample.set(xlim=(0, 2), ylim=(-1, 1), xticks=[], yticks=[])
    sample.plot(
        [0, 1, 2],
        [0, 0, 0],
        color=LINES[number % len(LINES)],
        linestyle=DASHES[number % len(DASHES)],
        linewidth=2.6,
        marker=MARKS[number % len(MARKS)],
        markevery=[1],
        markersize=LABEL * POINTS * 0.55,
        clip_on=False,
    )
    room = WIDTH - 2 * MARGIN - 90
    card.write(MARGIN + 84, y, ruler.shorten(ruler.drawable(line.name), LABEL, room))
