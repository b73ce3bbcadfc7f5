"""How a reply reaches Slack: in its fullest form first; what is refused of it, in words."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from slack_sdk.errors import SlackApiError

from adapters.slack.blocks import Shown
from adapters.slack.charts import draw_chart
from adapters.slack.forms import draw_answer, draw_form
from adapters.slack.render import Message, find_chart, render, text_of
from adapters.slack.responding import BlocksRefused
from adapters.slack.sending import say_status, send
from bot.phrasing import phrase_too_late

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from adapters.slack.pictures import Pictures
    from adapters.slack.sending import Address
    from bot.reply import Form, Reply

log = logging.getLogger(__name__)

_TOO_LATE = ("exchanged_trigger_id", "expired_trigger_id")

_SCANNING = 1.0
"""Seconds; a new file cannot be shown until Slack has looked through it."""


class Giver:
    """Gives replies; remembers which workspaces do not take charts as blocks."""

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self._chartless: set[str] = set()

    async def give(self, reply: Reply, to: Address) -> None:
        if reply.form is not None and to.trigger:
            await self._open(reply.form, to)
        elif to.view:
            await to.client.views_update(view_id=to.view, view=draw_answer(reply))
        else:
            await self._give_message(reply, to)

    async def _open(self, form: Form, to: Address) -> None:
        try:
            await to.client.views_open(trigger_id=to.trigger, view=draw_form(form))
        except SlackApiError as error:
            if error.response.get("error") not in _TOO_LATE or to.url is None:
                raise
            log.warning("Slack refused: %s", error.response["error"])
            await self._give_message(phrase_too_late(), to)

    async def _give_message(self, reply: Reply, to: Address) -> None:
        """The fullest way first; what Slack refuses of it is told in words instead."""
        refused: list[Shown] = []
        async for shown in self._ways(reply, to):
            if to.url and to.url.left == 1:
                break  # the last use is for what Slack cannot refuse
            try:
                await send(render(reply, shown), reply, to)
            except BlocksRefused as error:
                log.info("Slack refused blocks: %s", error)
                refused.append(shown)
            else:
                self._learn(refused, shown, to)
                return
        await send(Message(text_of(reply), []), reply, to)

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
