"""The picture that belongs to a reply: drawn beside the talk, waited for only a little."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from adapters.drawing.studio import Studio
    from bot.reply import Reply

log = logging.getLogger(__name__)

PATIENCE = 0.8
"""Seconds; Discord waits 3 for a first answer, and the words are better than nothing."""


class Pictures:
    """Pictures of charts; none at all where matplotlib is not installed."""

    def __init__(self, studio: Studio | None, patience: float = PATIENCE) -> None:
        self._studio = studio
        self._patience = patience

    async def warm_up(self) -> None:
        if self._studio is not None:
            await self._studio.warm_up()

    def begin(self, reply: Reply) -> asyncio.Task[bytes | None] | None:
        """Begin to draw the reply's chart; nothing where there is none to draw."""
        if self._studio is None or reply.chart is None:
            return None
        return asyncio.create_task(self._draw(reply, self._studio))

    async def soon(self, drawing: asyncio.Task[bytes | None] | None) -> bytes | None:
        """The picture, if it is there before the patience ends; it is drawn on meanwhile."""
        if drawing is None:
            return None
        if self._patience:
            await asyncio.wait((drawing,), timeout=self._patience)
        return drawing.result() if drawing.done() else None

    async def close(self) -> None:
        if self._studio is not None:
            await self._studio.close()

    async def _draw(self, reply: Reply, studio: Studio) -> bytes | None:
        """A chart that cannot be drawn is written down, and its words stand for it."""
        chart = reply.chart
        try:
            return await studio.draw(chart.drawing, reply.series) if chart else None
        except Exception:
            log.exception("bug in drawing %r", chart)
            return None
