"""A small Discord on this machine: REST and gateway, as far as a bot needs them to talk.

It plays only the other side of the wire; the client that comes is the real one.
"""

from __future__ import annotations

import asyncio
import json
import re
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from aiohttp import WSMsgType, web

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping

TOKEN = "a.token.of-these-tests"  # noqa: S105 - it opens nothing
APPLICATION, GUILD, CHANNEL, FAN = "1000", "2000", "3000", "4000"
PATIENCE = 30
"""Seconds after which a test says that something did not happen."""

HELLO, DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, ACK = 10, 0, 1, 2, 6, 7, 11


@dataclass(frozen=True, slots=True)
class Made:
    """A request that the client made."""

    method: str
    path: str
    body: Any
    files: tuple[bytes, ...] = ()


@dataclass(slots=True)
class Trouble:
    """An answer to be given instead of the right one, once; without a status there is none."""

    path: str
    status: int = 0
    body: dict[str, Any] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    method: str = ""  # any
    is_done: bool = False  # what was asked for is done all the same

    def befalls(self, method: str, path: str) -> bool:
        return self.method in ("", method) and bool(re.search(self.path, path))


class Loopback:
    """Notes what is asked of it, and says what a test tells it to say."""

    def __init__(self, token: str = TOKEN) -> None:
        self.made: list[Made] = []
        self.troubles: list[Trouble] = []
        self.sessions: list[dict[str, Any]] = []  # what each IDENTIFY and RESUME said
        self.held = asyncio.Event()  # callbacks wait while it is not set
        self.held.set()
        self.waiting = 0
        self.on_callback: Callable[[str], None] = lambda _: None
        self.address = ""
        self._token = token
        self._ids = 5000
        self._said: list[dict[str, Any]] = []  # events of the session, for whoever resumes
        self._socket: web.WebSocketResponse | None = None
        self._changed = asyncio.Condition()

    @property
    def environment(self) -> dict[str, str]:
        return {
            "DISCORD_TOKEN": TOKEN,
            "DISCORD_API_URL": f"http://{self.address}/api/v10",
            "DISCORD_GATEWAY_URL": f"ws://{self.address}/gateway",
            "DISCORD_CDN_URL": f"http://{self.address}/cdn",
        }

    async def until(self, happened: Callable[[], Any]) -> Any:
        """Wait for something to be so, and give it back."""
        async with asyncio.timeout(PATIENCE), self._changed:
            await self._changed.wait_for(happened)
            return happened()

    async def answers(self, number: int = 1) -> list[Made]:
        """The first answers to interactions, when so many were given."""
        return await self.until(lambda: len(given := self.callbacks) >= number and given)

    @property
    def callbacks(self) -> list[Made]:
        return [each for each in self.made if each.path.endswith("/callback")]

    async def say(self, event: str, data: dict[str, Any]) -> None:
        """Send an event; to nobody, where the client is away just now."""
        said = {"op": DISPATCH, "t": event, "s": len(self._said) + 1, "d": data}
        self._said.append(said)
        if self._socket is not None and not self._socket.closed:
            await self._socket.send_json(said)

    async def use(self, command: str, fan: str = FAN, **options: str) -> str:
        """A fan uses a command; the token of it tells its answer from others."""
        typed = [{"name": name, "type": 3, "value": value} for name, value in options.items()]
        data = {"name": command, "id": "1", "type": 1, "options": typed}
        return await self.interact(2, data, fan)

    async def interact(self, kind: int, data: dict[str, Any], fan: str = FAN, **more: Any) -> str:
        token = f"secret{self._next_id()}"
        await self.say("INTERACTION_CREATE", self._interaction(kind, token, data, fan) | more)
        return token

    async def press(self, label: str, answer: Made) -> str:
        """A fan presses a button under an answer that was given before."""
        rows = answer.body["data"]["components"]
        buttons = {each["label"]: each["custom_id"] for row in rows for each in row["components"]}
        pressed = {"custom_id": buttons[label], "component_type": 2}
        under = self._message("", mention=False) | {"components": rows}
        return await self.interact(3, pressed, message=under)

    async def message(self, content: str, mention: bool = True) -> None:
        await self.say("MESSAGE_CREATE", self._message(content, mention=mention))

    async def hang_up(self, code: int = 4000) -> None:
        if self._socket is not None:
            await self._socket.close(code=code)

    async def ask_to_reconnect(self) -> None:
        assert self._socket is not None
        await self._socket.send_json({"op": RECONNECT, "d": None})

    async def respond(self, request: web.Request) -> web.Response:
        body, files = await _read(request)
        path = request.path.removeprefix("/api/v10")
        if request.headers.get("Authorization", f"Bot {self._token}") != f"Bot {self._token}":
            return refuse(401, 0, "401: Unauthorized")
        if path.endswith("/callback"):
            await self._hold()
        await self._note(Made(request.method, path, body, files))
        for trouble in self.troubles:
            if trouble.befalls(request.method, path):
                self.troubles.remove(trouble)
                if trouble.is_done:
                    self._answer(request.method, path, body, request.query)
                if not trouble.status and request.transport:
                    request.transport.close()
                return json_response(trouble.body, trouble.status or 500, trouble.headers)
        return self._answer(request.method, path, body, request.query)

    async def _hold(self) -> None:
        async with self._changed:
            self.waiting += 1
            self._changed.notify_all()
        await self.held.wait()
        self.waiting -= 1

    def _answer(self, method: str, path: str, body: Any, query: Mapping[str, str]) -> web.Response:
        match method, path.strip("/").split("/"):
            case "GET", ["users", "@me"]:
                return json_response(_user(APPLICATION, "Spotter") | {"bot": True})
            case "GET", ["oauth2", "applications", "@me"]:
                return json_response(_application())
            case "PUT", ["applications", _, "commands"]:
                told = enumerate(body, start=6000)
                return json_response([_command(number, each) for number, each in told])
            case "GET", ["gateway", "bot"]:
                return json_response(self._gateway())
            case "POST", ["interactions", number, token, "callback"]:
                self.on_callback(token)
                kind = {"id": number, "type": 2, "response_message_id": self._next_id()}
                return json_response({"interaction": kind})
            case (("POST" | "PATCH"), ["webhooks" | "channels", *_]):
                return json_response(self._message("", mention=False))
            case "DELETE", _:
                return web.Response(status=204)
        return refuse(404, 0, "404: Not Found")

    async def gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._socket = socket
        await socket.send_json({"op": HELLO, "d": {"heartbeat_interval": 41250}})
        async for received in socket:
            if received.type == WSMsgType.TEXT:
                await self._hear(json.loads(received.data))
        return socket

    async def _hear(self, said: dict[str, Any]) -> None:
        assert self._socket is not None
        match said["op"]:
            case 1:
                await self._socket.send_json({"op": ACK})
            case 2:
                self._said.clear()
                await self.say("READY", self._ready(said["d"]))
                await self._note_session(said)
            case 6:
                for missed in self._said[said["d"]["seq"] :]:
                    await self._socket.send_json(missed)
                await self.say("RESUMED", {})
                await self._note_session(said)

    async def _note(self, made: Made) -> None:
        async with self._changed:
            self.made.append(made)
            self._changed.notify_all()

    async def _note_session(self, said: dict[str, Any]) -> None:
        async with self._changed:
            self.sessions.append(said)
            self._changed.notify_all()

    def _gateway(self) -> dict[str, Any]:
        limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
        return {"url": f"ws://{self.address}/gateway", "shards": 1, "session_start_limit": limit}

    def _ready(self, identify: dict[str, Any]) -> dict[str, Any]:
        return {
            "v": 10,
            "user": _user(APPLICATION, "Spotter"),
            "guilds": [],
            "session_id": "session",
            "resume_gateway_url": f"ws://{self.address}/gateway",
            "application": {"id": APPLICATION, "flags": 0},
            "shard": identify.get("shard", [0, 1]),
        }

    def _interaction(self, kind: int, token: str, data: dict[str, Any], fan: str) -> dict[str, Any]:
        """Each fan in a channel of his own."""
        channel = CHANNEL + fan
        member = {"user": _user(fan, "fan"), "roles": [], "permissions": "0", "flags": 0}
        return {
            "id": self._next_id(),
            "application_id": APPLICATION,
            "type": kind,
            "token": token,
            "version": 1,
            "data": data,
            "guild_id": GUILD,
            "guild": {"id": GUILD, "locale": "en-US", "features": []},
            "channel_id": channel,
            "channel": {"id": channel, "type": 0, "name": "racing", "position": 0},
            "member": member | {"joined_at": _NOW, "deaf": False, "mute": False},
            "locale": "en-US",
            "entitlements": [],
            "context": 0,
            "attachment_size_limit": 10_000_000,
        }

    def _message(self, content: str, *, mention: bool) -> dict[str, Any]:
        """A direct message; its mention is the bot's."""
        return {
            "id": self._next_id(),
            "channel_id": CHANNEL,
            "author": _user(FAN, "fan"),
            "content": content,
            "timestamp": _NOW,
            "edited_timestamp": None,
            "tts": False,
            "mention_everyone": False,
            "mentions": [_user(APPLICATION, "Spotter")] if mention else [],
            "mention_roles": [],
            "attachments": [],
            "embeds": [],
            "pinned": False,
            "type": 0,
            "components": [],
        }

    def _next_id(self) -> str:
        self._ids += 1
        return str(self._ids)


