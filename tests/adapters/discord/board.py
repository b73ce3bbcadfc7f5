"""Channels of the small Discord: what is posted there stays, and is seen by whoever may."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from discord.utils import time_snowflake

from adapters.discord.app import Spotter
from adapters.discord.servers import use_servers
from adapters.settings import read_discord_settings
from bot.bot import Bot
from tests.adapters.discord.discord_rules import faults_in
from tests.adapters.discord.loopback import (
    APPLICATION,
    CHANNEL,
    GUILD,
    TOKEN,
    Loopback,
    json_response,
    loopback,
    refuse,
)
from tests.bot.small_book import SmallBook

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping
    from pathlib import Path

    import pytest
    from aiohttp import web

    from adapters.drawing.studio import Studio

NEWS = "3005"
_HOLDS = ("content", "embeds", "components", "attachments", "allowed_mentions")


@dataclass(slots=True)
class Place:
    """A channel or a thread, with its messages in order."""

    kind: int = 0
    name: str = ""
    messages: dict[str, dict[str, Any]] = field(default_factory=dict)
    archived: bool = False
    last: str | None = None


class Board(Loopback):
    """Keeps messages as Discord does, with its memory for nonces."""

    def __init__(self, token: str = TOKEN) -> None:
        super().__init__(token)
        self.places = {CHANNEL: Place(), NEWS: Place(kind=5)}
        self.nonces: dict[str, dict[str, Any]] = {}  # for some minutes
        self.counts: dict[str, int] = {}
        self.roles: dict[str, str] = {}  # names
        self.shows_history = True
        self.events: dict[str, dict[str, Any]] = {}  # planned, going on and over

    def said(self, channel: str = CHANNEL) -> list[dict[str, Any]]:
        return list(self.places[channel].messages.values())

    def chatter(self, number: int, days_ago: float = 0, channel: str = CHANNEL) -> None:
        """Other people's messages."""
        at = datetime.now(UTC) - timedelta(days=days_ago)
        for _ in range(number):
            self._keep(channel, {}, at)

    def a_minute_passes(self) -> None:
        """Too short for nonces to be forgotten; what was deleted meanwhile is known by them."""
        for kept in self.nonces.values():
            if kept["id"] not in self.places[kept["channel_id"]].messages:
                kept["id"] = str(int(kept["id"]) - (60_000 << 22))

    def minutes_pass(self) -> None:
        self.nonces.clear()

    def _answer(self, method: str, path: str, body: Any, query: Mapping[str, str]) -> web.Response:
        match method, path.strip("/").split("/"):
            case _, ["guilds", _, what, *which]:
                return self._of_server(method, what, which, body)
            case _, ["channels", channel, *_] if channel not in self.places:
                return refuse(404, 10003, "Unknown Channel")
            case "GET", ["channels", channel]:
                place = self.places[channel]
                told = {"id": channel, "last_message_id": place.last}
                return json_response(told | {"guild_id": GUILD, "name": place.name})
            case "PATCH", ["channels", channel]:
                self.places[channel].archived = body["archived"]
                return json_response({"id": channel, "type": 11})
            case "POST", ["channels", channel, "messages"]:
                return json_response(self._post(channel, body))
            case "GET", ["channels", channel, "messages"]:
                return json_response(self._history(self.places[channel], query))
            case _, ["channels", channel, "messages", message, *more]:
                return self._change(method, channel, message, more, body)
        return super()._answer(method, path, body, query)

    def _of_server(self, method: str, what: str, which: list[str], body: Any) -> web.Response:
        if what == "scheduled-events":
            return self._event(method, "".join(which), body)
        roles = [{"id": key, "name": name} for key, name in self.roles.items()]
        return json_response(self.counts if which else roles)

    def _event(self, method: str, key: str, body: Any) -> web.Response:
        """Lists what is not over, and lets none go back to what it was before."""
        match method, key:
            case "GET", "":
                return json_response([e for e in self.events.values() if e["status"] in (1, 2)])
            case "POST", "":
                key = self._next_id()
                own = {"id": key, "guild_id": GUILD, "creator_id": APPLICATION, "status": 1}
                self.events[key] = own | _dated(body)
                return json_response(self.events[key])
            case "PATCH", _:
                there = self.events[key]
                status = body.get("status", there["status"])
                began = there["status"] == 2 and "scheduled_start_time" in body
                if began or (there["status"], status) not in _GOES_ON:
                    return refuse(400, 50035, "Invalid Form Body")
                there |= _dated(body)
                return json_response(there)
        return refuse(404, 10070, "Unknown Guild Scheduled Event")

    def _post(self, channel: str, body: dict[str, Any]) -> dict[str, Any]:
        known = self.nonces.get(body["nonce"]) if body.get("enforce_nonce") else None
        if known:
            return known
        own = self._message("", mention=False)["author"] | {"id": APPLICATION, "bot": True}
        self.places[channel].archived = False
        kept = self._keep(channel, {"author": own} | _held(body), datetime.now(UTC))
        self.nonces[body["nonce"]] = kept
        return kept

    def _keep(self, channel: str, told: dict[str, Any], at: datetime) -> dict[str, Any]:
        """A message's key tells its time."""
        place, key = self.places[channel], str(time_snowflake(at) + int(self._next_id()))
        when = {"id": key, "channel_id": channel, "timestamp": at.isoformat()}
        place.messages[key] = self._message("", mention=False) | told | when
        place.last = key
        return place.messages[key]

    def _history(self, place: Place, query: Mapping[str, str]) -> list[dict[str, Any]]:
        """The latest first; nothing at all for whom may not read it."""
        before = int(query.get("before", 10**19))
        found = [each for each in place.messages.values() if int(each["id"]) < before]
        return found[::-1][: int(query["limit"])] if self.shows_history else []

    def _change(
        self, method: str, channel: str, message: str, more: list[str], body: Any
    ) -> web.Response:
        place = self.places[channel]
        if method == "GET" and not self.shows_history:
            return refuse(403, 50001, "Missing Access")
        there = place.messages.get(message)
        if there is None:
            return refuse(404, 10008, "Unknown Message")
        if place.archived and method != "GET":
            return refuse(400, 50083, "Thread is archived")
        match method, more:
            case "GET", []:
                pass
            case "PATCH", []:
                there |= _held(body)
            case "DELETE", []:
                del place.messages[message]
            case "POST", ["threads"] if message in self.places:
                return refuse(400, 160004, "A thread has already been created for this message")
            case "POST", ["threads"]:
                self.places[message] = Place(11, body["name"])
            case "POST", ["crosspost"]:
                return _crosspost(place, there)
        return json_response(there)


