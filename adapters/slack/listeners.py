"""Thin listeners: each acknowledges at once, and has the answer given afterwards."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from adapters.slack.buttons import PRESS, pressed
from adapters.slack.client import client_of
from adapters.slack.commands import SHORT, SLASHES, on_message, read_slash
from adapters.slack.forms import FORM, draw_waiting, read_values
from adapters.slack.giving import Address
from adapters.slack.moderators import Moderators
from adapters.slack.opening import (
    ASK_SPOTTER,
    DRIVER,
    QUESTION,
    draw_opening,
    draw_options,
    read_opening,
)
from adapters.slack.origin import of_command, of_event, of_interaction
from adapters.slack.words import read_words
from bot.request import Press, Request, Submission
from knowledge.answer import Answer, WhichOne

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

    from adapters.slack.answering import Answering
    from adapters.typed import Typed
    from bot.bot import Bot
    from bot.reply import Reply

_PRESSES = re.compile(rf"^{PRESS}:")
_DRIVERS = re.compile(rf"(^|:){DRIVER}$")


class Listeners:
    """Commands, messages, shortcuts, buttons and forms."""

    def __init__(self, bot: Bot, answering: Answering) -> None:
        self._bot = bot
        self._answering = answering
        self._moderators = Moderators(bot)

    def listen(self, app: AsyncApp) -> None:
        for name in SLASHES:
            app.command(f"/{name}")(self._on_command)
        for each in on_message():
            app.shortcut(each.name)(self._on_message_shortcut)
        app.shortcut(ASK_SPOTTER)(self._on_opening)
        app.options(_DRIVERS)(self._on_typing)
        app.view(ASK_SPOTTER)(self._on_asked)
        app.view(FORM)(self._on_form)
        app.action(_PRESSES)(self._on_press)
        app.event("app_mention")(self._on_message)
        app.event("message")(self._on_message)

    async def _on_command(
        self, ack: AsyncAck, context: AsyncBoltContext, command: dict[str, Any]
    ) -> None:
        await ack()
        origin = of_command(context, command)
        typed = read_slash(command["command"], read_words(command.get("text", "")))
        to = Address(client_of(context), origin, response_url=command["response_url"])
        whole = command.get("text", "")
        self._answering.answer(to, lambda: self._use(typed, to, whole))

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

    async def _on_message_shortcut(
        self, ack: AsyncAck, context: AsyncBoltContext, body: dict[str, Any]
    ) -> None:
        """What the message says is the command's first option."""
        await ack()
        origin = of_interaction(context, body)
        used = next(each for each in on_message() if each.name == body["callback_id"])
        said = {used.options[0].name: read_words(body["message"].get("text", ""))}
        to = Address(client_of(context), origin, response_url=body["response_url"])
        request = Request(used.name, origin.asker, origin.place, said)
        self._answering.answer(to, lambda: self._bot.handle(request))

    async def _on_press(
        self, ack: AsyncAck, context: AsyncBoltContext, body: dict[str, Any]
    ) -> None:
        await ack()
        origin = of_interaction(context, body)
        to = Address(
            client_of(context), origin, body.get("response_url", ""), body.get("trigger_id", "")
        )
        press = Press(pressed(body["actions"][0]), origin.asker, origin.place)
        self._answering.answer(to, lambda: self._press(press, to))

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
        found = self._bot.suggest("driver", "driver", body.get("value", ""), place)
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
            Address(client_of(context), origin, response_url=urls[0]["response_url"])
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
        self._answering.answer(to, lambda: self._submit(filled, to))

    async def _press(self, press: Press, to: Address) -> Reply:
        return await self._bot.press(await self._moderators.known(press, to.client))

    async def _submit(self, filled: Submission, to: Address) -> Reply:
        return await self._bot.submit(await self._moderators.known(filled, to.client))

    async def _use(self, typed: Typed, to: Address, words: str) -> Reply:
        """A command; where its first words only look like one, the whole is a question."""
        (name, options), origin = typed, to.origin
        request = Request(name, origin.asker, origin.place, options)
        reply = await self._bot.handle(await self._moderators.known(request, to.client))
        if name in SHORT or not options or isinstance(reply.outcome, Answer | WhichOne):
            return reply
        whole = {"question": read_words(words).removeprefix("/")}
        asked = await self._bot.handle(Request("ask", origin.asker, origin.place, whole))
        return asked if isinstance(asked.outcome, Answer) else reply


def _is_for_us(event: dict[str, Any]) -> bool:
    """New words of a person: a mention anywhere, or anything in Spotter's own messages."""
    is_new = event.get("subtype") in (None, "file_share", "thread_broadcast")
    is_said = bool(event.get("user")) and not event.get("bot_id") and is_new
    if event["type"] == "app_mention":
        return is_said and event.get("channel_type") != "im"
    return is_said and event.get("channel_type") == "im"
