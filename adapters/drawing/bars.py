"""Bars: upright ones for seasons and other short labels, lying ones for names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.drawing import ruler
from adapters.drawing.card import Card, grid, number_ticks, tick_words
from adapters.drawing.look import FAINT, INK, LABEL, MARGIN, SMALL, WIDTH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from knowledge.answer import Chart

_SHORT = 5
"""Letters of a label that may stand under an upright bar."""

_UPRIGHT, _ROW = 330.0, 40.0
_FEET = 54.0
"""Units below upright bars for their labels, and what the labels are."""

_WIDEST_NAME = 300.0


def draw_bars(chart: Chart, accent: str) -> Card:
    short = all(len(label) <= _SHORT for label in chart.labels)
    return _upright(chart, accent) if short else _lying(chart, accent)


def _upright(chart: Chart, accent: str) -> Card:
    values = [value or 0.0 for value in chart.lines[0].values]
    card = Card(chart.title, _UPRIGHT + _FEET)
    told = _numbers(chart.lines[0].values)
    slot = (WIDTH - 2 * MARGIN) / len(values)
    all_told = max(ruler.width(each, SMALL, bold=True) for each in told) <= slot - 2
    left = MARGIN if all_told else MARGIN + 46
    axes = card.axes(left, card.top + 6, MARGIN, MARGIN + _FEET)
    axes.bar(range(len(values)), values, width=0.74, color=accent)
    axes.set(xlim=(-0.6, len(values) - 0.4), ylim=(min(0, *values), (max(values) or 1) * 1.13))
    if all_told:
        axes.set_yticks([])
    else:
        grid(axes, "y")
        number_ticks(axes, "y")
    _tell_upright(axes, values, told, all_told=all_told)
    axes.axhline(0, color=FAINT, linewidth=1)
    seasons_below(axes, chart.labels, slot)
    card.write(WIDTH / 2, card.height - MARGIN - 6, chart.across, SMALL, FAINT, to_the="both")
    return card


def _tell_upright(
    axes: Axes, values: Sequence[float], told: Sequence[str], *, all_told: bool
) -> None:
    """The number on each bar, or on the highest ones where there is no room."""
    best = max(values)
    for at, (value, words) in enumerate(zip(values, told, strict=True)):
        if all_told or value == best:
            axes.annotate(
                words,
                (at, value),
                (0, 4),
                textcoords="offset points",
                ha="center",
                color=INK if value else FAINT,
                fontproperties=ruler.font(SMALL, bold=value == best),
                parse_math=False,
            )


def seasons_below(axes: Axes, labels: Sequence[str], slot: float) -> None:
    """Every label, or every second, fifth ...: as many as can be read."""
    words = [ruler.drawable(label) for label in labels]
    needed = max(ruler.width(each, SMALL) for each in words) + 8
    step = next(step for step in (1, 2, 3, 5, 10, 20, len(labels)) if step * slot >= needed)
    at = [float(place) for place in range(0, len(labels), step)]
    tick_words(axes, "x", at, words[::step], SMALL)


def _lying(chart: Chart, accent: str) -> Card:
    values = [value or 0.0 for value in chart.lines[0].values]
    card = Card(chart.title, _ROW * len(values))
    names = [ruler.shorten(ruler.drawable(each), LABEL, _WIDEST_NAME) for each in chart.labels]
    told = _numbers(chart.lines[0].values)
    left = MARGIN + max(ruler.width(each, LABEL) for each in names) + 14
    right = MARGIN + max(ruler.width(each, LABEL, bold=True) for each in told) + 10
    axes = card.axes(left, card.top, right, MARGIN)
    axes.barh(range(len(values)), values, height=0.7, color=accent)
    axes.set(xlim=(min(0, *values), max(values) or 1), ylim=(len(values) - 0.5, -0.5))
    axes.set_xticks([])
    axes.set_yticks([])
    best, span = max(values), (WIDTH - left - right) / (max(values) or 1)
    for row, (value, name, words) in enumerate(zip(values, names, told, strict=True)):
        middle = card.top + (row + 0.5) * _ROW
        card.write(left - 12, middle, name, to_the="left")
        card.write(left + max(value, 0) * span + 8, middle, words, bold=value == best)
    return card


def _numbers(values: Sequence[float | None]) -> list[str]:
    """All of them with one decimal, where one of them has any."""
    shape = ",.0f" if all(value is None or value.is_integer() for value in values) else ",.1f"
    return ["-" if value is None else format(value, shape) for value in values]
