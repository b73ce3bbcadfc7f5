"""A workspace full of fans, and Spotter among them: real requests into the real dispatch.

They come signed over HTTP, or over a real connection (Socket Mode).
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import time
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from uuid import uuid4

import aiohttp
import pytest

from adapters.settings import SlackSettings
from adapters.slack.app import Spotter
from adapters.slack.connection import connected
from adapters.slack.running import listening
from bot.bot import Bot
from bot.pace import Pace
from bot.recap.newsroom import Newsroom
from bot.store.opening import open_shelf
from knowledge.record_book import RecordBook
from tests.adapters.slack.loopback import APP, APP_TOKEN, BOT_USER, SECRET, TEAM, TOKEN, loopback
from tests.adapters.slack.slack_rules import view_faults
from tests.bot.days import on

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping
    from pathlib import Path

    from adapters.drawing.studio import Studio
    from bot.command import Command
    from bot.store.opening import Shelf
    from tests.adapters.slack.loopback import Loopback, Message

TODAY = date(2026, 2, 1)
CHANNEL = "C1"


@dataclass(frozen=True, slots=True)
class Answered:
    """What Slack heard in answer to a request."""

    status: int
    text: str

    @property
    def json(self) -> Any:
        return json.loads(self.text)


@dataclass(slots=True)
class Town:
    """The workspace's side: everything that reaches Spotter goes through here."""

    slack: Loopback
    address: str  # none where Spotter is asked over its connection
    http: aiohttp.ClientSession
    spotter: Spotter
    shelf: Shelf

    def fan(self, name: str, team: str = TEAM, channel: str = CHANNEL) -> Fan:
        return Fan(self, f"U{name.upper()}", name, channel, team)

    async def send(
        self,
        body: str,
        kind: str = "application/x-www-form-urlencoded",
        headers: Mapping[str, str] | None = None,
    ) -> Answered:
        sent = {"Content-Type": kind, **(signed(body) if headers is None else headers)}
        url = f"http://{self.address}/slack/events"
        async with self.http.post(url, data=body.encode(), headers=sent) as response:
            return Answered(response.status, await response.text())

    async def bring(self, kind: str, payload: dict[str, Any]) -> Answered:
        """As Slack does: the kind is that of the envelope, which over HTTP shows in the body."""
        if not self.address:
            envelope = await self.slack.send(kind, payload)
            await self.slack.until(lambda: envelope in self.slack.acknowledged)
            told = self.slack.told_back.get(envelope)
            return Answered(200, json.dumps(told) if told else "")
        if kind == "events_api":
            return await self.send(json.dumps(payload), "application/json")
        is_form = kind == "slash_commands"
        return await self.send(urlencode(payload if is_form else {"payload": json.dumps(payload)}))

    async def interact(self, payload: dict[str, Any]) -> Answered:
        answered = await self.bring("interactive", payload)
        assert answered.status == 200, answered
        if answered.text and "view" in answered.json:
            assert view_faults(answered.json["view"]) == []
        await self.quiet()
        return answered

    async def event(self, told: dict[str, Any], number: str = "", team: str = TEAM) -> Answered:
        body = {
            "type": "event_callback",
            "api_app_id": APP,
            "team_id": team,
            "event": told,
            "event_id": number or f"Ev{uuid4()}",
            "authorizations": [{"team_id": team, "user_id": BOT_USER, "is_bot": True}],
        }
        answered = await self.bring("events_api", body)
        await self.quiet()
        return answered

    async def quiet(self) -> None:
        """When everything that was begun is finished."""
        while self.spotter.answering.tasks:
            await asyncio.wait(self.spotter.answering.tasks)

    @property
    def last(self) -> Message:
        return self.slack.messages[-1]


@dataclass(frozen=True, slots=True)
class Fan:
    """Somebody in the workspace's channel."""

    town: Town
    user: str
    name: str
    channel: str
    team: str

    async def use(self, command: str, text: str = "") -> Message:
        slack = self.town.slack
        told = {
            "command": command,
            "text": text,
            "team_id": self.team,
            "user_id": self.user,
            "user_name": self.name,
            "channel_id": self.channel,
            "api_app_id": APP,
            "response_url": slack.hook(self.channel, self.user),
            "trigger_id": slack.trigger(),
        }
        answered = await self.town.bring("slash_commands", told)
        assert (answered.status, answered.text) == (200, "")
        await self.town.quiet()
        return self.town.last

    async def ask(self, question: str) -> Message:
        return await self.use("/ask", question)

    async def say(self, words: str, thread: str = "") -> Message:
        """Mention Spotter in the channel."""
        return await self._say("app_mention", f"<@{BOT_USER}> {words}", self.channel, thread)

    async def whisper(self, words: str, thread: str = "") -> Message:
        """Write to Spotter alone."""
        return await self._say("message", words, f"D{self.user}", thread, channel_type="im")

    async def _say(self, kind: str, text: str, channel: str, thread: str, **more: str) -> Message:
        told = {"type": kind, "user": self.user, "text": text, "channel": channel, **more}
        told["ts"] = self.town.slack.next_number()
        await self.town.event(told | ({"thread_ts": thread} if thread else {}), team=self.team)
        return self.town.last

    async def press(self, message: Message, label: str) -> Message:
        action = next(each for each in buttons_of(message) if each["text"]["text"] == label)
        await self.act(message, {**action, "type": "button"})
        return self.town.last

    async def act(self, message: Message, action: dict[str, Any]) -> Answered:
        container = {"type": "message", "message_ts": message.number, "channel_id": message.channel}
        container |= {"thread_ts": message.thread} if message.thread else {}
        return await self.town.interact(
            {
                "type": "block_actions",
                **self._who(),
                "actions": [action],
                "container": container,
                "channel": {"id": message.channel},
                "response_url": self.town.slack.hook(message.channel, self.user, message),
                "trigger_id": self.town.slack.trigger(),
            }
        )

    async def shortcut(self, name: str, message: str | None = None) -> Answered:
        told: dict[str, Any] = {"type": "shortcut", "callback_id": name, **self._who()}
        told["trigger_id"] = self.town.slack.trigger()
        if message is not None:
            told |= {"type": "message_action", "message": {"text": message, "ts": "1"}}
            told |= {"channel": {"id": self.channel}}
            told |= {"response_url": self.town.slack.hook(self.channel, self.user)}
        return await self.town.interact(told)

    async def fill(self, view: dict[str, Any], values: dict[str, Any], where: str = "") -> Answered:
        """Send a form; where it offers that, the answer goes to a channel."""
        urls = [{"response_url": self.town.slack.hook(where, self.user)}] if where else []
        fields = {name: {name: value} for name, value in values.items()}
        state = {"state": {"values": fields}}
        return await self.town.interact(
            {
                "type": "view_submission",
                **self._who(),
                "view": {**view, **state},
                "response_urls": urls,
                "trigger_id": self.town.slack.trigger(),
            }
        )

    async def type_in(self, field: str, typed: str) -> Any:
        """What an external menu offers for what was typed."""
        told = {"type": "block_suggestion", **self._who(), "action_id": field, "block_id": field}
        return (await self.town.interact({**told, "value": typed})).json["options"]

    def _who(self) -> dict[str, Any]:
        user = {"id": self.user, "username": self.name, "team_id": self.team}
        return {"user": user, "team": {"id": self.team, "domain": "t"}, "api_app_id": APP}


