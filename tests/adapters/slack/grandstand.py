"""A grandstand of the small Slack: a workspace with a channel, and fans who press and type."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from adapters.slack.running import answering
from tests.adapters.slack.board import CHANNEL, Board
from tests.adapters.slack.conftest import Fan as Visitor
from tests.adapters.slack.conftest import Town, settings_for, words_of
from tests.adapters.slack.loopback import APP_TOKEN, TEAM, Message, loopback

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.nightkeeping.watch import Watch
    from knowledge.record_book import RecordBook
    from tests.adapters.slack.loopback import Hook


@dataclass(slots=True)
class Workspace(Town):
    """Waits for all that is under way but the pencils, which are sharpened for a second."""

    warming: frozenset[asyncio.Task[None]] = frozenset()

    async def quiet(self) -> None:
        while begun := self.spotter.answering.tasks - self.warming:
            await asyncio.wait(begun)


class Grandstand(Board):
    """Notes everything that Spotter told, also by response URLs, and when it did."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[dict[str, Any]] = []
        self.edited: list[float] = []  # when, each edit of a message
        self.refused = 0  # requests about a channel that is missing
        self.town: Workspace | None = None
        self.watch: Watch | None = None

    def fan(self, name: str, *, moderates: bool = False) -> Fan:
        assert self.town is not None
        fan = Fan(self, Visitor(self.town, f"U{name.upper()}", name, CHANNEL, TEAM))
        if moderates:
            self.admins.add(fan.visitor.user)
        return fan

    @property
    def board(self) -> Message | None:
        """What stands in the channel for all to see."""
        shown = [each for each in self.said() if not each.ephemeral]
        return shown[-1] if shown else None

    async def shows(self, *words: str) -> str:
        """All that the board says, once it says these."""

        def said() -> str:
            told = words_of(self.board) if self.board else ""
            return told if all(each in told for each in words) else ""

        return str(await self.until(said))

    def _answer(self, method: str, told: dict[str, Any], token: str) -> dict[str, Any]:
        if method.startswith(("chat.", "views.", "files.")):
            self.told.append({"method": method, **told})
        if method == "chat.update" and self.watch:
            self.edited.append(self.watch.now())
        self.refused += told.get("channel", "") in self.missing
        return super()._answer(method, told, token)

    def _take_response(self, hook: Hook, told: dict[str, Any]) -> None:
        self.told.append({"method": "response", **told})
        super()._take_response(hook, told)


@dataclass
class Fan:
    """Somebody there, with what Spotter told him alone."""

    stand: Grandstand
    visitor: Visitor
    seen: Message | None = None
    form: dict[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return self.visitor.name

    @property
    def words(self) -> str:
        return words_of(self.seen) if self.seen else ""

    @property
    def buttons(self) -> list[tuple[str, str]]:
        return buttons_of(self.seen) if self.seen else []

    async def quiz(self, what: str = "", **options: str) -> str:
        named = (f"{name}={value}" for name, value in options.items())
        before = len(self.stand.messages)
        await self.visitor.use("/spotter", " ".join(("quiz", what, *named)))
        return self._told(before, None)

    async def press(self, *labels: str) -> str:
        """Buttons of his own last message, one after another."""
        told = ""
        for label in labels:
            assert self.seen is not None
            told = await self._press(label, self.seen)
        return told

    async def on_board(self, label: str) -> str:
        assert self.stand.board is not None
        return await self._press(label, self.stand.board)

    async def fill(self, **values: str) -> str:
        """The form that is open; the answer is shown in its place, to him alone."""
        fields = {each["block_id"]: each for each in self.form["blocks"] if "element" in each}
        assert not values.keys() - fields.keys()
        said = {name: _filled(each["element"], values.get(name)) for name, each in fields.items()}
        await self.visitor.fill(self.form, said)
        return words_of(Message("", "", "", self.stand.views[self.form["id"]]["blocks"]))

    async def _press(self, label: str, message: Message) -> str:
        key = next((key for words, key in buttons_of(message) if words.startswith(label)), "")
        assert key, f"no {label} among {buttons_of(message)}"
        return await self.press_key(key, message)

    async def press_key(self, key: str, message: Message) -> str:
        """Also one that is not there any more: an app that lags still shows it."""
        before, views = len(self.stand.messages), len(self.stand.views)
        await self.visitor.act(message, _action(key, message))
        if len(self.stand.views) > views:
            self.form = list(self.stand.views.values())[-1]
            return str(self.form["title"]["text"])
        return self._told(before, message)

    def _told(self, before: int, pressed: Message | None) -> str:
        """A whisper that is new, or the one that was pressed, drawn anew in its place."""
        own = [m for m in self.stand.messages[before:] if m.whispered_to == self.visitor.user]
        mine = own[-1] if own else pressed
        assert mine is not None
        assert mine.whispered_to == self.visitor.user, words_of(mine)
        self.seen = mine
        assert not self.words.startswith("Sorry"), self.words
        return self.words


def buttons_of(message: Message) -> list[tuple[str, str]]:
    """Labels with their keys; the choices of a menu are among them."""
    elements = [e for b in message.blocks if b["type"] == "actions" for e in b["elements"]]
    own = [(e["text"]["text"], e["value"]) for e in elements if e["type"] == "button"]
    return own + [(o["text"]["text"], o["value"]) for e in elements for o in e.get("options", ())]


def _action(key: str, message: Message) -> dict[str, Any]:
    """The button as it stands in the message, or the menu with what was picked."""
    elements = [e for b in message.blocks if b["type"] == "actions" for e in b["elements"]]
    for each in elements:
        for option in each.get("options", ()):
            if option["value"] == key:
                return {**each, "selected_option": option}
    action = next((e["action_id"] for e in elements if e.get("value") == key), "press:0")
    return {"type": "button", "action_id": action, "value": key}


def _filled(element: dict[str, Any], value: str | None) -> dict[str, Any]:
    """As Slack sends a field back: what stands in it, or what was typed or picked."""
    if element["type"] == "file_input":
        return {"type": "file_input", "files": []}
    if "options" in element:
        options = {each["value"]: each for each in element["options"]}
        options |= {each["text"]["text"]: each for each in element["options"]}
        picked = options[value] if value is not None else element.get("initial_option")
        return {"type": element["type"], "selected_option": picked}
    said = value if value is not None else element.get("initial_value")
    return {"type": element["type"], "value": said}


@asynccontextmanager
async def grandstand_of(book: RecordBook, home: Path, watch: Watch) -> AsyncIterator[Grandstand]:
    """`spotter slack` in this process, by a story's watch, at a Slack whose rules it keeps."""
    async with loopback(Grandstand) as stand:
        settings = settings_for(stand, app_token=APP_TOKEN, signing_secret="")
        async with answering(book, home, settings, watch=watch) as spotter:
            stand.watch, warming = watch, frozenset(spotter.answering.tasks)
            on_connection: Any = ("", None, spotter, None)
            stand.town = Workspace(stand, *on_connection, warming)
            await stand.until(lambda: stand.connections)
            yield stand
        assert stand.faults == []
