"""Blocks held against slackblocks, which others wrote; where it reads none, they are built anew."""

from __future__ import annotations

from typing import Any

import slackblocks
from slackblocks.elements import (
    Button,
    ConversationSelectMenu,
    ExternalSelectMenu,
    FileInput,
    PlainTextInput,
    StaticMultiSelectMenu,
    StaticSelectMenu,
    UserMultiSelectMenu,
)
from slackblocks.errors import InvalidUsageError
from slackblocks.objects import (
    AxisConfig,
    BarChart,
    ColumnSettings,
    DataPoint,
    DataSeries,
    LineChart,
    Option,
    RawText,
    Text,
)

_ELEMENTS = {
    "button": Button,
    "conversations_select": ConversationSelectMenu,
    "external_select": ExternalSelectMenu,
    "file_input": FileInput,
    "plain_text_input": PlainTextInput,
    "multi_static_select": StaticMultiSelectMenu,
    "multi_users_select": UserMultiSelectMenu,
    "static_select": StaticSelectMenu,
}
_CHARTS = {"bar": BarChart, "line": LineChart}


def slackblocks_faults(block: dict[str, Any]) -> list[str]:
    try:
        _read(block)._resolve()
    except (InvalidUsageError, ValueError, TypeError, KeyError) as fault:
        return [f"slackblocks: {block['type']}: {fault}"]
    return []


def _read(block: dict[str, Any]) -> slackblocks.Block:
    match block["type"]:
        case "table":
            rows = [[RawText(cell["text"]) for cell in row] for row in block["rows"]]
            settings = [ColumnSettings(**each) for each in block["column_settings"]]
            return slackblocks.TableBlock(rows, settings)
        case "data_visualization":
            return slackblocks.DataVisualizationBlock(block["title"], _chart(block["chart"]))
        case "actions":
            return slackblocks.ActionsBlock(list(map(_element, block["elements"])))
        case "section" if "accessory" in block:
            text = Text.from_dict(block["text"])
            return slackblocks.SectionBlock(text, accessory=_element(block["accessory"]))
        case "input":
            hint = Text.from_dict(block["hint"]) if "hint" in block else None
            label, element = Text.from_dict(block["label"]), _element(block["element"])
            return slackblocks.InputBlock(label, element, hint=hint)
        case _:
            return slackblocks.Block.from_dict(block)


def _element(told: dict[str, Any]) -> Any:
    more = {name: value for name, value in told.items() if name != "type"}
    for name in ("text", "placeholder"):
        if name in more:
            more[name] = Text.from_dict(more[name])
    for name in ("options", "initial_option", "initial_options"):
        if name in more:
            more[name] = _options(more[name])
    return _ELEMENTS[told["type"]](**more)


def _options(told: Any) -> Any:
    if isinstance(told, list):
        return list(map(_options, told))
    return Option(Text.from_dict(told["text"]), told["value"])


def _chart(chart: dict[str, Any]) -> Any:
    series = [
        DataSeries(each["name"], [DataPoint(**point) for point in each["data"]])
        for each in chart["series"]
    ]
    return _CHARTS[chart["type"]](series, AxisConfig(**chart["axis_config"]))
