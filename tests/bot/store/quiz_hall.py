"""A hall where a quiz night is kept: a watch that goes when it is told to, and a plain drawing."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.nightkeeping.crew import LEASE, keeping
from bot.nightkeeping.keeper import Show
from bot.quiz.board import board as standings
from bot.quiz.marking import Marking, same
from bot.reply import Reply, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractAsyncContextManager

    from bot.channel import Channel
    from bot.quiz.night import Night
    from bot.quiz.nights import Board, Tally
    from bot.quiz.question import Question
    from bot.radio import Call, Receiver
    from bot.store.opening import Shelf


class HallWatch:
    """Seconds pass when a story says so, and whoever waits for them goes on."""

    def __init__(self, now: float = 1000.0, keepers: int = 1) -> None:
        self._now = now
        self._moved = asyncio.Event()
        self._keepers = keepers
        self._waiting: list[float] = []  # until when, each of the keepers

    def now(self) -> float:
        return self._now

    def set(self, now: float) -> None:
        self._now = now
        self._moved.set()
        self._moved = asyncio.Event()

    async def go(self, to: float) -> None:
        """Let time pass no faster than the keepers can follow: who misses it was not there."""
        while self._now < to:
            self.set(min(to, self._now + 2.0))
            await until(
                lambda: len(self._waiting) == self._keepers and min(self._waiting) > self._now
            )

    async def hear(self, receiver: Receiver, seconds: float) -> Call | None:
        end, hearing = self._now + seconds, asyncio.ensure_future(receiver.hear())
        self._waiting.append(end)
        try:
            while self._now < end and not hearing.done():
                moved = asyncio.ensure_future(self._moved.wait())
                await asyncio.wait((hearing, moved), return_when=asyncio.FIRST_COMPLETED)
                moved.cancel()
            return hearing.result() if hearing.done() else None
        finally:
            self._waiting.remove(end)
            hearing.cancel()


def draw(night: Night, tallies: Mapping[str, Tally], board: Board, now: float) -> Reply:
    head = night.head
    told = [f"{platform}: {each.answered} of {each.players}" for platform, each in tallies.items()]
    points = [f"{each.side} {each.points}" for each in standings(night)]
    left = [f"{head.until - now:g} s left"] if head.until and head.phase == "asking" else []
    return Reply(f"{head.phase} {head.number}", (Text(", ".join(told + points + left)),))


def mark(question: Question, text: str) -> Marking:
    return Marking("right" if same(text) in question.accepted else "wrong")


def kept(
    shelf: Shelf,
    channel: Channel,
    watch: HallWatch,
    platform: str = "discord",
    lease: float = LEASE,
) -> AbstractAsyncContextManager[None]:
    return keeping(platform, channel, shelf, Show(draw, mark), watch, lease)


async def until(is_so: Callable[[], object]) -> None:
    async with asyncio.timeout(20):
        while not is_so():
            await asyncio.sleep(0.005)
