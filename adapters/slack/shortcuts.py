"""Shortcuts and forms: what is asked from a message's menu, from anywhere, and what was filled."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from adapters.slack.client import client_of
from adapters.slack.commands import on_message
from adapters.slack.files import read_files
from adapters.slack.forms import FORM, draw_waiting, read_values
from adapters.slack.opening import (
    ASK_SPOTTER,
    DRIVER,
    QUESTION,
    draw_opening,
    draw_options,
    read_opening,
)
from adapters.slack.origin import of_interaction
from adapters.slack.reading import read_signs, read_words
from adapters.slack.responding import ResponseUrl
from adapters.slack.sending import Address
from bot.request import Request, Submission

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

    from adapters.slack.answering import Answering
    from adapters.slack.moderators import Moderators
    from bot.bot import Bot
    from bot.reply import Reply

_DRIVERS = re.compile(rf"(^|:){DRIVER}$")


class Shortcuts:
    """Each is acknowledged at once, with what the form shows meanwhile."""

    def __init__(self, bot: Bot, answering: Answering, moderators: Moderators) -> None:
        self._bot = bot
        self._answering = answering
        self._moderators = moderators

    def listen(self, app: AsyncApp) -> None:
        for each in on_message():
            app.shortcut(each.name)(self._on_message_shortcut)
        app.shortcut(ASK_SPOTTER)(self._on_opening)
        app.options(_DRIVERS)(self._on_typing)
        app.view(ASK_SPOTTER)(self._on_asked)
        app.view(FORM)(self._on_form)

    async def _on_message_shortcut(
        self, ack: AsyncAck, context: AsyncBoltContext, body: dict[str, Any]
    ) -> None:
        """What the message says is the command's first option."""
        await ack()
        origin = of_interaction(context, body)
        used = next(each for each in on_message() if each.name == body["callback_id"])
        said = {used.options[0].name: read_words(body["message"].get("text", ""))}
        to = Address(client_of(context), origin, ResponseUrl(body["response_url"]))
        request = Request(used.name, origin.asker, origin.place, said)
        self._answering.answer(to, lambda: self._bot.handle(request))

    async def _on_opening(
        self, ack: AsyncAck, context: AsyncBoltContext, body: dict[str, Any]
    ) -> None:
        await ack()
        client = client_of(context)
        self._answering.begin(client.views_open(trigger_id=body["trigger_id"], view=draw_opening()))

    async def _on_typing(
        self, ack: AsyncAck, context: AsyncBoltContext, body: dict[str, Any]
    ) -> None:
        place = of_interaction(context, body).place
        typed = read_signs(body.get("value", ""))
        found = self._bot.suggest("driver", "driver", typed, place)
        await ack(options=draw_options(found))

    async def _on_asked(
        self, ack: AsyncAck, context: AsyncBoltContext, body: dict[str, Any]
    ) -> None:
        view = body["view"]
        asked = read_opening(view)
        if not asked.command:
            await ack(response_action="errors", errors={QUESTION: "Ask something, or name one."})
            return
        origin = of_interaction(context, body)
        urls = body.get("response_urls") or []
        await (ack() if urls else ack(response_action="update", view=draw_waiting()))
        to = (
            Address(client_of(context), origin, ResponseUrl(urls[0]["response_url"]))
            if urls
            else Address(client_of(context), origin, view=view["id"])
        )
        request = Request(asked.command, origin.asker, origin.place, asked.options)
        self._answering.answer(to, lambda: self._bot.handle(request))

    async def _on_form(
        self, ack: AsyncAck, context: AsyncBoltContext, body: dict[str, Any]
    ) -> None:
        view = body["view"]
        await ack(response_action="update", view=draw_waiting())
        origin = of_interaction(context, body)
        filled = Submission(view["private_metadata"], origin.asker, origin.place, read_values(view))
        to = Address(client_of(context), origin, view=view["id"])
        self._answering.answer(to, lambda: self._submit(filled, view, to))

    async def _submit(self, filled: Submission, view: dict[str, Any], to: Address) -> Reply:
        filled = replace(filled, files=await read_files(view, to.client))
        return await self._bot.submit(await self._moderators.known(filled, to.client))
