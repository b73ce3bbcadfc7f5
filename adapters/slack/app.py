"""Spotter on Slack: what comes in is acknowledged, taken to the bot, and its reply given back."""

from __future__ import annotations

import asyncio
import logging
import re
import secrets
from typing import TYPE_CHECKING, Any

import aiohttp
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_sdk.errors import SlackApiError, SlackClientError, SlackObjectFormationError
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
    AsyncServerErrorRetryHandler,
)
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.buttons import PRESS, pressed
from adapters.slack.commands import SLASHES, on_message, read_slash
from adapters.slack.forms import FORM, draw_waiting, read_values
from adapters.slack.giving import Address, Giver, SlackRefused
from adapters.slack.home import HOME, SERIES, draw_home, read_choice
from adapters.slack.installing import oauth_settings
from adapters.slack.opening import (
    ASK_SPOTTER,
    DRIVER,
    QUESTION,
    draw_opening,
    draw_options,
    read_opening,
)
from adapters.slack.origin import Origin, of_command, of_event, of_interaction
from adapters.slack.pictures import Pictures
from adapters.slack.replays import Replays
from adapters.slack.words import read_words
from adapters.underway import Underway
from bot.phrasing import phrase_bug
from bot.request import Press, Request, Submission
from knowledge.answer import Answer, WhichOne

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from typing import Self

    from adapters.drawing.studio import Studio
    from adapters.settings import SlackSettings
    from bot.bot import Bot
    from bot.reply import Reply
    from bot.store.opening import Shelf

log = logging.getLogger(__name__)

PATIENCE = 10.0
"""Seconds that a stop waits for replies under way; a supervisor often kills after 30."""

AT_ONCE = 8
"""Answers worked on together; the others wait, so that every request is acknowledged in time."""

_RETRIES = 2
_PRESSES = re.compile(rf"^{PRESS}:")
_CHOICES = re.compile(rf"^{HOME}:")
_DRIVERS = re.compile(rf"(^|:){DRIVER}$")


