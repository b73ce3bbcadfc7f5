"""A chart in a terminal: a bar for each label, or a row of small blocks for each line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.answer import Chart, Line

_WIDEST = 40
"""Characters of the longest bar."""

_STEPS = "▁▂▃▄▅▆▇█"


def bars_in_text(chart: Chart) -> str:
    """The chart in rows of text; where each driver came from and went to, the words tell best."""
    if chart.kind == "moves":
        return ""
    return "\n".join(_bars(chart) if chart.kind == "bars" else _sparks(chart))


def _bars(chart: Chart) -> Iterator[str]:
    (line,) = chart.lines
    longest = max((value or 0 for value in line.values), default=0) or 1
    width = max(map(len, chart.labels))
    for label, value in zip(chart.labels, line.values, strict=True):
        bar = "█" * round(_WIDEST * (value or 0) / longest)
        yield f"{label:<{width}}  {bar} {value or 0:g}"


def _sparks(chart: Chart) -> Iterator[str]:
    """Each line as a row of blocks, the better the higher; a gap where nothing is known."""
    known = [value for line in chart.lines for value in line.values if value is not None]
    low, high = min(known), max(known)
    width = max(len(line.name) for line in chart.lines)
    for line in chart.lines:
        name = f"{line.name:<{width}}  " if len(chart.lines) > 1 else ""
        yield f"{name}{''.join(_steps(line, low, high, chart))}"


def _steps(line: Line, low: float, high: float, chart: Chart) -> Sequence[str]:
    """One block a value, in eight steps from low to high; the first place is the highest."""
    first_is_high = chart.kind == "places"
    span = (high - low) or 1
    steps = []
    for value in line.values:
        share = 0.0 if value is None else (value - low) / span
        step = round((1 - share if first_is_high else share) * (len(_STEPS) - 1))
        steps.append(" " if value is None else _STEPS[step])
    return steps
