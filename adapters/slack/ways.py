"""In which ways a reply can be shown: the fullest first, then with less that Slack may refuse."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from adapters.slack.blocks import Shown
from adapters.slack.charts import draw_chart

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from bot.reply import Reply

_SCANNING = 1.0
"""Seconds; a new file cannot be shown until Slack has looked through it."""


class Ways:
    """Remembers which workspaces do not take charts as blocks."""

    def __init__(self) -> None:
        self._chartless: set[str] = set()

    async def of(
        self, reply: Reply, team: str, upload: Callable[[], Awaitable[str]]
    ) -> AsyncIterator[Shown]:
        chart = reply.chart
        if chart is None:
            yield Shown()
        else:
            if draw_chart(chart.drawing) and team not in self._chartless:
                yield Shown()
            if file := await upload():
                yield Shown(chart=False, file=file)
                await asyncio.sleep(_SCANNING)
                yield Shown(chart=False, file=file)
            yield Shown(chart=False)
        yield Shown(chart=False, tables=False)

    def learn(self, refused: list[Shown], taken: Shown, team: str) -> None:
        """Where only the chart made the difference, the next one is not even tried as a block."""
        if taken.tables and not taken.chart and any(each.chart for each in refused):
            self._chartless.add(team)