Played = TypeVar("Played", bound=Loopback)


@asynccontextmanager
async def loopback(token: str = TOKEN, played_by: type[Played] = Loopback) -> AsyncIterator[Played]:
    played = played_by(token)
    app = web.Application()
    app.router.add_get("/gateway", played.gateway)
    app.router.add_route("*", "/api/v10/{path:.*}", played.respond)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    played.address = "{}:{}".format(*runner.addresses[0])
    try:
        yield played
    finally:
        await runner.cleanup()


_NOW = "2026-02-01T12:00:00+00:00"


def _user(number: str, name: str) -> dict[str, Any]:
    return {
        "id": number,
        "username": name,
        "discriminator": "0",
        "avatar": None,
        "global_name": name,
    }


def _application() -> dict[str, Any]:
    return {
        "id": APPLICATION,
        "name": "Spotter",
        "description": "",
        "icon": None,
        "bot_public": True,
        "bot_require_code_grant": False,
        "owner": _user("9000", "owner"),
        "verify_key": "",
        "flags": 0,
    }


def _command(number: int, told: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": str(number),
        "application_id": APPLICATION,
        "version": "1",
        "description": "",
    } | told


def json_response(
    body: Any, status: int = 200, headers: Mapping[str, str] | None = None
) -> web.Response:
    """Exactly this type: discord.py reads nothing else as JSON."""
    told = {"Content-Type": "application/json"} | dict(headers or {})
    return web.Response(body=json.dumps(body).encode(), status=status, headers=told)


def refuse(status: int, code: int, why: str) -> web.Response:
    return json_response({"message": why, "code": code}, status)


async def _read(request: web.Request) -> tuple[Any, tuple[bytes, ...]]:
    """The JSON of a request, by itself or among files."""
    if not request.content_type.startswith("multipart/"):
        text = await request.text()
        return (json.loads(text) if text else None), ()
    form = await request.post()
    files = [value.file.read() for value in form.values() if isinstance(value, web.FileField)]
    return json.loads(str(form["payload_json"])), tuple(files)
