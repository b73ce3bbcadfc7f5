"""A small Slack on this machine: Web API, response URLs, uploads and Socket Mode.

It plays only the other side of the wire, and refuses what Slack refuses.
"""

from __future__ import annotations

import asyncio
import base64
import json
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

from aiohttp import WSMsgType, web

from adapters.slack.manifest import SCOPES
from tests.adapters.slack.slack_rules import (
    RESPONSE,
    argument_faults,
    message_faults,
    view_faults,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

TOKEN, APP_TOKEN, SECRET = "xoxb-of-these-tests", "xapp-of-these-tests", "signing-of-these-tests"
TEAM, APP, BOT_USER, BOT = "T1", "A1", "UBOT", "B1"
PATIENCE = 20
"""Seconds after which a test says that something did not happen."""

TRIGGER_LIFE = 3.0
MOST_RESPONSES = 5
HOOK = "response_url"
"""What a trouble names that befalls those."""


@dataclass(slots=True)
class Message:
    """What stands in a channel, or is whispered to one user there."""

    number: str
    channel: str
    text: str
    blocks: list[dict[str, Any]]
    thread: str = ""
    whispered_to: str = ""
    team: str = TEAM
    metadata: dict[str, Any] = field(default_factory=dict)

    @property
    def ephemeral(self) -> bool:
        return bool(self.whispered_to)


@dataclass(slots=True)
class Hook:
    """A response URL: where it leads, and how often it was used."""

    channel: str
    user: str
    message: Message | None = None
    used: int = 0


@dataclass(frozen=True, slots=True)
class Made:
    """A call of the Web API."""

    method: str
    told: dict[str, Any]
    token: str


@dataclass(slots=True)
class Trouble:
    """An answer to be given instead of the right one, so many times."""

    method: str
    status: int = 200
    error: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    times: int = 1
    is_done: bool = False  # what was asked for is done all the same
    cut: bool = False  # and nothing is said
    needed: str = ""  # the scope that lacks
    html: str = ""  # what a proxy says instead
    after: int = 0  # calls that go well before it


class Loopback:
    """Notes what is asked of it, and refuses what makes no sense."""

    def __init__(self) -> None:
        self.made: list[Made] = []
        self.faults: list[str] = []
        self.admins: set[str] = set()
        self.messages: list[Message] = []
        self.views: dict[str, dict[str, Any]] = {}
        self.homes: dict[str, dict[str, Any]] = {}
        self.files: dict[str, dict[str, Any]] = {}
        self.sent: dict[str, bytes] = {}  # what people put into forms
        self.troubles: list[Trouble] = []
        self.teams = {TOKEN: TEAM}
        self.scopes = ",".join(SCOPES)
        self.takes_charts = self.takes_tables = self.takes_blocks = True
        self.scans = 0  # times that a new file is refused before it can be shown
        self.answers_pings = True
        self.judges = True  # holds every message against the rules
        self.groups: dict[str, int] = {}  # how many are in each
        self.allowed: tuple[str, ...] = ()  # groups that may be called
        self.address = ""
        self.acknowledged: dict[str, float] = {}
        self.told_back: dict[str, dict[str, Any]] = {}  # with an acknowledgement
        self.on_message: Callable[[Message], None] = lambda _: None
        self.on_acknowledged: Callable[[str], None] = lambda _: None
        self.connections = 0
        self.socket: web.WebSocketResponse | None = None
        self._hooks: dict[str, Hook] = {}
        self._triggers: dict[str, float] = {}
        self._numbers = 1000
        self._changed = asyncio.Condition()

    @property
    def api_url(self) -> str:
        return f"http://{self.address}/api/"

    async def until(self, happened: Callable[[], Any]) -> Any:
        """Wait for something to be so, and give it back."""
        async with asyncio.timeout(PATIENCE), self._changed:
            await self._changed.wait_for(happened)
            return happened()

    async def notify(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    def put_in(self, name: str, content: bytes) -> dict[str, Any]:
        """A file that somebody puts into a form."""
        self.sent[name] = content
        url = f"http://{self.address}/files/{name}"
        return {"name": name, "size": len(content), "url_private": url}

    async def hand_out(self, request: web.Request) -> web.Response:
        """To nobody without a token; Slack then shows where to log in."""
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if token not in self.teams:
            return web.Response(text="Log in", content_type="text/html")
        return web.Response(body=self.sent[request.match_info["name"]])

    def hook(self, channel: str, user: str, message: Message | None = None) -> str:
        number = self.next_number()
        self._hooks[number] = Hook(channel, user, message)
        return f"http://{self.address}/hooks/{number}"

    def trigger(self) -> str:
        number = self.next_number()
        self._triggers[number] = monotonic()
        return number

    def next_number(self) -> str:
        self._numbers += 1
        return str(self._numbers)

    @property
    def uses(self) -> list[int]:
        """How often each response URL was used."""
        return [hook.used for hook in self._hooks.values()]

    def called(self, method: str) -> list[dict[str, Any]]:
        return [each.told for each in self.made if each.method == method]

    async def api(self, request: web.Request) -> web.Response:
        method, told = request.match_info["method"], await _read(request)
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        told |= _credentials(token)
        token = told.pop("token", token)
        self.made.append(Made(method, told, token))
        for trouble in self.troubles:
            if trouble.method == method and trouble.times and trouble.after:
                trouble.after -= 1
            elif trouble.method == method and trouble.times:
                trouble.times -= 1
                if trouble.is_done:
                    self._answer(method, told, token)
                if trouble.cut and request.transport:
                    request.transport.close()
                if trouble.html:
                    return web.Response(text=trouble.html, status=trouble.status)
                body = {"ok": False, "error": trouble.error, "needed": trouble.needed}
                return web.json_response(body, status=trouble.status, headers=trouble.headers)
        faults = argument_faults(method, told)
        self.faults += faults
        answer = {"ok": False, "error": "invalid_arguments"}
        if not faults:
            answer = self._answer(method, told, token)
        await self.notify()
        return web.json_response(answer, headers={"X-OAuth-Scopes": self.scopes})

    def _answer(self, method: str, told: dict[str, Any], token: str) -> dict[str, Any]:
        match method:
            case "apps.connections.open" if token == APP_TOKEN:
                return {"ok": True, "url": f"ws://{self.address}/socket"}
            case "oauth.v2.access":
                return self._grant(told)
            case "auth.test" if token in self.teams:
                return {"ok": True, **_self(self.teams[token])}
            case "chat.postMessage" | "chat.postEphemeral" if token in self.teams:
                return self._post(told, self.teams[token])
        if token not in self.teams:
            return _no("invalid_auth")
        answers: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
            "usergroups.list": lambda _: {"ok": True, "usergroups": self._groups()},
            "users.info": self._tell_of,
            "views.open": self._open,
            "views.update": lambda told: self._show(told["view_id"], told["view"]),
            "views.publish": self._publish,
            "files.getUploadURLExternal": self._begin_upload,
            "files.completeUploadExternal": self._end_upload,
        }
        return answers.get(method, lambda _: {"ok": True})(told)

    def _groups(self) -> list[dict[str, Any]]:
        return [
            {"id": key, "name": f"<Group> {key}", "handle": key.casefold(), "user_count": number}
            for key, number in self.groups.items()
        ]

    def _tell_of(self, told: dict[str, Any]) -> dict[str, Any]:
        return {"ok": True, "user": {"id": told["user"], "is_admin": told["user"] in self.admins}}

    def _grant(self, told: dict[str, Any]) -> dict[str, Any]:
        """The code names the workspace that installs."""
        if told.get("client_secret") != "client-secret-of-these-tests":
            return _no("bad_client_secret")
        team, token = told["code"], f"xoxb-of-{told['code']}"
        self.teams[token] = team
        return {
            "ok": True,
            "app_id": APP,
            "access_token": token,
            "token_type": "bot",
            "scope": "commands",
            "bot_user_id": BOT_USER,
            "authed_user": {"id": "UOWNER"},
            "team": {"id": team, "name": team},
            "enterprise": None,
        }

    def _post(self, told: dict[str, Any], team: str) -> dict[str, Any]:
        refusal = self._refuse(told)
        if refusal:
            return _no(refusal)
        thread = told.get("thread_ts", "")
        if told.get("user") and thread and not self._has_begun(thread):
            self.faults.append("a whisper in a thread that has not begun is never shown")
        message = Message(
            self.next_number(),
            told["channel"],
            told["text"],
            told.get("blocks", []),
            thread,
            told.get("user", ""),
            team,
            told.get("metadata", {}),
        )
        self._keep(message)
        return {"ok": True, "channel": message.channel, "ts": message.number}

    def _refuse(self, told: dict[str, Any]) -> str:
        """An error that is expected of some workspaces, or a fault of ours, which is noted."""
        blocks = told.get("blocks") or []
        if blocks and not self.takes_blocks:
            return "invalid_blocks"
        for block in blocks:
            if block["type"] == "data_visualization" and not self.takes_charts:
                return "invalid_blocks"
            if block["type"] == "table" and not self.takes_tables:
                return "invalid_blocks"
            if "slack_file" in block and not self._is_scanned(block["slack_file"]["id"]):
                return "invalid_blocks"
        faults = message_faults(told, self.allowed) if self.judges else []
        self.faults += faults
        return "invalid_blocks" if faults else ""

    def _has_begun(self, thread: str) -> bool:
        return any(each.thread == thread and not each.ephemeral for each in self.messages)

    def _is_scanned(self, file: str) -> bool:
        if self.scans:
            self.scans -= 1
            return False
        return bool(self.files[file].get("complete"))

    def _keep(self, message: Message) -> None:
        self.messages.append(message)
        self.on_message(message)

    def _open(self, told: dict[str, Any]) -> dict[str, Any]:
        opened = self._triggers.pop(told["trigger_id"], None)
        if opened is None:
            return _no("exchanged_trigger_id")
        if monotonic() - opened > TRIGGER_LIFE:
            return _no("expired_trigger_id")
        return self._show(self.next_number(), told["view"])

    def _show(self, number: str, view: dict[str, Any]) -> dict[str, Any]:
        faults = view_faults(view)
        self.faults += faults
        if faults:
            return _no("invalid_arguments")
        self.views[number] = {**view, "id": number}
        return {"ok": True, "view": self.views[number]}

    def _publish(self, told: dict[str, Any]) -> dict[str, Any]:
        faults = view_faults(told["view"])
        self.faults += faults
        if faults:
            return _no("invalid_arguments")
        self.homes[told["user_id"]] = told["view"]
        return {"ok": True}

    def _begin_upload(self, told: dict[str, Any]) -> dict[str, Any]:
        number = f"F01234{self.next_number()}".replace(".", "")
        self.files[number] = told
        url = f"http://{self.address}/upload/{number}"
        return {"ok": True, "upload_url": url, "file_id": number}

    def _end_upload(self, told: dict[str, Any]) -> dict[str, Any]:
        for file in told["files"]:
            self.files[file["id"]]["complete"] = True
        return {"ok": True, "files": told["files"]}

    async def upload(self, request: web.Request) -> web.Response:
        file = self.files[request.match_info["number"]]
        file["content"] = await request.read()
        right = len(file["content"]) == int(file["length"])
        return web.Response(status=200 if right else 400)

    async def respond(self, request: web.Request) -> web.Response:
        hook, told = self._hooks.get(request.match_info["number"]), await request.json()
        if hook is None or hook.used >= MOST_RESPONSES:
            self.faults.append("a response_url used too often")
            return web.Response(status=404, text="used_url")
        hook.used += 1
        for trouble in self.troubles:
            if trouble.method == HOOK and trouble.times:
                trouble.times -= 1
                return web.Response(status=trouble.status, headers=trouble.headers)
        self.faults += [f"a response has no {name}" for name in told.keys() - RESPONSE]
        refusal = self._refuse(told)
        if not refusal:
            self._take_response(hook, told)
        await self.notify()
        return web.Response(status=400 if refusal else 200, text=refusal or "ok")

    def _take_response(self, hook: Hook, told: dict[str, Any]) -> None:
        if told.get("replace_original") and hook.message:
            hook.message.text, hook.message.blocks = told["text"], told.get("blocks", [])
            self.on_message(hook.message)
            return
        whispered = hook.user if told.get("response_type") != "in_channel" else ""
        number, thread = self.next_number(), told.get("thread_ts", "")
        blocks = told.get("blocks", [])
        self._keep(Message(number, hook.channel, told["text"], blocks, thread, whispered))

    async def connect(self, request: web.Request) -> web.WebSocketResponse:
        """Socket Mode; a deaf connection answers no ping."""
        socket = web.WebSocketResponse(autoping=False)
        await socket.prepare(request)
        self.socket = socket
        self.connections += 1
        await socket.send_json({"type": "hello", "num_connections": 1})
        await self.notify()
        async for received in socket:
            if received.type == WSMsgType.PING and self.answers_pings:
                await socket.pong(received.data)
            if received.type == WSMsgType.TEXT:
                said = json.loads(received.data)
                self.acknowledged[said["envelope_id"]] = monotonic()
                self.on_acknowledged(said["envelope_id"])
                self.told_back[said["envelope_id"]] = said.get("payload") or {}
                await self.notify()
        return socket

    async def send(self, kind: str, payload: dict[str, Any]) -> str:
        """An envelope over the connection; its number comes back with the acknowledgement."""
        assert self.socket is not None
        envelope = self.next_number()
        said = {"envelope_id": envelope, "type": kind, "payload": payload}
        await self.socket.send_json({**said, "accepts_response_payload": True})
        return envelope


Played = TypeVar("Played", bound=Loopback)


@asynccontextmanager
async def loopback(played_by: type[Played] = Loopback) -> AsyncIterator[Played]:
    played = played_by()
    app = web.Application()
    app.router.add_route("*", "/api/{method}", played.api)
    app.router.add_post("/hooks/{number}", played.respond)
    app.router.add_post("/upload/{number}", played.upload)
    app.router.add_get("/files/{name}", played.hand_out)
    app.router.add_get("/socket", played.connect)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    played.address = "{}:{}".format(*runner.addresses[0])
    try:
        yield played
    finally:
        await runner.cleanup()


def _self(team: str) -> dict[str, Any]:
    return {
        "team_id": team,
        "team": team,
        "user_id": BOT_USER,
        "user": "spotter",
        "bot_id": BOT,
        "url": "https://example.slack.com/",
    }


def _no(error: str) -> dict[str, Any]:
    return {"ok": False, "error": error}


async def _read(request: web.Request) -> dict[str, Any]:
    """JSON, or a form in which lists and objects are JSON; some methods take a query."""
    told = {name: _value(value) for name, value in request.query.items()}
    if request.content_type == "application/json":
        return told | dict(await request.json())
    form = await request.post()
    return told | {name: _value(str(value)) for name, value in form.items()}


def _credentials(header: str) -> dict[str, str]:
    """Who asks for a token says who it is as browsers do."""
    if not header.startswith("Basic "):
        return {}
    name, _, word = base64.b64decode(header.removeprefix("Basic ")).decode().partition(":")
    return {"client_id": name, "client_secret": word}


def _value(text: str) -> Any:
    return json.loads(text) if text[:1] in ("[", "{") else text