def signed(body: str, secret: str = SECRET, at: float | None = None) -> dict[str, str]:
    """As Slack signs: the version, the time and the body under the secret that both know."""
    moment = str(int(time.time() if at is None else at))
    code = hmac.new(secret.encode(), f"v0:{moment}:{body}".encode(), hashlib.sha256)
    return {
        "X-Slack-Request-Timestamp": moment,
        "X-Slack-Signature": f"v0={code.hexdigest()}",
    }


def settings_for(slack: Loopback, **more: Any) -> SlackSettings:
    told = {"token": TOKEN, "signing_secret": SECRET, "api_url": slack.api_url, "port": 0}
    return SlackSettings(**{**told, **more})


@pytest.fixture(scope="session")
def book(book_home: Path) -> RecordBook:
    return RecordBook.open(book_home)


@asynccontextmanager
async def town_of(
    book: Any,
    store: str,
    studio: Studio | None = None,
    commands: tuple[Command, ...] | None = None,
    slack: Loopback | None = None,
    **settings: Any,
) -> AsyncIterator[Town]:
    """Run it, and hold everything that it sent against Slack's rules."""
    if slack is None:
        async with loopback() as played:
            async with town_of(book, store, studio, commands, played, **settings) as town:
                yield town
            assert played.faults == []
        return
    more = {"commands": commands} if commands else {}
    told = settings_for(slack, **settings)
    async with open_shelf(store, told.secret_key) as shelf, aiohttp.ClientSession() as http:
        kept = {
            "cards": shelf.cards,
            "talks": shelf.talks,
            "kept": shelf.preferences,
            "answers": shelf.answers,
        }
        kept |= {"newsroom": Newsroom(shelf.drafts, shelf.links)}
        bot = Bot(book, on(TODAY), pace=Pace(clock=lambda: 0.0), **kept, **more)
        spotter = Spotter(bot, told, shelf, studio)
        async with spotter, AsyncExitStack() as ways:
            address = ""
            if told.signing_secret:
                address = await ways.enter_async_context(listening(spotter.app, told))
            if told.app_token:
                await ways.enter_async_context(connected(spotter.app, told))
            yield Town(slack, address, http, spotter, shelf)


@pytest.fixture
def store(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/bot.db"


@pytest.fixture
async def town(book: RecordBook, store: str) -> AsyncIterator[Town]:
    """Spotter with the real book, no pictures, and a fixed day."""
    async with town_of(book, store) as built:
        yield built


@pytest.fixture(params=["http", "connection"])
async def town_by_both(
    book: RecordBook, store: str, request: pytest.FixtureRequest
) -> AsyncIterator[Town]:
    """The same, in each of the two ways in which Slack brings what people do."""
    way = {} if request.param == "http" else {"app_token": APP_TOKEN, "signing_secret": ""}
    async with town_of(book, store, **way) as built:
        yield built


def buttons_of(message: Message) -> list[dict[str, Any]]:
    return [
        element
        for block in message.blocks
        if block["type"] == "actions"
        for element in block["elements"]
        if element["type"] == "button"
    ]


def labels_of(message: Message) -> list[str]:
    return [button["text"]["text"] for button in buttons_of(message)]


def words_of(message: Message) -> str:
    """All that its blocks show, title first, without its buttons."""
    return "\n".join(filter(None, map(_shown, message.blocks)))


def _shown(block: dict[str, Any]) -> str:
    match block["type"]:
        case "header" | "section":
            return str(block["text"]["text"])
        case "context":
            return "\n".join(each["text"] for each in block["elements"])
        case "table":
            return "\n".join(" | ".join(cell["text"] for cell in row) for row in block["rows"])
        case "image":
            return f"({block['slack_file']['id']}: {block['alt_text']})"
        case "data_visualization":
            return f"(chart: {block['title']})"
        case _:
            return ""
