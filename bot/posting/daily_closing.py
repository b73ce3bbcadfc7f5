"""Closes the question of a day: marked, told and ended at once, as nobody hosts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.quiz.daily import Said
from bot.quiz.marker import marked
from bot.quiz.night import Night
from bot.quiz.order import following, unmarked
from bot.quiz.scoring import awards
from bot.quiz.steps import Ended

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.book import Book
    from bot.quiz.given import Phase
    from bot.quiz.nights import Nights
    from bot.quiz.steps import Step


async def close_night(nights: Nights, key: str, book: Book, at: float) -> Night | None:
    """However far it was closed before."""
    night = await _on(nights, key, "playing", at)
    for number in unmarked(night) if night else ():
        await nights.take(key, _marking(number, book, at))
    await _on(nights, key, "locked", at)
    return await _on(nights, key, "revealed", at)


def said_in(night: Night) -> tuple[Said, ...]:
    """Whoever has answered, and whether it brought him points."""
    right = awards(night, 0)
    return tuple(
        Said(player, night.entrants[player].name, player in right)
        for player in night.given.get("0", {})
    )


def _marking(number: int, book: Book, at: float) -> Callable[[Night], Step | None]:
    def plan(night: Night) -> Step | None:
        return marked(night, number, book, at) if number in unmarked(night) else None

    return plan


async def _on(nights: Nights, key: str, phase: Phase, at: float) -> Night | None:
    def plan(night: Night) -> Step | None:
        if night.head.phase != phase:
            return None
        return Ended(at=at) if phase == "revealed" else following(night, at)

    after = await nights.take(key, plan)
    return after if isinstance(after, Night) else None
