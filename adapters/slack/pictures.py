"""The picture that belongs to a reply: drawn beside the talk, and kept by Slack."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import aiohttp
from slack_sdk.errors import SlackClientError

from adapters.slack.blocks import LONGEST_ALT_TEXT
from adapters.slack.words import shorten, tame

if TYPE_CHECKING:
    from slack_sdk.web.async_client import AsyncWebClient

    from adapters.drawing.studio import Studio
    from bot.reply import Reply

log = logging.getLogger(__name__)

PATIENCE = 5.0
"""Seconds; then the words must do, which are better than nothing."""

FILE = "chart.png"


class Pictures:
    """Pictures of charts; none at all where matplotlib is not installed."""

    def __init__(self, studio: Studio | None, patience: float = PATIENCE) -> None:
        self._studio = studio
        self._patience = patience

    async def warm_up(self) -> None:
        if self._studio is not None:
            await self._studio.warm_up()

    async def close(self) -> None:
        if self._studio is not None:
            await self._studio.close()

    async def upload(
        self, client: AsyncWebClient, reply: Reply, patience: float | None = None
    ) -> str:
        """Draw the reply's chart and give it to Slack; the file's id, or nothing."""
        if self._studio is None or reply.chart is None:
            return ""
        try:
            async with asyncio.timeout(patience or self._patience):
                return await self._upload(client, reply, self._studio)
        except (SlackClientError, aiohttp.ClientError, OSError) as error:
            log.warning("Slack took no picture: %s", error)
        except Exception:
            log.exception("bug in drawing %r", reply.chart)
        return ""

    async def _upload(self, client: AsyncWebClient, reply: Reply, studio: Studio) -> str:
        chart = reply.chart
        picture = await studio.draw(chart.drawing, reply.series) if chart else None
        if chart is None or picture is None:
            return ""
        kept = await client.files_upload_v2(
            filename=FILE,
            content=picture,
            title=tame(chart.drawing.title),
            alt_txt=shorten(tame(chart.words), LONGEST_ALT_TEXT),
            request_file_info=False,
        )
        (file,) = kept["files"]
        return str(file["id"])