_GOES_ON = {(1, 1), (1, 2), (1, 4), (2, 2), (2, 3)}


def _dated(body: dict[str, Any]) -> dict[str, Any]:
    """Moments as Discord itself writes them."""
    times = {name: body[name] for name in body if name.endswith("_time")}
    return body | {
        name: datetime.fromisoformat(time).strftime("%Y-%m-%dT%H:%M:%S.000000+00:00")
        for name, time in times.items()
    }


def _crosspost(place: Place, message: dict[str, Any]) -> web.Response:
    if place.kind != 5:
        return refuse(400, 50024, "Cannot execute action on this channel type")
    if message.get("flags"):
        return refuse(400, 40033, "This message has already been crossposted")
    message["flags"] = 1
    return json_response(message)


def _held(body: dict[str, Any]) -> dict[str, Any]:
    """Discord gives a file an address of its own, and no message without content has none."""
    held = {name: body[name] for name in _HOLDS if name in body}
    if "content" in held:
        held["content"] = held["content"] or ""
    for file in held.get("attachments", []):
        file |= {"size": 1, "url": "https://cdn.example.org/", "proxy_url": "", "id": "1"}
    return held


@asynccontextmanager
async def board_of(
    home: Path, patch: pytest.MonkeyPatch, studio: Studio | None = None
) -> AsyncIterator[tuple[Board, Spotter]]:
    """The real client, logged in at a small Discord, whose rules it keeps."""
    import discord
    import yarl
    from discord.gateway import DiscordWebSocket
    from discord.http import Route

    patch.setattr(Route, "BASE", Route.BASE)  # what is changed below is put right afterwards
    patch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL("wss://example.org"))
    patch.setattr(discord.Asset, "BASE", discord.Asset.BASE)
    async with loopback(played_by=Board) as board:
        settings = read_discord_settings(board.environment)
        use_servers(settings)
        async with Spotter(Bot(SmallBook()), home, settings, studio) as client:
            await client.login(TOKEN)
            yield board, client
        made = [(each.method, each.path, each.body) for each in board.made]
    assert [fault for each in made for fault in faults_in(*each)] == []
