"""The card that a chart is drawn on: its frame, its title, and room for axes, all in units."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from adapters.drawing import ruler
from adapters.drawing.look import (
    CARD,
    CORNER,
    DOTS,
    EDGE,
    FAINT,
    GRID,
    INK,
    LABEL,
    MARGIN,
    SMALL,
    TITLE,
    WIDTH,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_LINE = 1.25
"""Height of a line of words, as a multiple of its letters."""

_MOST_TITLE_LINES = 3


class Card:
    """A picture in the making; distances are units from its upper left corner."""

    def __init__(self, title: str, body: float) -> None:
        room = WIDTH - 2 * MARGIN
        lines = ruler.wrap(ruler.drawable(title), TITLE, room, _MOST_TITLE_LINES, bold=True)
        self.top = MARGIN + len(lines) * TITLE * _LINE + 10
        self.height = self.top + body + MARGIN
        self.figure = Figure(figsize=(WIDTH / 100, self.height / 100), dpi=DOTS, facecolor="none")
        FigureCanvasAgg(self.figure)
        self._frame()
        for number, line in enumerate(lines):
            self.write(MARGIN, MARGIN + (number + 0.5) * TITLE * _LINE, line, TITLE, bold=True)

    def _frame(self) -> None:
        inset = CORNER + 1
        self.figure.add_artist(
            FancyBboxPatch(
                (inset / 100, inset / 100),
                (WIDTH - 2 * inset) / 100,
                (self.height - 2 * inset) / 100,
                boxstyle=f"round,pad={CORNER / 100}",
                transform=self.figure.dpi_scale_trans,
                facecolor=CARD,
                edgecolor=EDGE,
                linewidth=1.2,
                zorder=-1,
            )
        )

    def write(
        self,
        x: float,
        y: float,
        words: str,
        size: float = LABEL,
        colour: str = INK,
        *,
        bold: bool = False,
        to_the: str = "right",
    ) -> None:
        """Write a line whose middle is at y; it runs to the right of x, or to its left."""
        side = {"right": "left", "left": "right", "both": "center"}[to_the]
        self.figure.text(
            x / WIDTH,
            1 - y / self.height,
            words,
            color=colour,
            fontproperties=ruler.font(size, bold=bold),
            horizontalalignment=side,
            verticalalignment="center_baseline",
            parse_math=False,
        )

    def axes(self, left: float, top: float, right: float, bottom: float) -> Axes:
        """Room for data between these distances from the four sides."""
        rectangle = (
            left / WIDTH,
            bottom / self.height,
            (WIDTH - left - right) / WIDTH,
            (self.height - top - bottom) / self.height,
        )
        axes = self.figure.add_axes(rectangle, facecolor="none")
        axes.spines[:].set_visible(False)
        axes.tick_params(length=0, colors=FAINT, pad=7)
        axes.set_axisbelow(True)
        return axes

    def png(self) -> bytes:
        picture = BytesIO()
        self.figure.savefig(picture, format="png", transparent=True)
        return picture.getvalue()


def grid(axes: Axes, along: str) -> None:
    """Faint lines at the ticks of the axis x or y."""
    axes.grid(visible=True, axis=along, color=GRID, linewidth=1.1)  # type: ignore[arg-type]


def tick_words(axes: Axes, along: str, at: list[float], words: list[str], size: float) -> None:
    """Words at ticks, taken as they are: a dollar sign begins no formula."""
    put = axes.set_xticks if along == "x" else axes.set_yticks
    put(at, words, parse_math=False, fontproperties=ruler.font(size), color=FAINT)


def number_ticks(axes: Axes, along: str, size: float = SMALL) -> None:
    """A few round numbers on the axis."""
    low, high = axes.get_xlim() if along == "x" else axes.get_ylim()
    axis = axes.xaxis if along == "x" else axes.yaxis
    at = [tick for tick in axis.get_major_locator().tick_values(low, high) if low <= tick <= high]
    tick_words(axes, along, at, [f"{tick:,g}" for tick in at], size)
