"""A grandstand of the small Discord: a server with a channel, and fans in it who press and type."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from adapters.discord.running import answering
from adapters.settings import read_discord_settings
from tests.adapters.discord.board import Board
from tests.adapters.discord.discord_rules import faults_in
from tests.adapters.discord.loopback import APPLICATION, CHANNEL, TOKEN, loopback

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    import pytest
    from aiohttp import web

    from bot.nightkeeping.watch import Watch
    from knowledge.record_book import RecordBook

MODAL, IN_PLACE, PRIVATE = 9, 7, 64
_MANAGES_MESSAGES = str(1 << 13)
_SIGNS = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060"))


class Grandstand(Board):
    """Everybody is in the same channel, and has a name."""

    def __init__(self, token: str = TOKEN) -> None:
        super().__init__(token)
        self.fans: dict[str, Fan] = {}

    def fan(self, name: str, *, moderates: bool = False) -> Fan:
        key = str(4001 + len(self.fans))
        self.fans[key] = Fan(self, key, name, moderates)
        return self.fans[key]

    @property
    def board(self) -> dict[str, Any]:
        """The last message of Spotter's own in the channel; empty where there is none."""
        own = [each for each in self.said() if each["author"]["id"] == APPLICATION]
        return own[-1] if own else {}

    async def shows(self, *words: str) -> str:
        """All that the board says, once it says these."""
        return await self.until(
            lambda: all(each in words_of(self.board) for each in words) and words_of(self.board)
        )

    async def respond(self, request: web.Request) -> web.Response:
        response = await super().respond(request)
        async with self._changed:  # what was asked for is done now, and not only heard
            self._changed.notify_all()
        return response

    def _interaction(self, kind: int, token: str, data: dict[str, Any], fan: str) -> dict[str, Any]:
        who = self.fans[fan]
        told = super()._interaction(kind, token, data, fan)
        told |= {"channel_id": CHANNEL, "channel": told["channel"] | {"id": CHANNEL}}
        told["member"]["permissions"] = _MANAGES_MESSAGES if who.moderates else "0"
        told["member"]["user"] |= {"username": who.name, "global_name": who.name}
        return told


@dataclass
class Fan:
    """Somebody there, with what Spotter told him alone."""

    stand: Grandstand
    key: str
    name: str
    moderates: bool = False
    seen: dict[str, Any] = field(default_factory=dict)
    form: dict[str, Any] = field(default_factory=dict)
    files: tuple[bytes, ...] = ()
    _under: dict[str, Any] = field(default_factory=dict)  # the message that was pressed last

    async def quiz(self, what: str = "", **options: str) -> str:
        said = {"what": what, **options} if what else options
        return await self._told(await self.stand.use("quiz", self.key, **said))

    @property
    def words(self) -> str:
        return words_of(self.seen)

    @property
    def buttons(self) -> list[tuple[str, str]]:
        return buttons_of(self.seen)

    async def press(self, *labels: str) -> str:
        """Buttons of his own last message, one after another."""
        for label in labels:
            await self._press(label, self.seen)
        return self.words

    async def on_board(self, label: str) -> str:
        return await self._press(label, self.stand.board)

    async def fill(self, **values: str) -> str:
        """The form that is open; what is not told stays as it stands there."""
        typed = [_filled(each["component"], values) for each in self.form["components"]]
        data = {"custom_id": self.form["custom_id"], "components": typed}
        under = {"message": self._under} if self._under else {}
        return await self._told(await self.stand.interact(5, data, self.key, **under))

    async def _press(self, label: str, message: dict[str, Any]) -> str:
        key = next((key for words, key in buttons_of(message) if words.startswith(label)), "")
        assert key, f"no {label} among {buttons_of(message)}"
        return await self.press_key(key, message)

    async def press_key(self, key: str, message: dict[str, Any]) -> str:
        """Also one that is not there any more: an app that lags still shows it."""
        self._under = self.stand._message("", mention=False) | message
        data: dict[str, Any] = {"custom_id": key, "component_type": 2}
        if any(key == each["value"] for each in _choices(message)):
            data = {"custom_id": "menu", "component_type": 3, "values": [key]}
        return await self._told(await self.stand.interact(3, data, self.key, message=self._under))

    async def _told(self, token: str) -> str:
        """For him alone, or there would be an end of all quizzes."""
        made = await self.stand.until(
            lambda: next((each for each in self.stand.callbacks if token in each.path), None)
        )
        kind, data = made.body["type"], made.body["data"]
        if kind == MODAL:
            self.form = data
            return str(data["title"])
        assert kind == IN_PLACE or data.get("flags") == PRIVATE, data
        self.seen, self.files = data, made.files
        assert not self.words.startswith("Sorry"), self.words
        return self.words


def words_of(message: dict[str, Any]) -> str:
    """All that its embeds say, title first, without the sign of Spotter's posts."""
    texts = [message.get("content") or ""]
    for each in message.get("embeds") or ():
        texts += [each.get("title", ""), each.get("description", "")]
        texts.append((each.get("footer") or {}).get("text", ""))
    return "\n".join(filter(None, texts)).translate(_SIGNS)


def buttons_of(message: dict[str, Any]) -> list[tuple[str, str]]:
    """Labels with their keys; the choices of a menu are among them."""
    parts = [part for row in message.get("components") or () for part in row["components"]]
    own = [(part["label"], part["custom_id"]) for part in parts if "label" in part]
    return own + [(each["label"], each["value"]) for each in _choices(message)]


def _choices(message: dict[str, Any]) -> list[dict[str, Any]]:
    parts = [part for row in message.get("components") or () for part in row["components"]]
    return [each for part in parts for each in part.get("options", ())]


def _filled(field_: dict[str, Any], values: dict[str, str]) -> dict[str, Any]:
    """As Discord sends a field back: in its label, with what was typed or picked."""
    name, kind = field_["custom_id"], field_["type"]
    if "options" in field_:
        picked = [each["value"] for each in field_["options"] if each.get("default")]
        said: dict[str, Any] = {"values": [values[name]] if name in values else picked}
    elif kind == discord.ComponentType.file_upload.value:
        said = {"values": []}
    else:
        said = {"value": values.get(name, field_.get("value") or "")}
    return {"type": 18, "id": 1, "component": {"type": kind, "id": 2, "custom_id": name, **said}}


@asynccontextmanager
async def grandstand_of(
    book: RecordBook, home: Path, watch: Watch, patch: pytest.MonkeyPatch
) -> AsyncIterator[Grandstand]:
    """`spotter discord` in this process, by a story's watch, at a Discord whose rules it keeps."""
    patch.setattr(Route, "BASE", Route.BASE)  # what is changed below is put right afterwards
    patch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL("wss://example.org"))
    patch.setattr(discord.Asset, "BASE", discord.Asset.BASE)
    async with loopback(played_by=Grandstand) as stand:
        settings = read_discord_settings(stand.environment)
        async with answering(book, home, settings, watch=watch):
            await stand.until(lambda: stand.sessions)
            yield stand
        made = [(each.method, each.path, each.body) for each in stand.made]
    assert [fault for each in made for fault in faults_in(*each)] == []
