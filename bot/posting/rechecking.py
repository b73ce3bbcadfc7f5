"""Asks the questions of the latest quiz nights again, and has keys that are wrong by now told."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from bot.posting.doubts import key_doubted
from bot.quiz.rechecking import rechecked
from bot.quiz.steps import Doubted

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.book import Book
    from bot.channel import Destination
    from bot.quiz.night import Doubt, Night
    from bot.quiz.steps import Step
    from bot.store.opening import Shelf

log = logging.getLogger(__name__)

RECENT = 30 * 24 * 3600.0
"""Seconds since a night was opened; results are corrected within days, and fans argue for weeks."""

_AT_A_TIME = 50
_PAUSE = 0.05
"""Seconds between two nights, in which others are answered."""


class Rechecking:
    """A doubt is a step of its night: whoever looks again notes and tells nothing twice."""

    def __init__(self, shelf: Shelf, book: Book, clock: Callable[[], float]) -> None:
        self._shelf = shelf
        self._book = book
        self._clock = clock  # seconds since 1970

    async def look(self) -> None:
        since, last = self._clock() - RECENT, ""
        while nights := await self._shelf.nights.begun_since(since, last, _AT_A_TIME):
            for night in nights:
                try:
                    await self._look_at(night)
                except Exception:
                    log.exception("bug in asking the questions of %s again", night)
                await asyncio.sleep(_PAUSE)
            last = nights[-1]

    async def _look_at(self, key: str) -> None:
        night, to = await self._shelf.nights.find(key), await self._whose(key)
        if night is None or to is None:  # who plays alone has no moderators
            return
        for number, question in enumerate(night.questions):
            found = await asyncio.to_thread(rechecked, question, self._book)
            if _is_news(found, night.doubts.get(number)):
                await self._shelf.nights.take(key, self._plan(number, found))
        night = await self._shelf.nights.find(key)
        if night is not None and night.doubted:
            await self._shelf.jobs.put(key_doubted(night, to))

    def _plan(self, number: int, found: Doubt | None) -> Callable[[Night], Step | None]:
        right, why = (found.right, found.why) if found else ((), ())
        step = Doubted(
            at=self._clock(), number=number, right=right, why=why, stands=found is not None
        )
        return lambda night: step if _is_news(found, night.doubts.get(number)) else None

    async def _whose(self, key: str) -> Destination | None:
        """Where the night was made."""
        boards = await self._shelf.nights.boards(key)
        first = next((board.to for board in boards if board.is_host), None)
        return first or await self._shelf.dailies.of_night(key)


def _is_news(found: Doubt | None, known: Doubt | None) -> bool:
    """What is settled stays so, while the rows say the same."""
    if found is None:
        return known is not None and not known.settled
    return known is None or known.right != found.right
