"""How a reply reaches Slack: to where it was asked, in place, or for the asker alone."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackApiError

from adapters.slack.charts import draw_chart
from adapters.slack.forms import draw_answer, draw_form
from adapters.slack.render import Message, Shown, find_chart, render, text_of
from adapters.slack.responding import BLOCKS_REFUSED, BlocksRefused

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from slack_sdk.web.async_client import AsyncWebClient

    from adapters.slack.origin import Origin
    from adapters.slack.pictures import Pictures
    from adapters.slack.responding import ResponseUrl
    from bot.reply import Reply

log = logging.getLogger(__name__)

_SCANNING = 1.0
"""Seconds; a new file cannot be shown until Slack has looked through it."""

_QUIET: dict[str, Any] = {"unfurl_links": False, "unfurl_media": False}


@dataclass(frozen=True, slots=True)
class Address:
    """Where a reply goes; each kind of request leaves another way open."""

    client: AsyncWebClient
    origin: Origin
    url: ResponseUrl | None = field(default=None, repr=False)
    trigger: str = field(default="", repr=False)  # opens a form within three seconds
    view: str = ""  # the form that was filled, still open


class Giver:
    """Gives replies; remembers which workspaces do not take charts as blocks."""

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self._chartless: set[str] = set()

    async def give(self, reply: Reply, to: Address) -> None:
        if reply.form is not None and to.trigger:
            await to.client.views_open(trigger_id=to.trigger, view=draw_form(reply.form))
        elif to.view:
            await to.client.views_update(view_id=to.view, view=draw_answer(reply))
        else:
            await self._give_message(reply, to)

    async def _give_message(self, reply: Reply, to: Address) -> None:
        """The fullest way first; what Slack refuses of it is told in words instead."""
        refused: list[Shown] = []
        async for shown in self._ways(reply, to):
            if to.url and to.url.left == 1:
                break  # the last use is for what Slack cannot refuse
            try:
                await _send(render(reply, shown), reply, to)
            except BlocksRefused as error:
                log.info("Slack refused blocks: %s", error)
                refused.append(shown)
            else:
                self._learn(refused, shown, to)
                return
        await _send(Message(text_of(reply), []), reply, to)

    def _learn(self, refused: list[Shown], taken: Shown, to: Address) -> None:
        """Where only the chart made the difference, the next one is not even tried as a block."""
        if taken.tables and not taken.chart and any(each.chart for each in refused):
            self._chartless.add(to.origin.team)

    async def _ways(self, reply: Reply, to: Address) -> AsyncIterator[Shown]:
        chart = find_chart(reply)
        if chart is None:
            yield Shown()
        else:
            if draw_chart(chart.drawing) and to.origin.team not in self._chartless:
                yield Shown()
            if file := await self._upload(reply, to):
                yield Shown(chart=False, file=file)
                await asyncio.sleep(_SCANNING)
                yield Shown(chart=False, file=file)
            yield Shown(chart=False)
        yield Shown(chart=False, tables=False)

    async def _upload(self, reply: Reply, to: Address) -> str:
        """While it is drawn, the talk says that something is coming."""
        if to.origin.direct and to.origin.thread and not to.url:
            await say_status(to, "draws the chart …")
        return await self._pictures.upload(to.client, reply)


async def say_status(to: Address, words: str) -> None:
    """Only workspaces with agents show it; a message takes it away."""
    try:
        await to.client.assistant_threads_setStatus(
            channel_id=to.origin.channel, thread_ts=to.origin.thread, status=words
        )
    except SlackApiError:
        return


async def _send(message: Message, reply: Reply, to: Address) -> None:
    if to.url:
        await _respond(message, reply, to, to.url)
        return
    told = _told(message)
    where: dict[str, Any] = {"channel": to.origin.channel, "thread_ts": to.origin.thread or None}
    try:
        if reply.private and not to.origin.direct:
            await to.client.chat_postEphemeral(user=to.origin.user, **told, **where)
        else:
            await to.client.chat_postMessage(**told, **where, **_QUIET)
    except SlackApiError as error:
        if error.response.get("error") in BLOCKS_REFUSED:
            raise BlocksRefused(str(error.response["error"])) from error
        raise


async def _respond(message: Message, reply: Reply, to: Address, url: ResponseUrl) -> None:
    told = {
        **_told(message),
        "response_type": "ephemeral" if reply.private else "in_channel",
        "replace_original": reply.in_place,
    }
    joins = to.origin.thread and not reply.in_place
    threaded = {"thread_ts": to.origin.thread} if joins else {}
    await url.send(to.client, {**told, **threaded, **_QUIET})


def _told(message: Message) -> dict[str, Any]:
    blocks = {"blocks": message.blocks} if message.blocks else {}
    return {"text": message.text, **blocks}
