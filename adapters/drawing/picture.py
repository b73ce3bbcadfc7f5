"""A chart as a PNG picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.colours import series_colour
from adapters.drawing.bars import draw_bars
from adapters.drawing.lines import draw_lines
from adapters.drawing.look import hex_colour
from adapters.drawing.moves import draw_moves

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from adapters.drawing.card import Card
    from knowledge.answer import Chart, ChartKind

_KINDS: Mapping[ChartKind, Callable[[Chart, str], Card]] = {
    "bars": draw_bars,
    "lines": draw_lines,
    "places": draw_lines,
    "moves": draw_moves,
}


def draw(chart: Chart, series: Sequence[str] = ()) -> bytes:
    return _KINDS[chart.kind](chart, hex_colour(series_colour(series))).png()
