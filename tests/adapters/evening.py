"""An evening of quiz: a community of either platform, its host, and the watch it goes by."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.quiz.question import LETTERS

if TYPE_CHECKING:
    from bot.quiz.night import Night
    from bot.quiz.question import Question
    from bot.store.opening import Shelf
    from tests.bot.store.quiz_hall import HallWatch

PATIENCE = 20


@dataclass
class Evening:
    """The latest night of this community, which `ann` hosts."""

    stand: Any  # a grandstand of either platform, whose fans have the same ways
    shelf: Shelf
    watch: HallWatch
    ann: Any
    here: tuple[str, str]  # platform and community

    async def opened(self, extras: dict[str, str] | None = None, **rules: str) -> None:
        """From the command to its board, as a moderator makes one."""
        await self.ann.quiz("new")
        await self.ann.press("Trucks 2025", "Rounds and time")
        await self.ann.fill(rounds="1", **rules)
        if extras:
            await self.ann.press("Teams and extras")
            await self.ann.fill(**extras)
        await self.ann.press("Open it in this channel")
        await self.stand.shows("Quiz night: Trucks 2025")

    async def joined(self, *names: str) -> list[Any]:
        fans = [self.stand.fan(name) for name in names]
        for fan in fans:
            assert (await fan.on_board("Join")).startswith(f"You are in, {fan.name}.")
        return fans

    async def go_on(self, label: str, *shown: str, seconds: float = 1.0) -> str:
        """The host presses, and the board follows as soon as it may be edited."""
        await self.ann.press(label)
        return await self.later(seconds, *shown)

    async def later(self, seconds: float, *shown: str) -> str:
        self.watch.set(self.watch.now() + seconds)
        return str(await self.stand.shows(*shown))

    async def asked(self, *shown: str) -> Question:
        """The first question, once the board has it."""
        await self.go_on("Open round 1", "Get ready")
        await self.go_on("Ask it", "Question 1 of", *shown)
        return (await self.night()).question

    async def paused(self, why: str) -> None:
        """The host learns it where he looks."""
        async with asyncio.timeout(PATIENCE):
            while (await self.night()).head.phase != "paused":
                await asyncio.sleep(0.005)
        assert why in await self.ann.press("Look again")

    async def night(self) -> Night:
        night, *_ = await self.shelf.nights.recent(*self.here, 1)
        return night


def wrong(question: Question) -> str:
    return next(letter for letter in LETTERS if letter not in question.accepted)
