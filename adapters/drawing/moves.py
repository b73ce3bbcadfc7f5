"""Start against finish: an arrow for each driver, the first place at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.drawing import ruler
from adapters.drawing.card import Card, grid, tick_words
from adapters.drawing.look import (
    BACK,
    CARD,
    FAINT,
    FORWARD,
    INK,
    LABEL,
    MARGIN,
    SMALL,
    STILL,
    WIDTH,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from knowledge.answer import Chart

_ROW, _KEY, _HEAD = 33.0, 34.0, 34.0
_WIDEST_NAME = 250.0
_RIGHT = MARGIN + 62.0


def draw_moves(chart: Chart, _accent: str) -> Card:
    started, finished = (line.values for line in chart.lines)
    rows = list(zip(chart.labels, started, finished, strict=True))
    card = Card(chart.title, _KEY + _HEAD + _ROW * len(rows))
    names = [ruler.shorten(ruler.drawable(each), LABEL, _WIDEST_NAME) for each in chart.labels]
    left = MARGIN + max(ruler.width(each, LABEL) for each in names) + 26
    top = card.top + _KEY + _HEAD
    axes = card.axes(left, top, _RIGHT, MARGIN)
    _scale(axes, started, finished)
    for row, (name, (_, start, finish)) in enumerate(zip(names, rows, strict=True)):
        middle = top + (row + 0.5) * _ROW
        card.write(left - 24, middle, name, to_the="left")
        if start is None or finish is None:
            continue
        gain, colour = start - finish, _colour(start - finish)
        _arrow(axes, row, start, finish, colour)
        card.write(WIDTH - MARGIN, middle, _told(gain), LABEL, colour, bold=True, to_the="left")
    _key(card, chart)
    return card


def _scale(
    axes: Axes, started: tuple[float | None, ...], finished: tuple[float | None, ...]
) -> None:
    last = max((place for place in (*started, *finished) if place is not None), default=10)
    axes.set(xlim=(last + 0.8, 0.2), ylim=(len(started) - 0.5, -0.5), yticks=[])
    at = [1.0, *(float(place) for place in range(10, int(last) + 1, 10))]
    tick_words(axes, "x", at, [f"{place:g}" for place in at], SMALL)
    axes.xaxis.tick_top()
    grid(axes, "x")


def _arrow(axes: Axes, row: int, start: float, finish: float, colour: str) -> None:
    """A ring where the driver started, a dot at the finish; a broken line leads back."""
    dashes = "-" if start > finish else (0, (1.6, 1.1))
    axes.plot([start, finish], [row, row], color=colour, linewidth=2.6, linestyle=dashes)
    axes.plot(start, row, "o", color=CARD, markeredgecolor=colour, markeredgewidth=2, markersize=9)
    head = ">" if start > finish else "<" if start < finish else "o"
    axes.plot(finish, row, head, color=colour, markersize=11, clip_on=False, zorder=4)


def _colour(gain: float) -> str:
    return FORWARD if gain > 0 else BACK if gain < 0 else STILL


def _told(gain: float) -> str:
    return f"+{gain:g}" if gain > 0 else f"\N{MINUS SIGN}{-gain:g}" if gain < 0 else "0"


def _key(card: Card, chart: Chart) -> None:
    """What ring and arrow are, above all the rows."""
    y = card.top + _KEY / 2
    start, finish = (ruler.drawable(line.name).lower() for line in chart.lines)
    words = f"○ {start}   ▶ {finish}, gained   ◀ {finish}, lost"
    card.write(MARGIN, y, words, SMALL, FAINT)
    card.write(WIDTH - MARGIN, y, "places", SMALL, INK, to_the="left")