class Spotter:
    """Thin listeners on slack-bolt's app; each acknowledges at once and answers afterwards."""

    def __init__(
        self, bot: Bot, settings: SlackSettings, shelf: Shelf, studio: Studio | None = None
    ) -> None:
        self.bot = bot
        self._likings = shelf.likings
        self._pictures = Pictures(studio)
        self._giver = Giver(self._pictures)
        self._underway = Underway()
        self._working = asyncio.Semaphore(AT_ONCE)
        self._tasks: set[asyncio.Task[None]] = set()
        self._session = aiohttp.ClientSession()
        self.client = web_client(settings, self._session)
        self.app = AsyncApp(
            client=self.client,
            signing_secret=settings.signing_secret,
            process_before_response=True,  # else bolt looks every 10 ms whether we acknowledged
            attaching_conversation_kwargs_enabled=False,
            oauth_settings=oauth_settings(settings, shelf),
        )
        if settings.client_id:
            self.app.enable_token_revocation_listeners()
        self.app.middleware(Replays(shelf.seen).stop_them)
        self._listen()

    async def __aenter__(self) -> Self:
        self._begin(self._pictures.warm_up())
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._session.close()
        await self._pictures.close()

    async def retire(self) -> None:
        """Take nothing new, and finish what is under way."""
        log.info("stopping")
        if not await self._underway.close(PATIENCE):
            log.warning("some replies were not finished within %g seconds", PATIENCE)

    def _listen(self) -> None:
        for name in SLASHES:
            self.app.command(f"/{name}")(self._on_command)
        for each in on_message():
            self.app.shortcut(each.name)(self._on_message_shortcut)
        self.app.shortcut(ASK_SPOTTER)(self._on_opening)
        self.app.options(_DRIVERS)(self._on_typing)
        self.app.view(ASK_SPOTTER)(self._on_asked)
        self.app.view(FORM)(self._on_form)
        self.app.action(_PRESSES)(self._on_press)
        self.app.action(_CHOICES)(self._on_choice)
        self.app.event("app_home_opened")(self._on_home)
        self.app.event("app_mention")(self._on_message)
        self.app.event("message")(self._on_message)

    async def _on_command(
        self, ack: AsyncAck, context: AsyncBoltContext, command: dict[str, Any]
    ) -> None:
        await ack()
        origin = of_command(context, command)
        typed = read_slash(command["command"], read_words(command.get("text", "")))
        to = Address(_client(context), origin, response_url=command["response_url"])
        self._answer(to, lambda: self._use(typed.name, typed.options, origin, command["text"]))

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
        self._answer(Address(_client(context), origin), lambda: self.bot.handle(request))

    async def _on_message_shortcut(
        self, ack: AsyncAck, context: AsyncBoltContext, body: dict[str, Any]
    ) -> None:
        """What the message says is the command's first option."""
        await ack()
        origin = of_interaction(context, body)
        used = next(each for each in on_message() if each.name == body["callback_id"])
        said = {used.options[0].name: read_words(body["message"].get("text", ""))}
        to = Address(_client(context), origin, response_url=body["response_url"])
        request = Request(used.name, origin.asker, origin.place, said)
        self._answer(to, lambda: self.bot.handle(request))

    async def _on_press(
        self, ack: AsyncAck, context: AsyncBoltContext, body: dict[str, Any]
    ) -> None:
        await ack()
        origin = of_interaction(context, body)
        to = Address(
            _client(context), origin, body.get("response_url", ""), body.get("trigger_id", "")
        )
        press = Press(pressed(body["actions"][0]), origin.asker, origin.place)
        self._answer(to, lambda: self.bot.press(press))

    async def _on_opening(
        self, ack: AsyncAck, context: AsyncBoltContext, body: dict[str, Any]
    ) -> None:
        await ack()
        client = _client(context)
        self._begin(client.views_open(trigger_id=body["trigger_id"], view=draw_opening()))

    async def _on_typing(
        self, ack: AsyncAck, context: AsyncBoltContext, body: dict[str, Any]
    ) -> None:
        place = of_interaction(context, body).place
        found = self.bot.suggest("driver", "driver", body.get("value", ""), place)
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
            Address(_client(context), origin, response_url=urls[0]["response_url"])
            if urls
            else Address(_client(context), origin, view=view["id"])
        )
        request = Request(asked.command, origin.asker, origin.place, asked.options)
        self._answer(to, lambda: self.bot.handle(request))

    async def _on_form(
        self, ack: AsyncAck, context: AsyncBoltContext, body: dict[str, Any]
    ) -> None:
        view = body["view"]
        await ack(response_action="update", view=draw_waiting())
        origin = of_interaction(context, body)
        filled = Submission(view["private_metadata"], origin.asker, origin.place, read_values(view))
        to = Address(_client(context), origin, view=view["id"])
        self._answer(to, lambda: self.bot.submit(filled))

    async def _on_home(
        self, ack: AsyncAck, context: AsyncBoltContext, event: dict[str, Any]
    ) -> None:
        await ack()
        if event.get("tab") == "home":
            origin = Origin(context.team_id or context.enterprise_id or "", event["user"], "")
            self._begin(self._show_home(_client(context), origin))

    async def _on_choice(
        self, ack: AsyncAck, context: AsyncBoltContext, body: dict[str, Any]
    ) -> None:
        await ack()
        origin = of_interaction(context, body)
        name, value = read_choice(body["actions"][0])
        self._begin(self._choose(_client(context), origin, name, value))

    async def _choose(self, client: AsyncWebClient, origin: Origin, name: str, value: str) -> None:
        await self._likings.choose(origin.asker, origin.team, name, value)
        await self._show_home(client, origin)

    async def _show_home(self, client: AsyncWebClient, origin: Origin) -> None:
        likings = await self._likings.of(origin.asker)
        asked = [Request("help", origin.asker, origin.place)]
        if DRIVER in likings:
            told = {name: likings[name] for name in (DRIVER, SERIES) if name in likings}
            asked.insert(0, Request("driver", origin.asker, origin.place, told))
        asked.append(Request("about", origin.asker, origin.place))
        async with self._working:
            replies = [await self.bot.handle(each) for each in asked]
        await client.views_publish(user_id=origin.user, view=draw_home(likings, *replies))

    async def _use(self, name: str, options: dict[str, str], origin: Origin, typed: str) -> Reply:
        """A command; where its first words only look like one, the whole is a question."""
        reply = await self.bot.handle(Request(name, origin.asker, origin.place, options))
        if name in ("ask", "settle") or isinstance(reply.outcome, Answer | WhichOne) or not options:
            return reply
        whole = {"question": read_words(typed).removeprefix("/")}
        asked = await self.bot.handle(Request("ask", origin.asker, origin.place, whole))
        return asked if isinstance(asked.outcome, Answer) else reply

    def _answer(self, to: Address, answer: Callable[[], Awaitable[Reply]]) -> None:
        if not self._underway.closed:
            self._begin(self._whatever_happens(to, answer))

    def _begin(self, work: Any) -> None:  # noqa: ANN401 - anything that can be awaited
        """Go on after the acknowledgement; asyncio itself would forget the task."""
        task = asyncio.ensure_future(self._survive(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _survive(self, work: Awaitable[Any]) -> None:
        """What Slack did not take is written down; the next one may go through."""
        try:
            await work
        except SlackApiError as error:
            log.warning("Slack refused: %s", error.response.get("error"))
        except (SlackRefused, SlackClientError) as error:
            log.warning("Slack refused: %s", error)
        except (aiohttp.ClientError, OSError) as error:
            log.warning("Slack could not be reached: %s", type(error).__name__)
        except Exception:
            log.exception("bug in what nobody waits for")

    async def _whatever_happens(self, to: Address, answer: Callable[[], Awaitable[Reply]]) -> None:
        """The reply, or an apology for a bug of this floor."""
        with self._underway.one():
            async with self._working:
                reply = await answer()
            try:
                await self._giver.give(reply, to)
            except SlackObjectFormationError as bug:  # found by slack_sdk before Slack did
                await self._giver.give(_write_down(bug), to)
            except (SlackRefused, SlackClientError, aiohttp.ClientError, OSError):
                raise
            except Exception as bug:  # noqa: BLE001 - whatever it is, the reader waits
                await self._giver.give(_write_down(bug), to)


def web_client(settings: SlackSettings, session: aiohttp.ClientSession) -> AsyncWebClient:
    """One session for all requests; Slack's limits and its errors are waited out."""
    return AsyncWebClient(
        token=settings.token or None,
        base_url=settings.api_url,
        session=session,
        retry_handlers=[
            AsyncConnectionErrorRetryHandler(),
            AsyncRateLimitErrorRetryHandler(max_retry_count=_RETRIES),
            AsyncServerErrorRetryHandler(max_retry_count=_RETRIES),
        ],
    )


def _client(context: AsyncBoltContext) -> AsyncWebClient:
    """With the token of the workspace that asks."""
    assert context.client is not None, "bolt gives every request its client"  # noqa: S101
    return context.client


def _is_for_us(event: dict[str, Any]) -> bool:
    """New words of a person: a mention anywhere, or anything in Spotter's own messages."""
    is_new = event.get("subtype") in (None, "file_share", "thread_broadcast")
    is_said = bool(event.get("user")) and not event.get("bot_id") and is_new
    if event["type"] == "app_mention":
        return is_said and event.get("channel_type") != "im"
    return is_said and event.get("channel_type") == "im"


def _write_down(bug: Exception) -> Reply:
    """An apology with the mark under which the log has the bug."""
    mark = secrets.token_hex(4)
    log.error("bug %s", mark, exc_info=bug)
    return phrase_bug(mark)
