"""Charts as Slack itself draws them, where one is of a kind and size that it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from adapters.slack.words import shorten, tame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.answer import Chart as Drawing

LONGEST_TITLE = 50
LONGEST_NAME = 20
MOST_LABELS = 20
MOST_LINES = 6
TYPE = "data_visualization"

_KINDS = {"bars": "bar", "lines": "line"}
"""Places have their best on top, and moves join two points: Slack draws neither."""


def draw_chart(drawing: Drawing) -> dict[str, Any] | None:
    """The block, for which slack_sdk has no class yet; nothing where Slack would refuse it."""
    names = _short([line.name for line in drawing.lines], MOST_LINES)
    labels = _short(drawing.labels, MOST_LABELS)
    if drawing.kind not in _KINDS or not names or not labels:
        return None
    values = [line.values for line in drawing.lines]
    if any(None in each for each in values):  # Slack leaves no gaps
        return None
    axes = {
        "categories": labels,
        "x_label": shorten(tame(drawing.across), LONGEST_TITLE),
        "y_label": shorten(tame(drawing.up), LONGEST_TITLE),
    }
    series = [_series(name, labels, each) for name, each in zip(names, values, strict=True)]
    return {
        "type": TYPE,
        "title": shorten(tame(drawing.title), LONGEST_TITLE),
        "chart": {"type": _KINDS[drawing.kind], "series": series, "axis_config": axes},
    }


def _series(name: str, labels: list[str], values: tuple[float | None, ...]) -> dict[str, Any]:
    points = zip(labels, values, strict=True)
    return {"name": name, "data": [{"label": label, "value": value} for label, value in points]}


def _short(names: Sequence[str], most: int) -> list[str]:
    """Each short enough and still told from the others; nothing where that cannot be."""
    short = [shorten(tame(each), LONGEST_NAME) for each in names]
    is_told_apart = len(set(short)) == len(short) <= most and all(map(str.strip, short))
    return short if is_told_apart else []
