"""Channels of the small Slack: what is posted there stays, and is read by whoever may."""

from __future__ import annotations

from contextlib import asynccontextmanager
from time import time
from typing import TYPE_CHECKING, Any

from adapters.slack.app import Spotter
from bot.bot import Bot
from bot.store.opening import open_shelf
from tests.adapters.slack.conftest import settings_for
from tests.adapters.slack.loopback import Loopback, Message, loopback
from tests.bot.small_book import SmallBook

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from adapters.drawing.studio import Studio
    from adapters.slack.channel import Channels

CHANNEL = "C1"


class Board(Loopback):
    """Keeps messages by the time at which they came, which is their key."""

    def __init__(self) -> None:
        super().__init__()
        self.missing: dict[str, str] = {}  # what is missing, by channel
        self.names: dict[str, str] = {}  # of channels
        self.most_on_a_page = 999
        self._moment = time()

    def next_number(self) -> str:
        self._numbers += 1
        return f"{self._moment:.0f}.{self._numbers:06}"

    def said(self, thread: str = "", channel: str = CHANNEL) -> list[Message]:
        return [m for m in self.messages if (m.thread, m.channel) == (thread, channel)]

    def chatter(self, number: int, days_ago: float = 0) -> None:
        for _ in range(number):
            key = f"{self._moment - days_ago * 86400:.0f}.{self._numbers:06}"
            self._numbers += 1
            self.messages.append(Message(key, CHANNEL, "words", []))

    def _answer(self, method: str, told: dict[str, Any], token: str) -> dict[str, Any]:
        missing = self.missing.get(told.get("channel", ""))
        if missing:
            return {"ok": False, "error": missing}
        match method:
            case "conversations.history":
                return self._pages(self.said(channel=told["channel"])[::-1], told)
            case "conversations.replies":
                head = [each for each in self.messages if each.number == told["ts"]]
                return self._pages(head + self.said(told["ts"], told["channel"]), told)
            case "conversations.info" if told["channel"] not in self.names:
                return {"ok": False, "error": "channel_not_found"}
            case "conversations.info":
                found = {"id": told["channel"], "name": self.names[told["channel"]]}
                return {"ok": True, "channel": found}
            case "chat.update" | "chat.delete":
                return self._change(method, told)
        return super()._answer(method, told, token)

    def _pages(self, found: list[Message], told: dict[str, Any]) -> dict[str, Any]:
        assert str(told["include_all_metadata"]).lower() in ("1", "true")
        begin = int(told.get("cursor", 0))
        end = begin + min(int(told["limit"]), self.most_on_a_page)
        cursor = str(end) if len(found) > end else ""
        shown = [{"ts": each.number, "metadata": each.metadata} for each in found[begin:end]]
        return {"ok": True, "messages": shown, "response_metadata": {"next_cursor": cursor}}

    def _change(self, method: str, told: dict[str, Any]) -> dict[str, Any]:
        there = [each for each in self.messages if each.number == told["ts"]]
        if not there:
            return {"ok": False, "error": "message_not_found"}
        if method == "chat.delete":
            self.messages.remove(there[0])
            return {"ok": True}
        refusal = self._refuse(told)
        if refusal:
            return {"ok": False, "error": refusal}
        there[0].text, there[0].blocks = told["text"], told["blocks"]
        there[0].metadata = told["metadata"]
        return {"ok": True, "ts": told["ts"]}


@asynccontextmanager
async def board_of(
    store: str, studio: Studio | None = None, **settings: Any
) -> AsyncIterator[tuple[Board, Channels]]:
    """The real program's channels, at a small Slack whose rules it keeps."""
    async with loopback(Board) as board:
        told = settings_for(board, **settings)
        async with (
            open_shelf(store) as shelf,
            Spotter(Bot(SmallBook()), told, shelf, studio) as spotter,
        ):
            yield board, spotter.channels
        assert board.faults == []
