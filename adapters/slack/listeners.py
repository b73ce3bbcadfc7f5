"""Thin listeners: each acknowledges at once, and has the answer given afterwards."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from adapters.slack.buttons import PRESS, pressed
from adapters.slack.client import client_of
from adapters.slack.commands import SHORT, SLASHES, command, read_slash
from adapters.slack.origin import of_command, of_event, of_interaction
from adapters.slack.reading import read_words
from adapters.slack.responding import ResponseUrl
from adapters.slack.sending import Address
from bot.request import Press, Request
from knowledge.answer import Answer, WhichOne

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

    from adapters.slack.answering import Answering
    from adapters.slack.moderators import Moderators
    from adapters.typed import Typed
    from bot.bot import Bot
    from bot.reply import Reply

_PRESSES = re.compile(rf"^{PRESS}:")


class Listeners:
    """Commands, messages and buttons."""

    def __init__(self, bot: Bot, answering: Answering, moderators: Moderators) -> None:
        self._bot = bot
        self._answering = answering
        self._moderators = moderators

    def listen(self, app: AsyncApp) -> None:
        for name in SLASHES:
            app.command(f"/{name}")(self._on_command)
        app.action(_PRESSES)(self._on_press)
        app.event("app_mention")(self._on_message)
        app.event("message")(self._on_message)

    async def _on_command(
        self, ack: AsyncAck, context: AsyncBoltContext, command: dict[str, Any]
    ) -> None:
        await ack()
        origin = of_command(context, command)
        words = read_words(command.get("text", ""))
        typed = read_slash(command["command"], words)
        to = Address(client_of(context), origin, ResponseUrl(command["response_url"]))
        self._answering.answer(to, lambda: self._use(typed, to, words))

    async def _on_message(
        self, ack: AsyncAck, context: AsyncBoltContext, event: dict[str, Any]
    ) -> None:
        """A mention or a direct message asks; a mention alone gets help."""
        await ack()
        if not _is_for_us(event):
            return
        origin = of_event(context, event)
        question = read_words(event.get("text", ""), context.bot_user_id or "")
        name, options = ("ask", {"question": question}) if question else ("help", {})
        request = Request(name, origin.asker, origin.place, options)
        self._answering.answer(
            Address(client_of(context), origin), lambda: self._bot.handle(request)
        )

    async def _on_press(
        self, ack: AsyncAck, context: AsyncBoltContext, body: dict[str, Any]
    ) -> None:
        await ack()
        origin = of_interaction(context, body)
        given = body.get("response_url", "")
        url = ResponseUrl(given) if given else None
        to = Address(client_of(context), origin, url, body.get("trigger_id", ""))
        press = Press(pressed(body["actions"][0]), origin.asker, origin.place)
        self._answering.answer(to, lambda: self._press(press, to))

    async def _press(self, press: Press, to: Address) -> Reply:
        return await self._bot.press(await self._moderators.known(press, to.client))

    async def _use(self, typed: Typed, to: Address, words: str) -> Reply:
        """A command; where its first words only look like one, the whole is a question."""
        (name, options), origin = typed, to.origin
        request = Request(name, origin.asker, origin.place, options)
        reply = await self._bot.handle(await self._moderators.known(request, to.client))
        if name in SHORT or not options or isinstance(reply.outcome, Answer | WhichOne):
            return reply
        if command(name).for_moderators:
            return reply
        whole = {"question": words.removeprefix("/")}
        asked = await self._bot.handle(Request("ask", origin.asker, origin.place, whole))
        return asked if isinstance(asked.outcome, Answer) else reply


def _is_for_us(event: dict[str, Any]) -> bool:
    """New words of a person: a mention anywhere, or anything in Spotter's own messages."""
    is_new = event.get("subtype") in (None, "file_share", "thread_broadcast")
    is_said = bool(event.get("user")) and not event.get("bot_id") and is_new
    if event["type"] == "app_mention":
        return is_said and event.get("channel_type") != "im"
    return is_said and event.get("channel_type") == "im"
