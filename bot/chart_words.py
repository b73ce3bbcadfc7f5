"""What a chart shows, in words: for whoever hears the reply, or sees no pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.answer import Chart, Line


def phrase_chart(chart: Chart) -> str:
    """Tell the title, how far it goes, and where each line was highest or best."""
    span = f"{chart.labels[0]} to {chart.labels[-1]}"
    if chart.kind == "moves":
        return f"{chart.title}: {_furthest(chart)}."
    told = "; ".join(filter(None, (_extreme(chart, line) for line in chart.lines)))
    return f"{chart.title} ({span}): {told}."


def _extreme(chart: Chart, line: Line) -> str:
    known = [
        (value, label)
        for value, label in zip(line.values, chart.labels, strict=True)
        if value is not None
    ]
    if not known:
        return ""
    best = min if chart.kind == "places" else max
    value, label = best(known, key=lambda each: each[0])
    name = f"{line.name} " if len(chart.lines) > 1 else ""
    word = "best" if chart.kind == "places" else "highest"
    return f"{name}{word} {value:g}, {label}"


def _furthest(chart: Chart) -> str:
    """Who came furthest forward."""
    before, after = (line.values for line in chart.lines)
    gains = [
        (started - finished, label)
        for started, finished, label in zip(before, after, chart.labels, strict=True)
        if started is not None and finished is not None
    ]
    gain, name = max(gains)
    shown = f"of the {len(chart.labels)} shown"  # others may have come further
    return (
        f"{shown} {name} gained the most places, {gain:g}"
        if gain > 0
        else f"{shown} nobody gained a place"
    )
