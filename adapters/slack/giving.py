"""How a reply reaches Slack: in its fullest form first; what is refused of it, in words."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from slack_sdk.errors import SlackApiError

from adapters.slack.attaching import with_files
from adapters.slack.forms import NOTHING_OFFERED, asks_for_groups, draw_answer, draw_form
from adapters.slack.groups import offered
from adapters.slack.render import Message, render, text_of
from adapters.slack.responding import BlocksRefused
from adapters.slack.sending import say_status, send
from adapters.slack.ways import Ways
from bot.phrasing import phrase_too_late

if TYPE_CHECKING:
    from adapters.slack.blocks import Shown
    from adapters.slack.pictures import Pictures
    from adapters.slack.sending import Address
    from bot.reply import Form, Reply

log = logging.getLogger(__name__)

_TOO_LATE = ("exchanged_trigger_id", "expired_trigger_id")


class Giver:
    """Gives replies, to whoever asked."""

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self._ways = Ways()

    async def give(self, reply: Reply, to: Address) -> str:
        """The key of the message, where Slack tells one."""
        reply = await with_files(reply, to)
        if reply.form is not None and to.trigger:
            await self._open(reply.form, to)
        elif to.view:
            await to.client.views_update(view_id=to.view, view=draw_answer(reply))
        else:
            return await self._give_message(reply, to)
        return ""

    async def _open(self, form: Form, to: Address) -> None:
        groups = await offered(to.client) if asks_for_groups(form) else NOTHING_OFFERED
        try:
            await to.client.views_open(trigger_id=to.trigger, view=draw_form(form, groups))
        except SlackApiError as error:
            if error.response.get("error") not in _TOO_LATE or to.url is None:
                raise
            log.warning("Slack refused: %s", error.response["error"])
            await self._give_message(phrase_too_late(), to)

    async def _give_message(self, reply: Reply, to: Address) -> str:
        """The fullest way first; what Slack refuses of it is told in words instead."""
        refused: list[Shown] = []
        async for shown in self._ways.of(reply, to.origin.team, lambda: self._upload(reply, to)):
            if to.url and to.url.left == 1:
                break  # the last use is for what Slack cannot refuse
            try:
                key = await send(render(reply, shown), reply, to)
            except BlocksRefused as error:
                log.info("Slack refused blocks: %s", error)
                refused.append(shown)
            else:
                self._ways.learn(refused, shown, to.origin.team)
                return key
        return await send(Message(text_of(reply), []), reply, to)

    async def _upload(self, reply: Reply, to: Address) -> str:
        """While it is drawn, the talk says that something is coming."""
        if to.origin.direct and to.origin.thread and not to.url:
            await say_status(to, "draws the chart …")
        return await self._pictures.upload(to.client, reply)
