"""How a reply reaches Slack: to where it was asked, in place, or for the asker alone."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackApiError
from slack_sdk.webhook.async_client import AsyncWebhookClient

from adapters.slack.charts import draw_chart
from adapters.slack.forms import draw_answer, draw_form
from adapters.slack.render import Shown, find_chart, render

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from slack_sdk.web.async_client import AsyncWebClient

    from adapters.slack.origin import Origin
    from adapters.slack.pictures import Pictures
    from adapters.slack.render import Message
    from bot.reply import Reply

_BLOCKS_REFUSED = (
    "invalid_blocks",
    "invalid_blocks_format",
    "msg_blocks_too_long",
    "only_one_table_allowed",
)
_SCANNING = 1.0
"""Seconds; a new file cannot be shown until Slack has looked through it."""

_QUIET: dict[str, Any] = {"unfurl_links": False, "unfurl_media": False}


class SlackRefused(Exception):
    """Slack did not take a message; the words are Slack's own."""


class BlocksRefused(SlackRefused):
    """Some block was not to its taste; with fewer it may take it."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a reply goes; each kind of request leaves another way open."""

    client: AsyncWebClient
    origin: Origin
    response_url: str = field(default="", repr=False)  # five uses within half an hour
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
        refusal = BlocksRefused("nothing could be shown")
        async for shown in self._ways(reply, to):
            try:
                await _send(render(reply, shown), reply, to)
            except BlocksRefused as error:
                refusal = error
                if shown.chart and find_chart(reply):
                    self._chartless.add(to.origin.team)
            else:
                return
        raise refusal

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
        if to.origin.direct and to.origin.thread and not to.response_url:
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
    if to.response_url:
        await _respond(message, reply, to)
        return
    told: dict[str, Any] = {"text": message.text, "blocks": message.blocks}
    where: dict[str, Any] = {"channel": to.origin.channel, "thread_ts": to.origin.thread or None}
    try:
        if reply.private and not to.origin.direct:
            await to.client.chat_postEphemeral(user=to.origin.user, **told, **where)
        else:
            await to.client.chat_postMessage(**told, **where, **_QUIET)
    except SlackApiError as error:
        if error.response.get("error") in _BLOCKS_REFUSED:
            raise BlocksRefused(str(error.response["error"])) from error
        raise


async def _respond(message: Message, reply: Reply, to: Address) -> None:
    """By the URL that came with the request: Spotter need not be in the channel."""
    client = AsyncWebhookClient(
        to.response_url, session=to.client.session, retry_handlers=to.client.retry_handlers
    )
    told = {
        "text": message.text,
        "blocks": message.blocks,
        "response_type": "ephemeral" if reply.private else "in_channel",
        "replace_original": reply.in_place,
    }
    joins = to.origin.thread and not reply.in_place
    threaded = {"thread_ts": to.origin.thread} if joins else {}
    response = await client.send_dict({**told, **threaded, **_QUIET})
    if response.status_code != 200:
        refused = BlocksRefused if response.body in _BLOCKS_REFUSED else SlackRefused
        raise refused(f"{response.status_code} {response.body}")
